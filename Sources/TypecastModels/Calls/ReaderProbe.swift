package import Typecast
import TypecastJSON

/// What the readers of answers make of bytes, as text that can be compared: for programs that try to break them.
package enum ReaderProbe {
  /// The formats by their names: `ollama.chat`, `openai.chat`, and so on.
  package static let formats = Provider.all.map(\.format.name)

  /// Reads a stream in pieces that end at these places.
  package static func stream(_ format: String, _ bytes: [UInt8], cutAt cuts: [Int]) -> String {
    guard let format = Provider.all.first(where: { $0.format.name == format })?.format else { return "no format" }
    var reader = format.makeStreamReader(answerTool: "answer")
    var reply = ModelReply("")
    var ends = 0
    func take(_ pieces: [ModelPiece]) {
      for piece in pieces {
        if case .end = piece { ends += 1 }
        reply.append(piece)
      }
    }
    do throws(WireFault) {
      for piece in pieces(of: bytes, cutAt: cuts) { take(try reader.read(piece)) }
      take(try reader.finish())
    } catch {
      return "\(error)"
    }
    return ends == 1 ? text(of: reply) : "\(ends) ends"
  }

  /// Reads an answer that came whole.
  package static func whole(_ format: String, _ bytes: [UInt8]) -> String {
    guard let format = Provider.all.first(where: { $0.format.name == format })?.format else { return "no format" }
    guard let json = try? JSONValue(parsing: bytes) else { return "no JSON" }
    do throws(WireFault) { return text(of: try format.reply(from: json, answerTool: "answer")) } catch {
      return "\(error)"
    }
  }

  /// Cuts a stream of events into them.
  package static func events(_ bytes: [UInt8], cutAt cuts: [Int], limit: Int) -> String {
    var reader = EventStreamReader(limit: limit)
    var items: [String] = []
    do throws(LineTooLong) {
      for piece in pieces(of: bytes, cutAt: cuts) { items += try reader.append(piece).map { "\($0)" } }
      items += try reader.finish().map { "\($0)" }
    } catch { items.append("\(error)") }
    return items.joined(separator: "\n")
  }

  /// Cuts an answer of one JSON text per line into these.
  package static func lines(_ bytes: [UInt8], cutAt cuts: [Int], limit: Int) -> String {
    var reader = JSONLineReader(lineLimit: limit)
    var items: [String] = []
    do throws(LineTooLong) {
      for piece in pieces(of: bytes, cutAt: cuts) { items += try reader.append(piece).map { "\($0)" } }
      if let last = reader.finish() { items.append("\(last)") }
    } catch { items.append("\(error)") }
    return items.joined(separator: "\n")
  }

  /// Judges an answer by the tables of a provider.
  package static func verdict(_ provider: String, _ status: Int, _ headers: HTTPHeaders, _ body: [UInt8]) -> String {
    let result = Classification(provider: provider, status: status, headers: headers, body: body)
    return "\(result.outcome) \(result.row ?? "-") \(result.retryAfter.map { "\($0)" } ?? "-")"
  }

  private static func text(of reply: ModelReply) -> String {
    "\(reply.text)\n\(reply.thinking)\n\(reply.thoughts)\n\(reply.toolCalls)\n\(reply.ending)"
  }

  private static func pieces(of bytes: [UInt8], cutAt cuts: [Int]) -> [[UInt8]] {
    var pieces: [[UInt8]] = []
    var start = 0
    for cut in cuts where cut > start && cut < bytes.count {
      pieces.append(Array(bytes[start..<cut]))
      start = cut
    }
    return pieces + [Array(bytes[start...])]
  }
}
