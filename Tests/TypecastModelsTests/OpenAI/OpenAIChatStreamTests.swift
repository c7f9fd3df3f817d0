import Testing
import Typecast
import TypecastJSON

@testable import TypecastModels

@Suite("Streams of OpenAI's chat")
struct OpenAIChatStreamTests {
  private let format = OpenAIChat(.compatible)

  /// Reads a stream of these events, cut at every byte and not at all.
  private func reply(_ events: [String], answerTool: String? = nil) throws -> ModelReply {
    let bytes = Array(events.map { "data: \($0)\n\n" }.joined().utf8)
    let whole = try streamed(format, bytes, by: 1 << 20, answerTool: answerTool)
    let cut = try streamed(format, bytes, by: 1, answerTool: answerTool)
    #expect(cut.text == whole.text)
    #expect(cut.toolCalls == whole.toolCalls)
    #expect(cut.ending == whole.ending)
    return whole
  }

  private func delta(_ members: String, finish: String? = nil) -> String {
    #"{"id":"c1","choices":[{"index":0,"delta":{\#(members)},"finish_reason":\#(finish.map { "\"\($0)\"" } ?? "null")}]}"#
  }

  private func calls(_ list: String, finish: String? = nil) -> String {
    delta("\"tool_calls\":[\(list)]", finish: finish)
  }

  private func pieces(_ events: [String], answerTool: String? = nil) throws -> [ModelPiece] {
    var reader = format.makeStreamReader(answerTool: answerTool)
    return try events.flatMap { try reader.read(Array("data: \($0)\n\n".utf8)) } + reader.finish()
  }

