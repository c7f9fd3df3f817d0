import Testing
import Typecast
import TypecastJSON

@testable import TypecastModels

@Suite("Answers of Anthropic")
struct AnthropicReplyTests {
  private let format = AnthropicMessages()

  private func reply(_ text: String, answerTool: String? = nil) throws -> ModelReply {
    try format.reply(from: JSONValue(parsing: text), answerTool: answerTool)
  }

  private func stream(_ events: [String], by length: Int = 1 << 16, answerTool: String? = nil) throws -> ModelReply {
    let text = events.map { "data: \($0)\n\n" }.joined()
    return try streamed(format, Array(text.utf8), by: length, answerTool: answerTool)
  }

  @Test("A whole answer has text, thoughts, calls, usage and names")
  func whole() throws {
    let reply = try reply(
      """
      {"id":"msg_1","type":"message","role":"assistant","model":"m","content":[
       {"type":"thinking","thinking":"Hm.","signature":"s1"},{"type":"redacted_thinking","data":"d"},
       {"type":"thinking","thinking":"Unsigned.","signature":""},
       {"type":"text","text":"Wait. "},{"type":"new_thing","text":"no"},{"type":"text","text":"Yes."},
       {"type":"server_tool_use","id":"x","name":"web_search","input":{}},
       {"type":"tool_use","id":"t1","name":"find","input":{"a":1.0}},{"type":"tool_use","id":"","name":"go","input":{}}],
       "stop_reason":"tool_use","stop_sequence":null,
       "usage":{"input_tokens":5,"cache_creation_input_tokens":20,"cache_read_input_tokens":100,"output_tokens":7,
        "output_tokens_details":{"thinking_tokens":3}}}
      """)
    #expect(reply.text == "Wait. Yes.")
    #expect(reply.thinking == "Hm.Unsigned.")
    #expect(
      reply.thoughts == [Thought("Hm.", signature: "s1"), Thought("", signature: "d", id: "redacted_thinking")])
    #expect(
      reply.toolCalls == [
        ToolCall(id: "t1", name: "find", arguments: #"{"a":1.0}"#), ToolCall(id: "call_8", name: "go", arguments: "{}"),
      ])
    #expect(reply.finish == .toolCalls)
    #expect(reply.usage == Usage(input: 125, output: 7, cached: 100, reasoning: 3))
    #expect(reply.ending.requestID == "msg_1")
    #expect(reply.ending.model == "m")
  }

  @Test(
    "Why it stopped",
    arguments: [
      ("end_turn", FinishReason.stop), ("stop_sequence", .stop), ("tool_use", .stop), ("max_tokens", .length),
      ("model_context_window_exceeded", .length), ("refusal", .refusal),
      ("pause_turn", FinishReason(rawValue: "pause_turn")), ("news", FinishReason(rawValue: "news")), ("", .incomplete),
    ])
  func finish(word: String, finish: FinishReason) throws {
    let reply = try reply(#"{"content":[{"type":"text","text":"a"}],"stop_reason":"\#(word)"}"#)
    #expect(reply.finish == finish)
    let streamed = try stream([
      #"{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"a"}}"#,
      #"{"type":"message_delta","delta":{"stop_reason":"\#(word)"}}"#, #"{"type":"message_stop"}"#,
    ])
    #expect(streamed.text == "a")
    #expect(streamed.finish == finish)
  }

  @Test(
    "A refusal is told in the provider's words",
    arguments: [
      (#"{"type":"refusal","category":"cyber","explanation":"No."}"#, "No."),
      (#"{"type":"refusal","category":"bio","explanation":null}"#, "bio"),
      (#"{"type":"refusal","category":null,"explanation":null}"#, nil), ("null", nil),
    ])
  func refusal(details: String, words: String?) throws {
    let reply = try reply(#"{"content":[],"stop_reason":"refusal","stop_details":\#(details)}"#)
    #expect(reply.finish == .refusal)
    #expect(reply.ending.explanation == words)
  }

  @Test("What is no answer is told as such")
  func faults() throws {
    for body in [#"{"type":"error","error":{"type":"overloaded_error"}}"#, #"{"error":{"message":"x"},"content":[]}"#] {
      let error = #expect(throws: WireFault.self) { try reply(body) }
      guard case .reported(let json)? = error else { throw Failure() }
      #expect(json["error"] != nil)
    }
    for body in ["[]", "null", #""hi""#, "{}", #"{"content":"text"}"#] {
      let error = #expect(throws: WireFault.self) { try reply(body) }
      guard case .malformed? = error else { throw Failure() }
    }
  }

  private struct Failure: Error {}

  private static let events = [
    #"{"type":"message_start","message":{"id":"msg_1","model":"m","usage":{"input_tokens":5,"output_tokens":1}}}"#,
    #"{"type":"ping"}"#,
    #"{"type":"content_block_start","index":0,"content_block":{"type":"thinking","thinking":"","signature":""}}"#,
    #"{"type":"content_block_delta","index":0,"delta":{"type":"thinking_delta","thinking":"H"}}"#,
    #"{"type":"content_block_delta","index":0,"delta":{"type":"thinking_delta","thinking":"m."}}"#,
    #"{"type":"content_block_delta","index":0,"delta":{"type":"signature_delta","signature":"s1"}}"#,
    #"{"type":"content_block_stop","index":0}"#,
    #"{"type":"content_block_start","index":1,"content_block":{"type":"text","text":"Y"}}"#,
    #"{"type":"content_block_start","index":2,"content_block":{"type":"tool_use","id":"t1","name":"find","input":{}}}"#,
    #"{"type":"content_block_delta","index":2,"delta":{"type":"input_json_delta","partial_json":""}}"#,
    #"{"type":"content_block_delta","index":1,"delta":{"type":"text_delta","text":"es 😀"}}"#,
    #"{"type":"content_block_delta","index":1,"delta":{"type":"citations_delta","citation":{}}}"#,
    #"{"type":"content_block_delta","index":2,"delta":{"type":"input_json_delta","partial_json":"{\"a\""}}"#,
    #"{"type":"content_block_delta","index":2,"delta":{"type":"input_json_delta","partial_json":":1}"}}"#,
    #"{"type":"content_block_stop","index":1}"#, #"{"type":"content_block_stop","index":2}"#,
    #"{"type":"content_block_start","index":3,"content_block":{"type":"tool_use","id":"t2","name":"go","input":{}}}"#,
    #"{"type":"content_block_stop","index":3}"#,
    #"{"type":"message_delta","delta":{"stop_reason":"tool_use","stop_sequence":null},"usage":{"output_tokens":9}}"#,
    #"{"type":"message_stop"}"#, #"{"type":"content_block_delta","index":1,"delta":{"type":"text_delta","text":"x"}}"#,
  ]

  @Test("A stream comes to the same wherever it is cut", arguments: [1, 3, 50, 10_000])
  func streams(length: Int) throws {
    let reply = try stream(Self.events, by: length)
    #expect(reply.text == "Yes 😀")
    #expect(reply.thinking == "Hm.")
    #expect(reply.thoughts == [Thought("Hm.", signature: "s1")])
    #expect(
      reply.toolCalls == [
        ToolCall(id: "t1", name: "find", arguments: #"{"a":1}"#), ToolCall(id: "t2", name: "go", arguments: "{}"),
      ])
    #expect(reply.finish == .toolCalls)
    #expect(reply.usage == Usage(input: 5, output: 9))
    #expect(reply.ending.requestID == "msg_1")
    #expect(reply.ending.model == "m")
  }

  @Test("A stream without its last event is whole where a reason was given, and else is not", arguments: 0...18)
  func cut(count: Int) throws {
    let reply = try stream(Array(Self.events.prefix(count)))
    #expect(reply.finish == .incomplete)
    #expect(reply.usage.input == (count == 0 ? nil : 5))
    // The call whose end was not told is none.
    #expect(reply.toolCalls.map(\.name) == (count < 16 ? [] : count < 18 ? ["find"] : ["find", "go"]))
    #expect(try stream(Array(Self.events.prefix(19))).finish == .toolCalls)
  }

  @Test("A server that ends no block loses none")
  func unended() throws {
    let events = Self.events.filter { !$0.contains("content_block_stop") }
    let whole = try stream(Self.events)
    let reply = try stream(events)
    #expect(reply.text == whole.text)
    #expect(reply.toolCalls == whole.toolCalls)
    #expect(reply.thoughts == whole.thoughts)
    #expect(reply.finish == whole.finish)
    // The same, where all blocks have one place.
    let one = try stream(
      events.map { $0.replacing(#""index":2"#, #""index":0"#).replacing(#""index":3"#, #""index":0"#) })
    #expect(one.toolCalls == whole.toolCalls)
    #expect(one.thoughts == whole.thoughts)
  }

  @Test("An error in a stream is reported, by its event or by its look")
  func errors() throws {
    let error = #"{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}"#
    for bad in [error, #"{"error":{"message":"x"}}"#] {
      let fault = #expect(throws: WireFault.self) { try stream(Self.events.prefix(5) + [bad]) }
      guard case .reported(let json)? = fault else { throw Failure() }
      #expect(json["error"]?["message"] != nil)
    }
    let named = Array("event: error\ndata: {\"error\":{\"message\":\"x\"}}\n\n".utf8)
    #expect(throws: WireFault.self) { try streamed(format, named, by: 4) }
  }

  @Test("Places and members that make no sense do no harm")
  func hostile() throws {
    let reply = try stream([
      "{}", #"{"type":"message_start"}"#, #"{"type":"message_start","message":7}"#,
      #"{"type":"content_block_start"}"#, #"{"type":"content_block_start","index":1000000000,"content_block":null}"#,
      #"{"type":"content_block_start","index":-5,"content_block":{"type":"tool_use"}}"#,
      #"{"type":"content_block_delta","index":-5,"delta":{"type":"input_json_delta","partial_json":"{"}}"#,
      #"{"type":"content_block_delta","index":99,"delta":{"type":"input_json_delta","partial_json":"{"}}"#,
      #"{"type":"content_block_delta","index":1e99,"delta":{"type":"text_delta","text":"a"}}"#,
      #"{"type":"content_block_delta","index":"b","delta":{"type":"text_delta","text":5}}"#,
      #"{"type":"content_block_delta"}"#, #"{"type":"content_block_stop","index":77}"#,
      #"{"type":"content_block_stop","index":-5}"#, #"{"type":"message_delta"}"#, #"{"type":"brand_new"}"#,
      #"{"type":"message_delta","delta":{"stop_reason":7},"usage":{"input_tokens":-4,"output_tokens":1e30}}"#,
      #"{"type":"message_delta","usage":{"input_tokens":9223372036854775807,"cache_read_input_tokens":9}}"#,
      #"{"type":"message_stop"}"#,
    ])
    #expect(reply.text == "a")
    #expect(reply.toolCalls == [ToolCall(id: "call_-5", name: "", arguments: "{")])
    #expect(reply.finish == .incomplete)
    #expect(reply.usage == Usage(input: .max, cached: 9))
    let many = (0..<3000).map { #"{"type":"content_block_start","index":\#($0),"content_block":{"type":"text"}}"# }
    #expect(try stream(many).finish == .incomplete)
    #expect(throws: WireFault.self) { try stream(["{"]) }
    #expect(try streamed(format, [], by: 1).finish == .incomplete)
  }

  @Test("A long argument in small pieces takes its time only once")
  func long() throws {
    let start = #"{"type":"content_block_start","index":0,"content_block":{"type":"tool_use","id":"t","name":"f"}}"#
    let piece =
      #"{"type":"content_block_delta","index":0,"delta":{"type":"input_json_delta","partial_json":"0123456789"}}"#
    let end = #"{"type":"message_delta","delta":{"stop_reason":"tool_use"}}"#
    let reply = try stream([start] + Array(repeating: piece, count: 20_000) + [end])
    #expect(reply.toolCalls.first?.arguments.utf8.count == 200_000)
  }

  @Test("Where a tool takes the answer, its argument is the text")
  func answerTool() throws {
    let whole = try reply(
      #"""
      {"content":[{"type":"tool_use","id":"t","name":"Answer","input":{"a":[1]}}],"stop_reason":"tool_use"}
      """#, answerTool: "Answer")
    #expect(whole.text == #"{"a":[1]}"#)
    #expect(whole.toolCalls.isEmpty)
    #expect(whole.finish == .stop)
    let start =
      #"{"type":"content_block_start","index":0,"content_block":{"type":"tool_use","id":"t","name":"Answer","input":{}}}"#
    let deltas = [#"{\"a\":"#, "[1]}"].map {
      #"{"type":"content_block_delta","index":0,"delta":{"type":"input_json_delta","partial_json":"\#($0)"}}"#
    }
    let stop = #"{"type":"content_block_stop","index":0}"#
    let end = #"{"type":"message_delta","delta":{"stop_reason":"tool_use"}}"#
    var reader = format.makeStreamReader(answerTool: "Answer")
    var texts: [String] = []
    for event in [start] + deltas + [stop, end] {
      for case .text(let text) in try reader.read(Array("data: \(event)\n\n".utf8)) { texts.append(text) }
    }
    #expect(texts == [#"{"a":"#, "[1]}"])
    #expect(try stream([start] + deltas + [stop, end], answerTool: "Answer").finish == .stop)
    #expect(try stream([start, stop, end], answerTool: "Answer").text == "{}")
    // Nothing of it came: that is no answer without members.
    #expect(try stream([start], answerTool: "Answer").text == "")
    #expect(try stream([start] + deltas + [stop, end], answerTool: "Other").toolCalls.map(\.name) == ["Answer"])
  }
}

extension String {
  /// The text with one text put for another wherever it stands.
  fileprivate func replacing(_ old: String, _ new: String) -> String {
    var parts: [Substring] = []
    var rest = self[...]
    while let range = rest.firstRange(of: old) {
      parts.append(rest[..<range.lowerBound])
      rest = rest[range.upperBound...]
    }
    return (parts + [rest]).joined(separator: new)
  }
}
