import Testing
import Typecast
import TypecastJSON

@testable import TypecastModels

@Suite("Whole answers of OpenAI's chat")
struct OpenAIChatTests {
  private let format = OpenAIChat(.compatible)

  private func reply(_ text: String, answerTool: String? = nil) throws -> ModelReply {
    try format.reply(from: JSONValue(parsing: text), answerTool: answerTool)
  }

  /// An answer of one choice.
  private func reply(message: String, finish: String = #""stop""#, answerTool: String? = nil) throws -> ModelReply {
    try reply(#"{"choices":[{"index":0,"message":\#(message),"finish_reason":\#(finish)}]}"#, answerTool: answerTool)
  }

  @Test("An answer has text, thoughts, calls, usage and names")
  func whole() throws {
    let reply = try reply(
      """
      {"id":"c1","model":"m-1","choices":[{"index":0,"finish_reason":"tool_calls","message":{
        "role":"assistant","content":"Yes.","reasoning_content":"Hm.","reasoning":"Hm.",
        "tool_calls":[{"id":"a","type":"function","function":{"name":"find","arguments":"{\\"a\\":1}"}},
                      {"function":{"name":"go","arguments":{"b":[]}}}]}}],
       "usage":{"prompt_tokens":7,"completion_tokens":3,"total_tokens":10,
                "prompt_tokens_details":{"cached_tokens":5},"completion_tokens_details":{"reasoning_tokens":2}}}
      """)
    #expect(reply.text == "Yes.")
    #expect(reply.thinking == "Hm.")
    #expect(
      reply.toolCalls == [
        ToolCall(id: "a", name: "find", arguments: #"{"a":1}"#),
        ToolCall(id: "call_1", name: "go", arguments: #"{"b":[]}"#),
      ])
    #expect(reply.finish == .toolCalls)
    #expect(reply.usage == Usage(input: 7, output: 3, cached: 5, reasoning: 2))
    #expect(reply.ending.model == "m-1")
    #expect(reply.ending.requestID == "c1")
  }

  @Test(
    "Content is a text, a list of parts, or nothing",
    arguments: [
      (#""a""#, "a", ""), ("null", "", ""), (#"[{"type":"text","text":"a"},"b"]"#, "ab", ""),
      (
        #"[{"type":"thinking","thinking":[{"type":"text","text":"t"},{"type":"text","text":"u"}]},{"type":"text","text":"a"}]"#,
        "a", "tu"
      ),
      (#"[{"type":"thinking","thinking":"t"},{"type":"text","text":"a"}]"#, "a", "t"),
      (#"[{"type":"reference","reference_ids":[1]},7,null,{}]"#, "", ""), (#"{"v":1}"#, #"{"v":1}"#, ""),
      ("5", "5", ""),
      (#"{"type":"text","text":"a"}"#, "a", ""), ("[]", "", ""),
    ])
  func content(json: String, text: String, thinking: String) throws {
    let reply = try reply(message: #"{"content":\#(json)}"#)
    #expect(reply.text == text)
    #expect(reply.thinking == thinking)
  }

  @Test(
    "Thoughts have many names, and are said once",
    arguments: [
      #""reasoning_content":"t""#, #""reasoning":"t""#, #""thinking":"t""#, #""reasoning":"t","reasoning_content":"t""#,
      #""reasoning":"t","reasoning_details":[{"type":"reasoning.text","text":"t"}]"#,
      #""reasoning_content":"","reasoning_details":[{"text":"t"},{"data":"x"}]"#,
    ])
  func thinking(members: String) throws {
    let reply = try reply(message: #"{"content":"a",\#(members)}"#)
    #expect(reply.thinking == "t")
    #expect(reply.text == "a")
  }

  @Test(
    "Why it stopped",
    arguments: [
      ("\"stop\"", FinishReason.stop), ("\"eos\"", .stop), ("\"length\"", .length), ("\"model_length\"", .length),
      ("\"content_filter\"", .blocked), ("null", .incomplete), ("\"\"", .incomplete), ("7", .incomplete),
      ("\"insufficient_system_resource\"", FinishReason(rawValue: "insufficient_system_resource")),
      ("\"tool_calls\"", .stop), ("\"error\"", FinishReason(rawValue: "error")),
    ])
  func finish(word: String, finish: FinishReason) throws {
    #expect(try reply(message: #"{"content":"a"}"#, finish: word).finish == finish)
  }

  @Test("Calls make the finish, whatever the server calls it")
  func calls() throws {
    let call = #"{"content":null,"tool_calls":[{"id":"a","function":{"name":"f","arguments":"{}"}}]}"#
    #expect(try reply(message: call).finish == .toolCalls)
    #expect(try reply(message: call, finish: #""length""#).finish == .length)
    let old = try reply(
      message: #"{"function_call":{"name":"f","arguments":"{}"}}"#, finish: #""function_call""#)
    #expect(old.toolCalls == [ToolCall(id: "call_1", name: "f", arguments: "{}")])
    #expect(old.finish == .toolCalls)
    let none = try reply(
      message: #"{"content":"a","function_call":{"name":"","arguments":""},"tool_calls":[{},null,3]}"#)
    #expect(none.toolCalls.isEmpty)
    #expect(none.finish == .stop)
  }

  @Test("Two calls never share an id")
  func ids() throws {
    let call = #"{"id":"call_1","function":{"name":"f","arguments":"{}"}}"#
    let reply = try reply(message: #"{"tool_calls":[\#(call),\#(call),{"function":{"name":"g"}}]}"#)
    #expect(reply.toolCalls.map(\.id) == ["call_1", "call_2", "call_3"])
    #expect(reply.toolCalls.map(\.arguments) == ["{}", "{}", ""])
  }

  @Test("Members of the other way to say a thing may be there with nothing in them")
  func emptyTwins() throws {
    let reply = try reply(
      #"""
      {"choices":[{"index":0,"delta":null,"finish_reason":"stop","message":{"content":"a","function_call":null,
       "tool_calls":[{"id":"x","function":null,"custom":{"name":"run","input":"ls"}},
                     {"id":"y","function":{"name":"f","arguments":"{}"},"custom":{"name":"","input":""}}]}}]}
      """#)
    #expect(reply.text == "a")
    #expect(
      reply.toolCalls == [
        ToolCall(id: "x", name: "run", arguments: "ls"), ToolCall(id: "y", name: "f", arguments: "{}"),
      ])
  }

  @Test("A refusal is told in its words")
  func refusal() throws {
    let reply = try reply(message: #"{"content":null,"refusal":"I won't."}"#)
    #expect(reply.finish == .refusal)
    #expect(reply.ending.explanation == "I won't.")
    #expect(reply.text.isEmpty)
    #expect(try self.reply(message: #"{"content":[{"type":"refusal","refusal":"No."}]}"#).ending.explanation == "No.")
    #expect(try self.reply(message: #"{"refusal":"I wo"}"#, finish: #""length""#).finish == .refusal)
    let cut = try self.reply(message: #"{"refusal":"I wo"}"#, finish: "null")
    #expect(cut.finish == .incomplete)
    #expect(cut.ending.explanation == "I wo")
    #expect(try self.reply(message: #"{"content":"a","refusal":""}"#).finish == .stop)
  }

  @Test("Azure says what its filter found")
  func filter() throws {
    let reply = try reply(
      #"""
      {"choices":[{"index":0,"finish_reason":"content_filter",
       "content_filter_results":{"hate":{"filtered":true},"violence":{"filtered":false},"x":{"filtered":true}}}]}
      """#)
    #expect(reply.finish == .blocked)
    #expect(reply.ending.explanation == "hate, x")
  }

  @Test(
    "An error in an answer of success is reported",
    arguments: [
      #"{"error":{"message":"m"}}"#, #"{"error":"m"}"#, #"{"choices":[{"index":0,"error":{"code":502}}]}"#,
      #"{"object":"error","message":"m"}"#, #"{"choices":[{"message":{"content":"a"}}],"error":{"code":1}}"#,
    ])
  func reported(json: String) throws {
    do {
      _ = try reply(json)
      Issue.record("nothing was thrown")
    } catch WireFault.reported(let error) {
      #expect(error["error"] != nil || error["object"] == "error")
    }
  }

  @Test("An error with nothing in it is none", arguments: ["null", "{}", #""""#, "false"])
  func noError(json: String) throws {
    let text = #"{"error":\#(json),"choices":[{"message":{"content":"a"},"finish_reason":"stop"}]}"#
    #expect(try reply(text).text == "a")
  }

  @Test(
    "What is no answer is malformed",
    arguments: ["[]", "7", "null", "{}", #"{"choices":[]}"#, #"{"choices":null}"#, #"{"choices":{}}"#])
  func malformed(json: String) throws {
    do {
      _ = try reply(json)
      Issue.record("nothing was thrown")
    } catch WireFault.malformed {}
  }

  @Test(
    "Members of other types than they should have are passed over",
    arguments: [
      #"{"choices":[7]}"#, #"{"choices":[{"message":7,"finish_reason":{}}],"usage":[]}"#,
      #"{"choices":[{"index":-1,"message":{"content":true,"tool_calls":{"a":1},"refusal":[],"reasoning":7}}],"usage":{"prompt_tokens":"7","completion_tokens":1e99,"total_tokens":-3}}"#,
      #"{"id":7,"model":[],"choices":[{"message":{"tool_calls":[{"index":1e9,"id":{},"function":[]},{"index":-9223372036854775808}]}}]}"#,
      #"{"choices":[{"index":99999999999999999999,"delta":null,"text":"x"}],"x_groq":7,"timings":{"prompt_ms":-1}}"#,
    ])
  func wrongTypes(json: String) throws {
    let reply = try reply(json)
    #expect(reply.finish == .incomplete)
    #expect(reply.usage.input == nil)
  }

  @Test("Only the first of several answers is read")
  func choices() throws {
    let reply = try reply(
      #"{"choices":[{"index":0,"message":{"content":"a"},"finish_reason":"stop"},{"index":1,"message":{"content":"b"},"finish_reason":"length"}]}"#
    )
    #expect(reply.text == "a")
    #expect(reply.finish == .stop)
  }

  @Test(
    "Usage in the words of several servers",
    arguments: [
      (
        #""usage":{"prompt_tokens":9,"completion_tokens":2,"prompt_cache_hit_tokens":4}"#,
        Usage(input: 9, output: 2, cached: 4)
      ),
      (#""x_groq":{"id":"r","usage":{"prompt_tokens":9,"completion_tokens":2}}"#, Usage(input: 9, output: 2)),
      (
        #""usage":{"prompt_tokens":9,"completion_tokens":2,"total_tokens":16,"completion_tokens_details":{"reasoning_tokens":5}}"#,
        Usage(input: 9, output: 7, reasoning: 5)
      ),
      (
        #""usage":{"prompt_tokens":9,"completion_tokens":7,"total_tokens":16,"completion_tokens_details":{"reasoning_tokens":5}}"#,
        Usage(input: 9, output: 7, reasoning: 5)
      ),
      (
        #""usage":{"prompt_tokens":-9,"completion_tokens":9223372036854775807,"total_tokens":1,"reasoning_tokens":9223372036854775807}"#,
        Usage(output: .max, reasoning: .max)
      ),
      (
        #""usage":{"prompt_tokens":0,"completion_tokens":9223372036854775807,"total_tokens":1,"reasoning_tokens":9223372036854775807}"#,
        Usage(input: 0, output: .max, reasoning: .max)
      ),
      (#""usage":null"#, Usage()),
    ])
  func usage(members: String, usage: Usage) throws {
    #expect(try reply(#"{"choices":[{"message":{"content":"a"},"finish_reason":"stop"}],\#(members)}"#).usage == usage)
  }

  @Test("The time until the first token, where a server tells it")
  func firstToken() throws {
    func time(_ members: String) throws -> Duration? {
      try reply(#"{"choices":[{"message":{"content":"a"},"finish_reason":"stop"}],\#(members)}"#).ending.firstToken
    }
    #expect(try time(#""usage":{"queue_time":0.5,"prompt_time":0.25}"#) == .milliseconds(750))
    #expect(try time(#""usage":{"queue_time":-1,"prompt_time":0.25}"#) == .milliseconds(250))
    #expect(try time(#""timings":{"prompt_ms":40}"#) == .milliseconds(40))
    #expect(try time(#""usage":{"prompt_time":-1}"#) == nil)
    #expect(try time(#""usage":{"prompt_time":1e300}"#) == nil)
  }

  @Test("Where a tool takes the answer, its argument is the text")
  func answerTool() throws {
    let answer = #"{"id":"a","function":{"name":"Answer","arguments":"{\"v\":1}"}}"#
    let other = #"{"id":"b","function":{"name":"find","arguments":"{}"}}"#
    let reply = try reply(message: #"{"tool_calls":[\#(answer)]}"#, finish: #""tool_calls""#, answerTool: "Answer")
    #expect(reply.text == #"{"v":1}"#)
    #expect(reply.toolCalls.isEmpty)
    #expect(reply.finish == .stop)
    let both = try self.reply(
      message: #"{"content":"So:","tool_calls":[\#(other),\#(answer),\#(answer)]}"#, answerTool: "Answer")
    #expect(both.text == "So:\n{\"v\":1}\n{\"v\":1}")
    #expect(both.toolCalls.map(\.name) == ["find"])
    #expect(both.finish == .toolCalls)
    let cut = try self.reply(message: #"{"tool_calls":[\#(answer)]}"#, finish: #""length""#, answerTool: "Answer")
    #expect(cut.finish == .length)
  }
}