  @Test("Usage behind the finish reason is read")
  func usage() throws {
    let reply = try reply([
      delta(#""role":"assistant","content":"a""#), delta(#""content":"b""#), delta("", finish: "stop"),
      #"{"id":"c1","choices":[],"usage":{"prompt_tokens":4,"completion_tokens":2}}"#, "[DONE]",
    ])
    #expect(reply.text == "ab")
    #expect(reply.finish == .stop)
    #expect(reply.usage == Usage(input: 4, output: 2))
    #expect(reply.ending.requestID == "c1")
  }

  @Test("The finish reason is the end, with [DONE] or without; [DONE] alone is none")
  func end() throws {
    let text = delta(#""content":"a""#)
    let stop = delta("", finish: "stop")
    #expect(try reply([text, stop, "[DONE]"]).finish == .stop)
    #expect(try reply([text, stop]).finish == .stop)
    let cut = try reply([text, #"{"choices":[],"usage":{"prompt_tokens":4}}"#, "[DONE]"])
    #expect(cut.finish == .incomplete)
    #expect(cut.usage.input == 4)
    #expect(cut.ending.requestID == "c1")
    #expect(try reply([text]).finish == .incomplete)
    #expect(try reply([]).finish == .incomplete)
    #expect(try reply([text, stop, "[DONE]", delta(#""content":"b""#)]).text == "a")
    let ends = try pieces([text, stop, "[DONE]", "[DONE]"]).filter { if case .end = $0 { true } else { false } }
    #expect(ends.count == 1)
  }

  @Test("A reason that something is missing stays")
  func reasons() throws {
    #expect(try reply([delta(#""content":"a""#, finish: "stop"), delta("", finish: "length")]).finish == .length)
    #expect(try reply([delta(#""content":"a""#, finish: "length"), delta("", finish: "stop")]).finish == .length)
  }

  @Test("An event of an error ends it, behind what was said")
  func errors() throws {
    var reader = format.makeStreamReader(answerTool: nil)
    #expect(try reader.read(Array("data: \(delta(#""content":"a""#))\n\n".utf8)).count == 1)
    #expect(throws: WireFault.self) { try reader.read(Array("data: {\"error\":{\"message\":\"m\"}}\n\n".utf8)) }
    for text in [
      "data: {\"error\":\"m\"}\n\n", "event: error\ndata: {\"message\":\"m\"}\n\n", "{\n\"error\": {\"code\": 1}\n}\n",
      "data: {\"choices\":[{\"index\":0,\"delta\":{},\"error\":{\"code\":502},\"finish_reason\":\"error\"}]}\n\n",
    ] {
      do {
        _ = try streamed(format, Array(text.utf8), by: 3)
        Issue.record("nothing was thrown for \(text)")
      } catch WireFault.reported {}
    }
    for text in ["data: <html>\n\n", "data: [1]\n\n", "data: {\"choices\":\n\n"] {
      do {
        _ = try streamed(format, Array(text.utf8), by: 3)
        Issue.record("nothing was thrown for \(text)")
      } catch WireFault.malformed {}
    }
  }

  @Test("Comments, blank data, space around [DONE] and events without blank lines between them")
  func frames() throws {
    let text =
      ": OPENROUTER PROCESSING\n\ndata:\n\ndata: \(delta(#""content":"a""#))\ndata: \(delta(#""content":"b""#, finish: "stop"))\n\n"
      + "data: [DONE] \n\n"
    for length in [1, 1000] {
      let reply = try streamed(format, Array(text.utf8), by: length)
      #expect(reply.text == "ab")
      #expect(reply.finish == .stop)
    }
  }

  @Test("Calls are put together by their number")
  func numbered() throws {
    let reply = try reply([
      calls(#"{"index":0,"id":"a","type":"function","function":{"name":"f","arguments":""}}"#),
      calls(#"{"index":0,"function":{"arguments":"{\"v\""}}"#),
      calls(
        #"{"index":1,"id":"b","function":{"name":"g","arguments":"{"}},{"index":0,"function":{"arguments":":1}"}}"#),
      calls(#"{"index":1,"id":"b","function":{"name":"g","arguments":"}"}}"#, finish: "tool_calls"),
    ])
    #expect(
      reply.toolCalls == [
        ToolCall(id: "a", name: "f", arguments: #"{"v":1}"#), ToolCall(id: "b", name: "g", arguments: "{}"),
      ])
    #expect(reply.finish == .toolCalls)
  }

  @Test("Calls without numbers, with one number for all, and without ids")
  func unnumbered() throws {
    func names(_ events: [String]) throws -> [String] {
      try reply(events).toolCalls.map { "\($0.id) \($0.name) \($0.arguments)" }
    }
    #expect(
      try names([
        calls(#"{"id":"a","function":{"name":"f","arguments":"{"}}"#), calls(#"{"function":{"arguments":"}"}}"#),
        calls(#"{"id":"b","function":{"name":"f","arguments":"[]"}}"#, finish: "tool_calls"),
      ]) == ["a f {}", "b f []"])
    #expect(
      try names([
        calls(#"{"index":0,"id":"a","function":{"name":"f","arguments":"{}"}}"#),
        calls(#"{"index":0,"id":"b","function":{"name":"f","arguments":"{"}}"#),
        calls(#"{"index":0,"function":{"arguments":"}"}}"#, finish: "stop"),
      ]) == ["a f {}", "b f {}"])
    #expect(
      try names([
        calls(
          #"{"index":0,"function":{"name":"f","arguments":"{}"}},{"index":0,"function":{"name":"g","arguments":"[]"}}"#),
        delta("", finish: "tool_calls"),
      ]) == ["call_1 f {}", "call_2 g []"])
    #expect(
      try names([
        calls(#"{"function":{"name":"f","arguments":{"v":1}}}"#), calls(#"{"function":{"name":"g","arguments":{}}}"#),
        delta("", finish: "tool_calls"),
      ]) == [#"call_1 f {"v":1}"#, "call_2 g {}"])
    #expect(
      try names([
        calls(#"{"index":0,"id":"x1","function":{"name":"f","arguments":"{"}}"#),
        calls(#"{"index":0,"id":"x2","function":{"arguments":"}"}}"#, finish: "tool_calls"),
      ]) == ["x1 f {}"])
    #expect(
      try names([
        delta(#""function_call":{"name":"f","arguments":""}"#), delta(#""function_call":{"arguments":"{}"}"#),
        delta("", finish: "function_call"),
      ]) == ["call_1 f {}"])
  }

  @Test("A number is a label: no server makes us keep as many calls as it says")
  func hostileNumbers() throws {
    let reply = try reply([
      calls(#"{"index":1000000000,"id":"a","function":{"name":"f","arguments":"{}"}}"#),
      calls(#"{"index":-5,"id":"b","function":{"name":"g","arguments":"{}"}}"#),
      calls(#"{"index":9223372036854775807,"id":"c","function":{"name":"h","arguments":"{}"}}"#, finish: "tool_calls"),
    ])
    #expect(reply.toolCalls.map(\.name) == ["f", "g", "h"])
  }

  @Test("Of a stream that is cut only calls are handed over whose argument is whole")
  func cutCalls() throws {
    let reply = try reply([
      calls(#"{"index":0,"id":"a","function":{"name":"f","arguments":"{}"}}"#),
      calls(#"{"index":1,"id":"b","function":{"name":"g","arguments":"{\"v\":"}}"#),
    ])
    #expect(reply.toolCalls.map(\.id) == ["a"])
    #expect(reply.finish == .incomplete)
  }

  @Test("The argument of the tool that takes the answer is text as it comes")
  func answerTool() throws {
    let events = [
      calls(#"{"index":0,"id":"a","function":{"name":"Answer","arguments":""}}"#),
      calls(#"{"index":0,"function":{"arguments":"{\"v\""}}"#), calls(#"{"index":0,"function":{"arguments":":1}"}}"#),
      delta("", finish: "tool_calls"), "[DONE]",
    ]
    let texts = try pieces(events, answerTool: "Answer").compactMap {
      if case .text(let text) = $0 { text } else { nil }
    }
    #expect(texts == [#"{"v""#, ":1}"])
    let reply = try reply(events, answerTool: "Answer")
    #expect(reply.finish == .stop)
    #expect(reply.toolCalls.isEmpty)
    let cut = try self.reply(Array(events.prefix(2)), answerTool: "Answer")
    #expect(cut.text == #"{"v""#)
    #expect(cut.finish == .incomplete)
  }

  @Test("Two calls of the tool that takes the answer don't mix")
  func twoAnswers() throws {
    let reply = try reply(
      [
        calls(#"{"index":0,"id":"a","function":{"name":"Answer","arguments":"{\"v\""}}"#),
        calls(#"{"index":1,"id":"b","function":{"name":"Answer","arguments":"{\"w\""}}"#),
        calls(
          #"{"index":0,"function":{"arguments":":1}"}},{"index":1,"function":{"arguments":":2}"}}"#,
          finish: "tool_calls"),
      ], answerTool: "Answer")
    #expect(reply.text == "{\"v\":1}\n{\"w\":2}")
  }

  @Test("Thoughts, refusals and running usage come as they are said")
  func order() throws {
    let reply = try reply([
      delta(#""reasoning":"Hm""#), delta(#""content":[{"type":"thinking","thinking":[{"type":"text","text":"."}]}]"#),
      delta(#""content":"","refusal":"I ""#), delta(#""refusal":"won't.""#, finish: "stop"),
      #"{"choices":[],"usage":{"prompt_tokens":1,"completion_tokens":1}}"#,
      #"{"choices":[],"usage":{"prompt_tokens":1,"completion_tokens":3}}"#,
    ])
    #expect(reply.thinking == "Hm.")
    #expect(reply.finish == .refusal)
    #expect(reply.ending.explanation == "I won't.")
    #expect(reply.usage.output == 3)
  }

  @Test("Only the first of several answers is read")
  func choices() throws {
    let other = #"{"choices":[{"index":1,"delta":{"content":"b"},"finish_reason":"stop"}]}"#
    let reply = try reply([delta(#""content":"a""#), other, delta(#""content":"c""#), other])
    #expect(reply.text == "ac")
    #expect(reply.finish == .incomplete)
  }
}
