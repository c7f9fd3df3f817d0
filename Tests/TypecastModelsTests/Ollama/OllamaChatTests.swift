import TestSupport
import Testing
import Typecast
import TypecastJSON
import TypecastSchema

@testable import TypecastModels

@Suite("Ollama's chat")
struct OllamaChatTests {
  private let format = OllamaChat()

  private func reply(_ text: String, answerTool: String? = nil) throws -> ModelReply {
    try format.reply(from: JSONValue(parsing: text), answerTool: answerTool)
  }

  @Test("A whole answer has text, thoughts, calls, usage and times")
  func whole() throws {
    let reply = try reply(
      """
      {"model":"m","message":{"role":"assistant","content":"Yes.","thinking":"Hm.",
       "tool_calls":[{"function":{"name":"find","arguments":{"a":1}}},{"id":"x","function":{"name":"go","arguments":{}}}]},
       "done":true,"done_reason":"stop","load_duration":1000000,"prompt_eval_count":7,"prompt_eval_duration":2000000,
       "eval_count":3}
      """)
    #expect(reply.text == "Yes.")
    #expect(reply.thinking == "Hm.")
    #expect(
      reply.toolCalls == [
        ToolCall(id: "call_1", name: "find", arguments: #"{"a":1}"#), ToolCall(id: "x", name: "go", arguments: "{}"),
      ])
    #expect(reply.finish == .toolCalls)
    #expect(reply.usage == Usage(input: 7, output: 3))
    #expect(reply.ending.model == "m")
    #expect(reply.ending.firstToken == .milliseconds(3))
  }

  @Test("Nothing but done says that an answer is whole", arguments: ["", #","done":false"#, #","done":null"#])
  func notDone(done: String) throws {
    #expect(try reply(#"{"message":{"content":"{\"v\": "}\#(done)}"#).finish == .incomplete)
  }

  @Test(
    "Why it stopped",
    arguments: [
      ("stop", FinishReason.stop), ("length", .length), ("load", .stop), ("odd", FinishReason(rawValue: "odd")),
    ])
  func finish(reason: String, finish: FinishReason) throws {
    #expect(try reply(#"{"message":{"content":"a"},"done":true,"done_reason":"\#(reason)"}"#).finish == finish)
  }

  @Test("An error in a stream is reported, and a stream may be empty")
  func abnormal() throws {
    let lines = Array(#"{"message":{"content":"a"},"done":false}"#.utf8) + [0x0A]
    #expect(throws: WireFault.self) {
      try streamed(format, lines + Array(#"{"error":"unexpected EOF"}"#.utf8), by: 5)
    }
    #expect(throws: WireFault.self) { try streamed(format, Array("<html>".utf8), by: 3) }
    #expect(throws: WireFault.self) { try streamed(format, Array("[1]".utf8), by: 3) }
    #expect(try streamed(format, [], by: 1).finish == .incomplete)
    let cut = try streamed(format, lines, by: 1)
    #expect(cut.text == "a")
    #expect(cut.finish == .incomplete)
  }

  @Test("Where a tool takes the answer, its argument is the text")
  func answerTool() throws {
    let reply = try reply(
      #"{"message":{"tool_calls":[{"function":{"name":"Answer","arguments":{"a":[1]}}}]},"done":true}"#,
      answerTool: "Answer")
    #expect(reply.text == #"{"a":[1]}"#)
    #expect(reply.toolCalls.isEmpty)
    #expect(reply.finish == .stop)
  }

  @Test(
    "Whether to think is said by a word to models that take nothing else",
    arguments: [
      ("llama3.2", Thinking.off, JSONValue.bool(false)), ("llama3.2", .budget(5), true), ("gpt-oss:20b", .off, "low"),
      ("gpt-oss:120b-cloud", .on, "medium"), ("someone/gpt-oss", .budget(5), "medium"),
      ("gpt-oss", .effort(.high), "high"),
    ])
  func thinking(model: String, thinking: Thinking, sent: JSONValue) throws {
    let request = ModelRequest([Message(.user, "Hi")], settings: Settings(thinking: thinking))
    let call = WireCall(model: model, request: request, mode: .prompted, isStreamed: false, profile: Profile())
    #expect(try format.request(for: call).body["think"] == sent)
  }

  @Test("A picture by address is refused")
  func imageURL() throws {
    let request = ModelRequest([Message(.user, [.image(Image(url: "https://example.com/a.png"))])])
    let call = WireCall(model: "m", request: request, mode: .prompted, isStreamed: false, profile: Profile())
    #expect(throws: ModelError.self) { try format.request(for: call) }
  }

  @Test("Every recorded answer is read, and read the same however it is cut", .needsTestData)
  func recorded() throws {
    var counts: [String: Int] = [:]
    for recording in try Recording.all(in: "ollama.jsonl")
    where recording.status == 200 && recording.isWhole
      && (recording.path == "/api/chat" || recording.path == "/api/generate")
    {
      do {
        let reply = try streamed(format, recording.body, by: 4096)
        counts[reply.finish.rawValue, default: 0] += 1
        let cut = try streamed(format, recording.body, by: 3)
        #expect(cut.text == reply.text, "\(recording.id)")
        #expect(cut.ending == reply.ending, "\(recording.id)")
        let text = String(decoding: recording.body, as: UTF8.self)
        #expect(text.utf8Contains("\"done\":true") == (reply.finish != .incomplete), "\(recording.id)")
      } catch WireFault.reported(let json) {
        #expect(json["error"]?.string != nil, "\(recording.id)")
        counts["error", default: 0] += 1
      }
    }
    print("Recorded answers of Ollama: \(counts.sorted { $0.key < $1.key })")
    #expect(counts.values.reduce(0, +) > 300)
    #expect((counts["incomplete"] ?? 0) > 3)
  }
}
