import TestSupport
import Testing
import Typecast
import TypecastJSON

@testable import TypecastModels

/// Where our reading of recorded answers is another than that of whoever collected them, and why ours is right.
struct CorpusDifferences {
  /// Those that are read otherwise, by the reason for it.
  var reasons: [(reason: String, ids: Set<String>)] = []
  /// Those that are no answers, by the reason for it.
  var unreadable: [(reason: String, ids: Set<String>)] = []
  /// Those that hold an error although their status is one of success.
  var reported: Set<String> = []
  /// Those that say nowhere that they are whole.
  var incomplete: Set<String> = []

  var explained: Set<String> { reasons.reduce(into: []) { $0.formUnion($1.ids) } }
  var unread: Set<String> { unreadable.reduce(into: []) { $0.formUnion($1.ids) } }
}

/// Reads recorded answers by a wire format, and compares what comes of them with another reading.
struct CorpusCheck {
  let format: any WireFormat
  let differences: CorpusDifferences
  /// What a provider's word for the end comes to; nil for one that says nothing.
  let finish: (String, ModelReply) -> FinishReason?

  /// How many answers there were, how many agree in all, and how many of them are streams.
  private(set) var count = 0
  private(set) var agreed = 0
  private(set) var streams = 0
  private(set) var finishes: [String: Int] = [:]

  init(
    _ format: any WireFormat, _ differences: CorpusDifferences,
    finish: @escaping (String, ModelReply) -> FinishReason?
  ) {
    self.format = format
    self.differences = differences
    self.finish = finish
  }

  mutating func check(_ exchange: Exchange) {
    count += 1
    if exchange.isStream { streams += 1 }
    let id = exchange.id
    let (isReported, isUnread) = (differences.reported.contains(id), differences.unread.contains(id))
    do throws(WireFault) {
      let reply = try read(exchange)
      #expect(!isReported && !isUnread, "\(id) is read")
      finishes[reply.finish.rawValue, default: 0] += 1
      #expect((reply.finish == .incomplete) == differences.incomplete.contains(id), "\(id): \(reply.finish)")
      let problems = exchange.assembled.map { self.problems(of: reply, beside: $0) } ?? []
      #expect(problems.isEmpty != differences.explained.contains(id), "\(id): \(problems)")
      if problems.isEmpty { agreed += 1 }
    } catch {
      switch error {
      case .reported(let json):
        finishes["error", default: 0] += 1
        #expect(isReported, "\(id): \(json)")
        if isReported { agreed += 1 }
      case .malformed(let message): #expect(isUnread, "\(id): \(message)")
      }
    }
  }

  private func problems(of reply: ModelReply, beside assembled: JSONValue) -> [String] {
    var problems: [String] = []
    let text = assembled["text"]?.string ?? ""
    if reply.text != text { problems.append("text '\(reply.text.excerpt(60))', not '\(text.excerpt(60))'") }
    let calls = assembled["tool_calls"]?.array ?? []
    if reply.toolCalls.map(\.name) != calls.map({ $0["name"]?.string ?? "" }) {
      problems.append("calls \(reply.toolCalls.map(\.name)), not \(calls.map { $0["name"]?.string ?? "" })")
    } else {
      for (ours, theirs) in zip(reply.toolCalls, calls) where !isSame(ours.arguments, theirs["arguments"]) {
        problems.append("arguments \(ours.arguments.excerpt(60))")
      }
    }
    let word = (assembled["finish"]?.array ?? []).last?.words
    if let word, let wanted = finish(word, reply), wanted != reply.finish {
      problems.append("finish \(reply.finish), not \(word)")
    }
    return problems
  }

  /// Whether two arguments are the same JSON; or the same text, where they are none.
  private func isSame(_ ours: String, _ theirs: JSONValue?) -> Bool {
    let theirText = theirs?.string
    if let theirText, theirText == ours { return true }
    guard let json = try? JSONValue(parsing: ours) else { return false }
    return json == (theirText.flatMap { try? JSONValue(parsing: $0) } ?? theirs)
  }

  private func read(_ exchange: Exchange) throws(WireFault) -> ModelReply {
    guard exchange.isStream else {
      let json: JSONValue
      do { json = try JSONValue(parsing: exchange.body) } catch { throw .malformed("no JSON: \(error.message)") }
      return try format.reply(from: json, answerTool: nil)
    }
    let first = try readStream(exchange.body, cutAt: [])
    let size = exchange.body.count
    // Each byte where that is quick, and else some places all over it.
    let cuts = size < 1000 ? Array(1..<max(size, 1)) : (1..<40).map { size * $0 / 40 }
    for cut in cuts.sampled(8) {
      same(try readStream(exchange.body, cutAt: [cut]), first, "\(exchange.id) cut at \(cut)")
    }
    for length in [1, 7, 1000].sampled(2) where size < 50_000 || length > 1 {
      let cuts = Array(stride(from: length, to: size, by: length))
      same(try readStream(exchange.body, cutAt: cuts), first, "\(exchange.id) in pieces of \(length)")
    }
    return first
  }

  private func same(_ reply: ModelReply, _ whole: ModelReply, _ what: String) {
    let isSame =
      reply.text == whole.text && reply.thinking == whole.thinking && reply.thoughts == whole.thoughts
      && reply.toolCalls == whole.toolCalls && reply.ending == whole.ending
    #expect(isSame, "\(what)")
  }

  private func readStream(_ bytes: [UInt8], cutAt cuts: [Int]) throws(WireFault) -> ModelReply {
    var reader = format.makeStreamReader(answerTool: nil)
    var reply = ModelReply("")
    var start = 0
    for end in cuts + [bytes.count] {
      for piece in try reader.read(Array(bytes[start..<end])) { reply.append(piece) }
      start = end
    }
    for piece in try reader.finish() { reply.append(piece) }
    return reply
  }
}
