import TypecastJSON

/// An exchange as one line of JSON, in either of two shapes.
///
/// A *recorded* line keeps chunks and times: `{id, server, note, request{method, path, headers, body}, started,
/// response{status, headers, head_at, end, chunks[{t, text}]?, body}, error, elapsed}`. A *collected* line keeps whole bodies:
/// `{id, method, url, request_headers, request_body, status, response_headers, response_body}`.
package enum ExchangeLine {
  /// Reads a line of either shape.
  package static func exchange(_ line: ArraySlice<UInt8>) throws(RefusedExchange) -> ImportedExchange {
    let value: JSONValue
    do throws(JSONError) { value = try JSONValue(parsing: Array(line)) } catch {
      throw RefusedExchange("column \(error.position.column) is no JSON: \(error.message)")
    }
    guard let object = value.object else { throw RefusedExchange("the line is no object") }
    let id = object["id"]?.string ?? object["id"]?.number?.text
    do throws(RefusedExchange) {
      var imported: ImportedExchange
      if object["request"]?.object != nil {
        imported = try RecordedLine.exchange(object)
      } else if object["response_body"] != nil, object["url"] != nil {
        imported = try CollectedLine.exchange(object)
      } else {
        throw RefusedExchange(
          "it has neither a 'request' nor a 'url' and a 'response_body', and so no shape that is known")
      }
      imported.id = id.flatMap { $0.isEmpty ? nil : $0 }
      return imported
    } catch {
      var refusal = error
      refusal.id = id
      throw refusal
    }
  }

  /// Writes a line that keeps chunks and times, without its end.
  ///
  /// - Parameter about: What is said of the recording as a whole.
  package static func bytes(of exchange: Exchange, _ origin: Cassette.Origin, about: String?) -> [UInt8] {
    JSONWriter().bytes(of: .object(RecordedLine.object(of: exchange, origin, about: about)))
  }
}
