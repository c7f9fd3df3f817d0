import Synchronization
import TestSupport
import Testing
import Typecast

import struct GoldenTypes.Person

/// A list of lines as a model may give it.
private let schema = """
  {"type": "object", "properties": {"title": {"type": "string"}, "lines": {"type": "array", "items": {"type": "object", \
  "properties": {"name": {"type": "string", "minLength": 1}, "nick": {"type": ["string", "null"]}}, \
  "required": ["name", "nick"], "additionalProperties": false}}}, "required": ["title", "lines"]}
  """

@Suite("Answers that are shown while they grow")
struct ReplyStreamTests {
  private let sound =
    #"{"title": "Größen", "lines": [{"name": "Ada 👩‍💻", "nick": null}, {"name": "Bob", "nick": "B\u00e9"}]}"#
  private let question = [Message(.user, "?")]

  private func asker(_ model: any Model, policy: Policy = Policy()) throws -> Asker<JSONValue> {
    Asker(model, schema: try CompiledSchema(parsing: schema), named: "List", policy: policy)
  }

  @Test("The reply is the same however the text is cut, and the same as without a stream", arguments: [1, 2, 3, 5, 64])
  func cuts(length: Int) async throws {
    let broken =
      "Sure:\n```json\n{title: 'Größen', lines: [{name: 'Ada', nick: None,}, {'name': 'Bob' 'nick': \"B\"}]\n```"
    for answers in [[sound], [broken], ["no", broken], ["{\"title\": 1}", "no", sound]] {
      let whole = try await asker(ScriptedModel(answers.map { ModelReply($0) })).ask(question)
      let stream = try asker(ScriptedModel(answers.map { ModelReply($0) }, pieceLength: length)).stream(question)
      let streamed = try await stream.reply()
      #expect(streamed.value == whole.value)
      #expect(streamed.text == whole.text)
      #expect(streamed.repairs == whole.repairs)
      #expect(streamed.attempts.map(\.purpose) == whole.attempts.map(\.purpose))
      #expect(streamed.timings.firstToken != nil)
    }
  }

