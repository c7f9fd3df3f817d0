import Typecast
import TypecastJSON

/// Writes exchanges as an HTTP archive, HAR 1.2, piece by piece.
package struct HARWriter {
  private var isFirst = true

  package init() {}

  /// What stands before the entries.
  ///
  /// - Parameter version: Of the tool that writes it.
  package func start(version: String) -> [UInt8] {
    let creator = JSONWriter().bytes(of: ["name": "typecast", "version": .string(version)])
    return Array(#"{"log":{"version":"1.2","creator":"#.utf8) + creator + Array(#","entries":["#.utf8)
  }

  /// What stands behind them.
  package var end: [UInt8] { Array("\n]}}\n".utf8) }

  /// The next entry, on a line of its own.
  ///
  /// - Parameter about: What is said of the recording as a whole.
  package mutating func entry(of exchange: Exchange, _ origin: Cassette.Origin, about: String?) -> [UInt8] {
    defer { isFirst = false }
    return Array((isFirst ? "\n" : ",\n").utf8)
      + JSONWriter().bytes(of: .object(HAREntry.object(of: exchange, origin, about: about)))
  }
}

extension HAREntry {
  // MARK: Writing

  static func object(of exchange: Exchange, _ origin: Cassette.Origin, about: String?) -> JSONObject {
    var own: JSONObject = ["origin": .string(origin.rawValue)]
    own["id"] = exchange.id.map { .string($0) }
    own["about"] = about.map { .string($0) }
    own["recorded"] = exchange.date.map { .string($0.description) }
    let failure: RecordedFailure?
    var (head, end) = (Duration.zero, Duration.zero)
    var response: JSONObject
    switch exchange.outcome {
    case .failure(let none):
      failure = none
      (head, end) = (none.time, none.time)
      response = object(status: 0, headers: [], body: [])
    case .response(let answer):
      failure = answer.failure
      head = answer.time
      end = max(head, failure?.time ?? answer.chunks.last?.time ?? head)
      response = object(status: answer.status, headers: answer.headers, body: answer.body)
      own["at"] = head.json
      own["chunks"] = .array(
        answer.chunks.map { ["at": $0.time.json, "bytes": .number(JSONNumber($0.bytes.count))] })
    }
    if let failure {
      response["_error"] = .string(failure.error.message)
      own["failure"] = [
        "kind": .string(failure.error.kind.rawValue), "message": .string(failure.error.message),
        "at": failure.time.json,
      ]
    }
    var entry: JSONObject = [
      "startedDateTime": .string((exchange.date ?? RecordingDate(seconds: 0)).description), "time": milliseconds(end),
      "request": .object(object(of: exchange.request)), "response": .object(response), "cache": [:],
      "timings": ["send": 0, "wait": milliseconds(head), "receive": milliseconds(end - head)],
    ]
    entry["comment"] = exchange.note.map { .string($0) }
    entry["_typecast"] = .object(own)
    return entry
  }

  private static func milliseconds(_ duration: Duration) -> JSONValue { (duration * 1000).json }

  private static func object(of request: RecordedRequest) -> JSONObject {
    var object: JSONObject = [
      "method": .string(request.method), "url": .string(request.url), "httpVersion": "HTTP/1.1", "cookies": [],
      "headers": json(request.headers), "queryString": query(of: request.url), "headersSize": -1,
      "bodySize": .number(JSONNumber(request.body.count)),
    ]
    guard !request.body.isEmpty else { return object }
    var data: JSONObject = ["mimeType": .string(request.headers["content-type"] ?? "")]
    put(request.body, in: &data)
    object["postData"] = .object(data)
    return object
  }

  private static func object(status: Int, headers: [RecordedHeader], body: [UInt8]) -> JSONObject {
    var content: JSONObject = [
      "size": .number(JSONNumber(body.count)), "mimeType": .string(headers["content-type"] ?? ""),
    ]
    put(body, in: &content)
    return [
      "status": .number(JSONNumber(status)), "statusText": "", "httpVersion": "HTTP/1.1", "cookies": [],
      "headers": json(headers), "content": .object(content), "redirectURL": .string(headers["location"] ?? ""),
      "headersSize": -1, "bodySize": .number(JSONNumber(body.count)),
    ]
  }

  private static func put(_ body: [UInt8], in object: inout JSONObject) {
    switch WrittenBytes(body) {
    case .text(let text): object["text"] = .string(text)
    case .base64(let text):
      object["text"] = .string(text)
      object["encoding"] = "base64"
    }
  }

  private static func json(_ headers: [RecordedHeader]) -> JSONValue {
    .array(headers.map { ["name": .string($0.name), "value": .string($0.value)] })
  }

  /// The query of an address, as it stands there.
  private static func query(of url: String) -> JSONValue {
    let query = url.prefix { $0 != "#" }.drop { $0 != "?" }.dropFirst()
    return .array(
      query.split(separator: "&").map { pair in
        let name = pair.prefix { $0 != "=" }
        return ["name": .string(String(name)), "value": .string(String(pair.dropFirst(name.count + 1)))]
      })
  }
}
