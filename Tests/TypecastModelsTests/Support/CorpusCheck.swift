import Testing
import Typecast
import TypecastJSON

@testable import TypecastModels

/// Reads recorded answers by a wire format, and compares what comes of them with another reading.
struct CorpusCheck {
  let format: any WireFormat

  /// How many answers there were, and how many agree in all three.
  private(set) var count = 0
  private(set) var agreed = 0
  private(set) var finishes: [String: Int] = [:]

  init(_ format: any WireFormat) {
    self.format = format
  }

  /// Where an answer is read otherwise than the other reading has it.
  private(set) var differences: [String] = []

  mutating func check(_ exchange: Exchange) {
    let reply: ModelReply
    do throws(WireFault) {
      reply = try read(exchange)
    } catch {
      switch error {
      case .reported: finishes["error", default: 0] += 1
      case .malformed(let message):
        count += 1
        differences.append("\(exchange.id): \(message)")
      }
      return
    }
    count += 1
    finishes[reply.finish.rawValue, default: 0] += 1
    guard let assembled = exchange.assembled else {
      agreed += 1
      return
    }
    var problems: [String] = []
    let text = assembled["text"]?.string ?? ""
    if reply.text != text { problems.append("text '\(reply.text.excerpt(60))', not '\(text.excerpt(60))'") }
    let calls = assembled["tool_calls"]?.array ?? []
    if reply.toolCalls.map(\.name) != calls.map({ $0["name"]?.string ?? "" }) {
      problems.append("calls \(reply.toolCalls.map(\.name)), not \(calls.map { $0["name"]?.string ?? "" })")
    } else {
      for (mine, other) in zip(reply.toolCalls, calls) {
        let arguments = try? JSONValue(parsing: mine.arguments)
        let others = other["arguments"]?.string.flatMap { try? JSONValue(parsing: $0) } ?? other["arguments"]
        if let arguments, let others, arguments != others { problems.append("arguments \(mine.arguments.excerpt(60))") }
      }
    }
    if problems.isEmpty { agreed += 1 } else { differences.append("\(exchange.id): \(problems.joined(separator: "; "))") }
  }

  private func read(_ exchange: Exchange) throws(WireFault) -> ModelReply {
    guard exchange.isStream else {
      let json: JSONValue
      do { json = try JSONValue(parsing: exchange.body) } catch { throw .malformed("no JSON: \(error.message)") }
      return try format.reply(from: json, answerTool: nil)
    }
    let first = try readStream(exchange.body, by: 1 << 20)
    for length in [1, 7, 1000] where exchange.body.count < 50_000 || length > 1 {
      let again = try readStream(exchange.body, by: length)
      guard again.text == first.text, again.toolCalls == first.toolCalls, again.ending == first.ending,
        again.thinking == first.thinking, again.thoughts == first.thoughts
      else { throw .malformed("cut into pieces of \(length), it is read otherwise") }
    }
    return first
  }

  private func readStream(_ bytes: [UInt8], by length: Int) throws(WireFault) -> ModelReply {
    var reader = format.makeStreamReader(answerTool: nil)
    var reply = ModelReply("")
    var start = 0
    while start < bytes.count {
      let end = min(start + length, bytes.count)
      for piece in try reader.read(Array(bytes[start..<end])) { reply.append(piece) }
      start = end
    }
    for piece in try reader.finish() { reply.append(piece) }
    return reply
  }
}
