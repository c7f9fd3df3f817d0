import Foundation
import GeneratedInvoices
import Typecast

/// Answers of several lengths in pieces of four bytes, the consumer keeping every partial value.
func growingTasks(_ works: Works) throws -> [Task] {
  try ["sound", "fenced", "broken"].flatMap { form in
    try [20, 50, 100].flatMap { kilobytes in
      let name = "catalogue-\(form)-\(kilobytes)kb"
      let bytes = try works.answer(name)
      let model = PieceModel(bytes, length: 4)
      let count = try waiting { try await grow(model) }
      // A broken text is mended anew a few times only.
      guard count > (form == "broken" ? 30 : kilobytes * 200) else {
        throw BenchmarkError(message: "\(name) shows only \(count) partial values.")
      }
      return [
        Task(work: "grow \(name)", contender: "Typecast", bytes: bytes.count) {
          _ = try waiting { try await grow(model) }
        },
        Task(work: "grow \(name)", contender: "(the pieces alone)", bytes: bytes.count) {
          try waiting { for try await _ in model.stream(ModelRequest([])) {} }
        },
      ]
    }
  }
}

/// A catalogue as a model writes it.
func catalogue(_ form: String, kilobytes: Int) -> String {
  let isBroken = form == "broken"
  var text = isBroken ? "{shop: 'Åhléns', // in Malmö\n 'articles': [\n" : "{\"shop\": \"Åhléns\",\n \"articles\": [\n"
  var index = 0
  while text.utf8.count < kilobytes * 1000 - 150 {
    if index > 0 { text += ",\n" }
    text +=
      isBroken
      ? #" {'id': \#(index), name: 'Article "\#(index)" of many', 'sold': \#(index % 3 == 0 ? "True" : "False"), "#
        + #"'price': \#(index % 97).5, 'tags': ['new', 'gr\u00f6n',],}"#
      : #" {"id": \#(index), "name": "Article \"\#(index)\" of many", "sold": \#(index % 3 == 0), "#
        + #""price": \#(index % 97).5, "tags": ["new", "gr\u00f6n"]}"#
    index += 1
  }
  text += "\n]}"
  return form == "fenced" ? "<think>A list.</think>Here it is:\n```json\n\(text)\n```\nIs that all?" : text
}

/// How many partial values come before the reply.
private func grow(_ model: PieceModel) async throws -> Int {
  var kept: [Catalogue.Partial] = []
  for try await event in Asker(model, for: Catalogue.self, policy: .once).stream([Message(.user, "?")]) {
    if case .partial(let partial) = event { kept.append(partial) }
  }
  return kept.count
}

/// A model that hands one answer over in pieces that were cut before.
private struct PieceModel: Model {
  let name = "pieces"
  let pieces: [String]

  init(_ bytes: [UInt8], length: Int) {
    var pieces: [String] = []
    var piece = ""
    for character in String(decoding: bytes, as: UTF8.self) {
      piece.append(character)
      if piece.utf8.count >= length {
        pieces.append(piece)
        piece = ""
      }
    }
    self.pieces = pieces + [piece]
  }

  func reply(to request: ModelRequest) async throws -> ModelReply { ModelReply(pieces.joined()) }

  func stream(_ request: ModelRequest) -> ModelStream {
    let pieces = pieces
    return ModelStream { pieces.map { .text($0) } + [.end(ModelEnding(.stop))] }
  }
}

/// Waits for what is done elsewhere.
private func waiting<Result: Sendable>(_ work: @escaping @Sendable () async throws -> Result) throws -> Result {
  let box = Box<Result>()
  let done = DispatchSemaphore(value: 0)
  _Concurrency.Task {
    do { box.result = .success(try await work()) } catch { box.result = .failure(error) }
    done.signal()
  }
  done.wait()
  guard let result = box.result else { throw BenchmarkError(message: "There is no result.") }
  return try result.get()
}

/// Holds a result, which one thread writes before the other reads it.
private final class Box<Value>: @unchecked Sendable {
  var result: Result<Value, any Error>?
}