  @Test("Every partial that was kept stays what it was, and shows only what is whole of numbers and literals")
  func partials() async throws {
    let text = #"{"title": "a\u00e9b", "lines": [], "n": [12.50, true, null, -1e3]}"#
    var kept: [(PartialJSON, JSONValue)] = []
    for try await event in try asker(ScriptedModel(text, pieceLength: 1)).stream(question) {
      if case .partial(let partial) = event { kept.append((partial, JSONValue(partial))) }
    }
    #expect(kept.count > 40)
    for (partial, value) in kept {
      #expect(JSONValue(partial) == value)
      if let title = value["title"]?.string { #expect("aéb".hasPrefix(title)) }
      for (number, expected) in zip(
        value["n"]?.array ?? [], [.number(JSONNumber(12.5)!), true, nil, -1000] as [JSONValue])
      {
        #expect(number == expected || (expected.number != nil && number.number == expected.number))
      }
    }
  }

  @Test("Between a wrong answer and the next a restart is told, and thoughts and tools are not shown")
  func restart() async throws {
    let script = ScriptedModel([
      ModelReply(#"{"title": 5}"#, thinking: "What is a title?"), ModelReply(sound, usage: Usage(output: 7)),
    ])
    var kinds: [String] = []
    for try await event in try asker(script).stream(question) {
      let kind =
        switch event {
        case .partial: "partial"
        case .restart(let attempt): "restart \(attempt.problem?.kind.rawValue ?? "")"
        case .reply(let reply): "reply \(reply.usage)"
        }
      if kinds.last != kind { kinds.append(kind) }
    }
    #expect(kinds == ["partial", "restart invalid", "partial", #"reply {"output":7}"#])
  }

  @Test("A stream that stops before its end is a failure of the model")
  func cut() async throws {
    struct Cut: Model {
      let name = "cut"
      func reply(to request: ModelRequest) async throws -> ModelReply { ModelReply("{}") }
      func stream(_ request: ModelRequest) -> ModelStream { ModelStream { [.text(#"{"title": "a", "lines": []}"#)] } }
    }
    let error = await #expect(throws: ReplyError.self) { try await asker(Cut()).stream(question).reply() }
    #expect(error?.kind == .modelFailed)
    #expect(error?.message == "cut failed: the answer stopped before its end")
    let saved = try await asker(Cut(), policy: Policy(fallbacks: [ScriptedModel(sound)])).stream(question).reply()
    #expect(saved.model == "script")
  }

  @Test("Who leaves the loop ends the stream of the model")
  func leaving() async throws {
    final class Endless: Model {
      let name = "endless"
      let ended = Mutex(false)
      func reply(to request: ModelRequest) async throws -> ModelReply { ModelReply("{}") }
      func stream(_ request: ModelRequest) -> ModelStream {
        ModelStream(
          AsyncThrowingStream { continuation in
            continuation.yield(.text(#"{"title": ""#))
            continuation.onTermination = { _ in self.ended.withLock { $0 = true } }
          })
      }
    }
    let model = Endless()
    for try await _ in try asker(model).stream(question) { break }
    for _ in 0..<1_000 where !model.ended.withLock({ $0 }) { await Task.yield() }
    #expect(model.ended.withLock { $0 })
  }

  @Test("Elements come one by one, once they are whole and valid")
  func elements() async throws {
    for length in [1, 3, 1_000] {
      let stream = try asker(ScriptedModel(sound, pieceLength: length)).stream(question)
      var names: [String] = []
      for try await line in stream.elements(of: Line.self, at: Self.lines) { names.append(line.name) }
      #expect(names == ["Ada 👩‍💻", "Bob"])
    }
  }

  @Test("An element is there before the next one begins")
  func early() async throws {
    let pieces = [#"{"title": "", "lines": [{"name": "Ada", "nick": null}"#, #", {"name": "Bob", "nick": nul"#, "l}]}"]
    let read = Counter()
    struct Piecewise: Model {
      let name = "piecewise"
      let pieces: [String]
      let read: Counter
      func reply(to request: ModelRequest) async throws -> ModelReply { ModelReply(pieces.joined()) }
      func stream(_ request: ModelRequest) -> ModelStream {
        let queue = Mutex(pieces.map { ModelPiece.text($0) } + [.end(ModelEnding())])
        return ModelStream(
          AsyncThrowingStream {
            read.add(1)
            return queue.withLock { $0.isEmpty ? nil : $0.removeFirst() }
          })
      }
    }
    let stream = try asker(Piecewise(pieces: pieces, read: read)).stream(question)
    var elements = stream.elements(of: Line.self, at: Self.lines).makeAsyncIterator()
    #expect(try await elements.next()?.name == "Ada")
    #expect(read.value == 1)
    #expect(try await elements.next()?.name == "Bob")
    #expect(read.value == 3)
    #expect(try await elements.next() == nil)
  }

  @Test("An element that has to be repaired waits for the end, and so do those behind it")
  func repaired() async throws {
    let text =
      #"{"title": "", "lines": [{"name": "Ada", "nick": null}, {"name": 5, "nick": null}, {"name": "C", "nick": null}]}"#
    let stream = try asker(ScriptedModel(text, pieceLength: 2)).stream(question)
    var names: [String] = []
    for try await line in stream.elements(of: Line.self, at: Self.lines) { names.append(line.name) }
    #expect(names == ["Ada", "5", "C"])
  }

  @Test("A second answer goes on with the elements of the first, or the stream ends")
  func again() async throws {
    let first = #"{"lines": [{"name": "Ada", "nick": null}]}"#
    let same = #"{"title": "", "lines": [{"nick": null, "name": "Ada"}, {"name": "Bob", "nick": null}]}"#
    let other = #"{"title": "", "lines": [{"name": "Bob", "nick": null}, {"name": "Ada", "nick": null}]}"#
    var names: [String] = []
    for try await line in try asker(ScriptedModel(first, same)).stream(question).elements(
      of: Line.self, at: Self.lines)
    { names.append(line.name) }
    #expect(names == ["Ada", "Bob"])
    names = []
    let error = await #expect(throws: ReplyError.self) {
      for try await line in try asker(ScriptedModel(first, other)).stream(question).elements(
        of: Line.self, at: Self.lines)
      { names.append(line.name) }
    }
    #expect(error?.kind == .changed)
    #expect(names == ["Ada"])
  }

  /// An element, as plain as a compiled type would have it.
  private typealias Line = Person

  private static let lines: @Sendable (PartialJSON) -> PartialArray<PartialJSON>? = { partial in
    partial["lines"].flatMap(PartialArray.init(partial:))
  }
}
