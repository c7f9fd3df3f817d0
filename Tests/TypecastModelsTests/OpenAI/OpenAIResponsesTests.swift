import Testing
import Typecast
import TypecastJSON

@testable import TypecastModels

@Suite("Answers of OpenAI's responses")
struct OpenAIResponsesTests {
  private let format = OpenAIResponses()

  private func reply(_ text: String, answerTool: String? = nil) throws -> ModelReply {
    try format.reply(from: JSONValue(parsing: text), answerTool: answerTool)
  }

  private func reply(output: String, _ members: String = #""status":"completed""#, answerTool: String? = nil) throws
    -> ModelReply
  {
    try reply(#"{"id":"r1","model":"m","output":[\#(output)],\#(members)}"#, answerTool: answerTool)
  }

  private func stream(_ events: [String], answerTool: String? = nil) throws -> ModelReply {
    let bytes = Array(events.map { "data: \($0)\n\n" }.joined().utf8)
    let whole = try streamed(format, bytes, by: 1 << 20, answerTool: answerTool)
    let cut = try streamed(format, bytes, by: 1, answerTool: answerTool)
    #expect(cut.text == whole.text)
    #expect(cut.toolCalls == whole.toolCalls)
    #expect(cut.ending == whole.ending)
    return whole
  }

  private let call = #"{"type":"function_call","id":"fc_1","call_id":"c1","name":"find","arguments":"{\"a\":1}"}"#
  private let end = #"{"type":"response.completed","response":{"id":"r1","status":"completed","output":[]}}"#

  @Test("An answer has text, thoughts, calls, usage and names")
  func whole() throws {
    let reply = try reply(
      output: """
        {"type":"reasoning","id":"rs_1","encrypted_content":"seal",
         "summary":[{"type":"summary_text","text":"One."},{"type":"summary_text","text":"Two."}]},
        {"type":"message","role":"assistant","content":[{"type":"output_text","text":"Ye"},{"type":"output_text","text":"s."}]},
        {"type":"web_search_call","id":"ws"},{"type":"some_future_type","content":[{"type":"output_text","text":"no"}]},
        \(call),{"type":"custom_tool_call","call_id":"c2","name":"run","input":"ls"}
        """,
      """
      "status":"completed","error":null,"usage":{"input_tokens":9,"output_tokens":5,"total_tokens":14,
       "input_tokens_details":{"cached_tokens":4},"output_tokens_details":{"reasoning_tokens":3}}
      """)
    #expect(reply.text == "Yes.")
    #expect(reply.thinking == "One.\n\nTwo.")
    #expect(reply.thoughts == [Thought("One.\n\nTwo.", signature: "seal", id: "rs_1")])
    #expect(
      reply.toolCalls == [
        ToolCall(id: "c1", name: "find", arguments: #"{"a":1}"#), ToolCall(id: "c2", name: "run", arguments: "ls"),
      ])
    #expect(reply.finish == .toolCalls)
    #expect(reply.usage == Usage(input: 9, output: 5, cached: 4, reasoning: 3))
    #expect(reply.ending.requestID == "r1")
    #expect(reply.ending.model == "m")
  }

  @Test(
    "Why it stopped",
    arguments: [
      (#""status":"completed""#, FinishReason.stop), (#""status":"complete""#, .stop),
      (#""status":"incomplete","incomplete_details":{"reason":"max_output_tokens"}"#, .length),
      (#""status":"incomplete","incomplete_details":{"reason":"content_filter"}"#, .blocked),
      (#""status":"incomplete","incomplete_details":{"reason":"odd"}"#, FinishReason(rawValue: "odd")),
      (#""status":"incomplete","incomplete_details":null"#, .incomplete),
      (#""status":7"#, .incomplete),
      (#""status":"queued""#, FinishReason(rawValue: "queued")),
      (#""status":"in_progress""#, FinishReason(rawValue: "in_progress")),
      (#""status":"cancelled""#, FinishReason(rawValue: "cancelled")),
    ])
  func finish(members: String, finish: FinishReason) throws {
    #expect(try reply(output: "", members).finish == finish)
  }

  @Test("A refusal is told in its words")
  func refusal() throws {
    let reply = try reply(output: #"{"type":"message","content":[{"type":"refusal","refusal":"No."}]}"#)
    #expect(reply.finish == .refusal)
    #expect(reply.ending.explanation == "No.")
    let cut = #""status":"incomplete","incomplete_details":{"reason":"max_output_tokens"}"#
    #expect(
      try self.reply(output: #"{"type":"message","content":[{"type":"refusal","refusal":"No"}]}"#, cut).finish
        == .refusal)
    let streamed = try stream([
      #"{"type":"response.refusal.delta","output_index":0,"content_index":0,"delta":"N"}"#,
      #"{"type":"response.refusal.delta","output_index":0,"content_index":0,"delta":"o."}"#,
      #"{"type":"response.refusal.done","output_index":0,"content_index":0,"refusal":"No."}"#, end,
    ])
    #expect(streamed.finish == .refusal)
    #expect(streamed.ending.explanation == "No.")
  }

  @Test(
    "An error in an answer of success is reported, in the event, in a member, or in the answer",
    arguments: [
      #"{"type":"error","error":{"code":"x","message":"m"}}"#, #"{"type":"error","code":"x","message":"m"}"#,
      #"{"type":"response.failed","response":{"status":"failed","error":{"code":"x"}}}"#, #"{"error":{"code":"x"}}"#,
    ])
  func reported(event: String) throws {
    do {
      _ = try stream([event])
      Issue.record("nothing was thrown")
    } catch WireFault.reported(let json) {
      #expect(json["error"]?["code"] == "x")
    }
  }

  @Test("A whole answer that failed is reported, and what is none is malformed")
  func failed() throws {
    #expect(throws: WireFault.self) { try reply(#"{"status":"failed","error":{"code":"x"},"output":[]}"#) }
    #expect(throws: WireFault.self) { try reply(#"{"status":"failed","error":null,"output":[]}"#) }
    for text in ["[]", "7", "{}", #"{"output":{}}"#, #"{"choices":[]}"#] {
      do {
        _ = try reply(text)
        Issue.record("nothing was thrown for \(text)")
      } catch WireFault.malformed {}
    }
  }

  @Test("Pieces are said once, whatever events say them again")
  func once() throws {
    let item = #"{"type":"message","id":"m1","content":[{"type":"output_text","text":"ab"}]}"#
    let reply = try stream([
      #"{"type":"response.created","response":{"id":"r1","model":"m","status":"in_progress"}}"#,
      #"{"type":"response.output_item.added","output_index":0,"item":{"type":"message","id":"m1","content":[]}}"#,
      #"{"type":"response.output_text.delta","item_id":"m1","output_index":0,"content_index":0,"delta":"a"}"#,
      #"{"type":"response.output_text.delta","item_id":"m1","output_index":0,"content_index":0,"delta":"b"}"#,
      #"{"type":"response.output_text.done","item_id":"m1","output_index":0,"content_index":0,"text":"ab"}"#,
      #"{"type":"response.output_item.done","item":\#(item)}"#, #"{"type":"response.some_future_event","x":1}"#,
      #"{"type":"response.completed","response":{"id":"r1","status":"completed","output":[\#(item)],"usage":{"input_tokens":1}}}"#,
    ])
    #expect(reply.text == "ab")
    #expect(reply.finish == .stop)
    #expect(reply.usage == Usage(input: 1))
    #expect(reply.ending.model == "m")
  }

  @Test(
    "What no piece has said is taken from where it is said in whole",
    arguments: [
      [#"{"type":"response.output_text.done","output_index":0,"content_index":0,"text":"ab"}"#],
      [
        #"{"type":"response.output_item.done","output_index":0,"item":{"type":"message","content":[{"type":"output_text","text":"ab"}]}}"#
      ],
      [
        #"{"type":"response.completed","response":{"status":"completed","output":[{"type":"message","content":[{"type":"output_text","text":"ab"}]}]}}"#
      ],
    ])
  func late(events: [String]) throws {
    #expect(try stream(events + [end]).text == "ab")
  }

  @Test("Calls are handed over once they are whole")
  func calls() throws {
    let added =
      #"{"type":"response.output_item.added","output_index":1,"item":{"type":"function_call","call_id":"c1","name":"find","arguments":""}}"#
    func delta(_ text: String) -> String {
      #"{"type":"response.function_call_arguments.delta","output_index":1,"delta":"\#(text)"}"#
    }
    let done = #"{"type":"response.output_item.done","output_index":1,"item":\#(call)}"#
    let wanted = [ToolCall(id: "c1", name: "find", arguments: #"{"a":1}"#)]
    let reply = try stream([added, delta(#"{\"a\""#), delta(":1}"), done, end])
    #expect(reply.toolCalls == wanted)
    #expect(reply.finish == .toolCalls)
    #expect(try stream([done, done, end]).toolCalls == wanted)
    #expect(try stream([added, delta(#"{\"a\":1}"#), end]).toolCalls == wanted)
    #expect(
      try stream([
        added, #"{"type":"response.function_call_arguments.done","output_index":1,"arguments":"{\"a\":1}"}"#, end,
      ])
      .toolCalls == wanted)
    let cut = try stream([added, delta(#"{\"a\""#)])
    #expect(cut.toolCalls.isEmpty)
    #expect(cut.finish == .incomplete)
    #expect(try stream([delta("x"), end]).toolCalls.isEmpty)
    let nameless = #"{"type":"function_call","name":"go","arguments":"{}"}"#
    #expect(try self.reply(output: "\(call),\(call),\(nameless)").toolCalls.map(\.id) == ["c1", "call_1", "call_2"])
  }

  @Test("The argument of the tool that takes the answer is text as it comes")
  func answerTool() throws {
    let reply = try reply(output: call, answerTool: "find")
    #expect(reply.text == #"{"a":1}"#)
    #expect(reply.toolCalls.isEmpty)
    #expect(reply.finish == .stop)
    var reader = format.makeStreamReader(answerTool: "find")
    let events = [
      #"{"type":"response.output_item.added","output_index":0,"item":{"type":"function_call","call_id":"c1","name":"find","arguments":""}}"#,
      #"{"type":"response.function_call_arguments.delta","output_index":0,"delta":"{\"a\""}"#,
      #"{"type":"response.function_call_arguments.delta","output_index":0,"delta":":1}"}"#,
      #"{"type":"response.output_item.done","output_index":0,"item":\#(call)}"#,
    ]
    let texts = try events.flatMap { try reader.read(Array("data: \($0)\n\n".utf8)) }
      .compactMap { if case .text(let text) = $0 { text } else { nil } }
    #expect(texts == [#"{"a""#, ":1}"])
    #expect(try stream(events + [end], answerTool: "find").finish == .stop)
    #expect(try stream([events[3], end], answerTool: "find").text == #"{"a":1}"#)
    let two = call.replacing("fc_1", with: "fc_2")
    #expect(try self.reply(output: call + "," + two, answerTool: "find").text == "{\"a\":1}\n{\"a\":1}")
    let words = #"{"type":"message","content":[{"type":"output_text","text":"So:"}]}"#
    #expect(try self.reply(output: words + "," + call, answerTool: "find").text == "So:\n{\"a\":1}")
  }

  @Test("Thoughts keep apart, and their seal is kept")
  func thoughts() throws {
    let reply = try stream([
      #"{"type":"response.reasoning_summary_text.delta","output_index":0,"summary_index":0,"delta":"On"}"#,
      #"{"type":"response.reasoning_summary_text.delta","output_index":0,"summary_index":0,"delta":"e."}"#,
      #"{"type":"response.reasoning_summary_text.delta","output_index":0,"summary_index":1,"delta":"Two."}"#,
      #"{"type":"response.output_item.done","output_index":0,"item":{"type":"reasoning","id":"rs_1","encrypted_content":"seal","summary":[{"text":"One."},{"text":"Two."}]}}"#,
      #"{"type":"response.reasoning_text.delta","output_index":1,"content_index":0,"delta":"Three."}"#, end,
    ])
    #expect(reply.thinking == "One.\n\nTwo.\n\nThree.")
    #expect(reply.thoughts == [Thought("One.\n\nTwo.", signature: "seal", id: "rs_1")])
  }

  @Test("A thought is handed over once, whether or not anything is said behind it")
  func thoughtOnce() throws {
    let item = #"{"type":"reasoning","id":"rs_1","summary":[],"encrypted_content":"seal"}"#
    let done = #"{"type":"response.output_item.done","output_index":0,"item":\#(item)}"#
    let last =
      #"{"type":"response.incomplete","response":{"status":"incomplete","incomplete_details":{"reason":"max_output_tokens"},"output":[\#(item)]}}"#
    let reply = try stream([done, done, last])
    #expect(reply.thoughts == [Thought("", signature: "seal", id: "rs_1")])
    #expect(reply.finish == .length)
    #expect(try stream([last]).thoughts.count == 1)
    let message = #"{"type":"message","content":[{"type":"output_text","text":"a"}]}"#
    let late = #"{"type":"response.completed","response":{"status":"completed","output":[\#(item),\#(message)]}}"#
    #expect(try stream([done, late]).text == "a")
    #expect(try stream([done, late]).thoughts.count == 1)
  }

  @Test(
    "Members of other types than they should have are passed over",
    arguments: [
      #"{"output":[7,null,{"type":"message","content":{}},{"type":"function_call","arguments":[]},{"type":"reasoning","summary":"x"}]}"#,
      #"{"output":[{"type":"message","content":[3,{"type":"output_text","text":{}}]}],"usage":7,"incomplete_details":[]}"#,
    ])
  func wrongTypes(json: String) throws {
    #expect(try reply(json).finish == .incomplete)
  }

  @Test("A stream without its last event is not whole, and nothing behind that event is read")
  func ends() throws {
    let delta = #"{"type":"response.output_text.delta","output_index":1000000000,"content_index":-7,"delta":"a"}"#
    let created = #"{"type":"response.created","response":{"id":"r9","usage":{"input_tokens":3}}}"#
    let cut = try stream([created, delta])
    #expect(cut.finish == .incomplete)
    #expect(cut.ending.requestID == "r9")
    #expect(cut.usage.input == 3)
    #expect(try stream([delta, "[DONE]"]).finish == .incomplete)
    #expect(try stream([]).finish == .incomplete)
    #expect(try stream([delta, end, delta, "[DONE]"]).text == "a")
  }
}
