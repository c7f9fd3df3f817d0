import Testing
import Typecast
import TypecastJSON

@testable import TypecastModels

@Suite("Answers of Gemini")
struct GeminiReplyTests {
  private let format = GeminiGenerate()

  private func reply(_ text: String, answerTool: String? = nil) throws -> ModelReply {
    try format.reply(from: JSONValue(parsing: text), answerTool: answerTool)
  }

  private func stream(_ events: [String], by length: Int = 1 << 16, answerTool: String? = nil) throws -> ModelReply {
    let text = events.map { "data: \($0)\r\n\r\n" }.joined()
    return try streamed(format, Array(text.utf8), by: length, answerTool: answerTool)
  }

  private struct Failure: Error {}

  @Test("A whole answer has text, thoughts, calls, usage and names")
  func whole() throws {
    let reply = try reply(
      """
      {"candidates":[{"content":{"role":"model","parts":[
        {"thought":true,"text":"Hm."},{"thought":true,"text":"So.","thoughtSignature":"s1"},
        {"text":"Wait. "},{"text":"Yes.","thoughtSignature":"s2"},{"executableCode":{"code":"1"},"thoughtSignature":"s3"},
        {"inlineData":{"data":"AA=="}},{"newThing":{}},{"thoughtSignature":"s4"},
        {"functionCall":{"name":"find","args":{"a":1.0}},"thoughtSignature":"s5"},
        {"functionCall":{"id":"x","name":"go"}},{"functionCall":{"name":"odd","args":null}}]},
       "finishReason":"STOP","finishMessage":"Model generated function call(s).","index":0}],
       "usageMetadata":{"promptTokenCount":5,"toolUsePromptTokenCount":2,"candidatesTokenCount":7,"thoughtsTokenCount":3,
        "cachedContentTokenCount":4,"totalTokenCount":17},
       "modelVersion":"gemini-x","responseId":"re-sp_1"}
      """)
    #expect(reply.text == "Wait. Yes.")
    #expect(reply.thinking == "Hm.So.")
    #expect(
      reply.thoughts == [
        Thought("So.", signature: "s1", id: "gemini.thought"), Thought("", signature: "s2", id: "gemini.answer"),
        Thought("", signature: "s4", id: "gemini.answer"),
      ])
    #expect(
      reply.toolCalls == [
        ToolCall(id: "gemini_call_re-sp_1_1", name: "find", arguments: #"{"a":1.0}"#, signature: "s5"),
        ToolCall(id: "x", name: "go", arguments: "{}"),
        ToolCall(id: "gemini_call_re-sp_1_3", name: "odd", arguments: "{}"),
      ])
    #expect(reply.finish == .toolCalls)
    #expect(reply.ending.explanation == nil)
    #expect(reply.usage == Usage(input: 7, output: 10, cached: 4, reasoning: 3))
    #expect(reply.ending.requestID == "re-sp_1")
    #expect(reply.ending.model == "gemini-x")
  }

  @Test(
    "Why it stopped",
    arguments: [
      ("STOP", FinishReason.stop, nil), ("MAX_TOKENS", .length, nil), ("SAFETY", .blocked, "SAFETY"),
      ("RECITATION", .blocked, "RECITATION"), ("SPII", .blocked, "SPII"), ("MODEL_ARMOR", .blocked, "MODEL_ARMOR"),
      ("IMAGE_SAFETY", .blocked, "IMAGE_SAFETY"), ("BLOCKLIST", .blocked, "BLOCKLIST"),
      ("PROHIBITED_CONTENT", .blocked, "PROHIBITED_CONTENT"),
      ("MALFORMED_FUNCTION_CALL", FinishReason(rawValue: "MALFORMED_FUNCTION_CALL"), nil),
      ("LANGUAGE", FinishReason(rawValue: "LANGUAGE"), nil), ("OTHER", FinishReason(rawValue: "OTHER"), nil),
      ("NEWS", FinishReason(rawValue: "NEWS"), nil), ("", .incomplete, nil),
    ])
  func finish(word: String, finish: FinishReason, explanation: String?) throws {
    let body = #"{"candidates":[{"content":{"parts":[{"text":"a"}]},"finishReason":"\#(word)"}]}"#
    for reply in [try reply(body), try stream([body])] {
      #expect(reply.finish == finish)
      #expect(reply.ending.explanation == explanation)
      #expect(reply.text == "a")
    }
  }

  @Test("A reason may be a number, and a block has the words that are given for it")
  func reasons() throws {
    #expect(try reply(#"{"candidates":[{"finishReason":1}]}"#).finish == .stop)
    #expect(try reply(#"{"candidates":[{"finishReason":2}]}"#).finish == .length)
    #expect(try reply(#"{"candidates":[{"finishReason":99}]}"#).finish == FinishReason(rawValue: "99"))
    let blocked = try reply(#"{"candidates":[{"finishReason":"SAFETY","finishMessage":"Too hot."}]}"#)
    #expect(blocked.ending.explanation == "Too hot.")
  }

  @Test(
    "A prompt that is not answered",
    arguments: [
      (#"{"promptFeedback":{"blockReason":"SAFETY"}}"#, FinishReason.blocked, "SAFETY"),
      (#"{"candidates":[],"promptFeedback":{"blockReasonMessage":"No."}}"#, .blocked, "No."),
      (#"{"promptFeedback":{"blockReason":"OTHER","blockReasonMessage":"No."}}"#, .blocked, "No."),
      (#"{"promptFeedback":{"safetyRatings":[]}}"#, .incomplete, ""), (#"{"candidates":[]}"#, .incomplete, ""),
      (#"{"usageMetadata":{"promptTokenCount":1},"modelVersion":"m"}"#, .incomplete, ""),
      (#"{"candidates":[{"finishReason":"STOP"}],"promptFeedback":{"blockReason":"SAFETY"}}"#, .stop, ""),
    ])
  func blocked(body: String, finish: FinishReason, explanation: String) throws {
    for reply in [try reply(body), try stream([body])] {
      #expect(reply.finish == finish)
      #expect(reply.ending.explanation ?? "" == explanation)
    }
  }

  @Test("What is no answer is told as such, whole")
  func faults() throws {
    for body in ["null", "7", #""hi""#, "{}", "[]", "[1]", #"{"totalTokens":6}"#, #"{"usageMetadata":{}}"#] {
      let fault = #expect(throws: WireFault.self, "\(body)") { try reply(body) }
      guard case .malformed? = fault else { throw Failure() }
    }
    for body in [#"{"error":{"code":429}}"#, #"[{"error":{"code":429}}]"#] {
      let fault = #expect(throws: WireFault.self) { try reply(body) }
      guard case .reported(let json)? = fault else { throw Failure() }
      #expect(json["error"]?["code"] == 429)
    }
  }

  private static let events = [
    #"{"candidates":[{"content":{"parts":[{"thought":true,"text":"H"}]}}],"usageMetadata":{"promptTokenCount":5}}"#,
    #"{"candidates":[{"content":{"parts":[{"thought":true,"text":"m."}]}}],"responseId":"r1","modelVersion":"m"}"#,
    #"{"candidates":[{"content":{"parts":[{"text":"Yes "}]}}],"usageMetadata":{"promptTokenCount":5,"thoughtsTokenCount":3}}"#,
    #"{"candidates":[{"content":{"parts":[{"text":"😀"}]}}]}"#, "{}",
    #"{"candidates":[{"content":{"parts":[{"text":"","thoughtSignature":"s"}]},"finishReason":"STOP"}]}"#,
    #"{"usageMetadata":{"promptTokenCount":5,"candidatesTokenCount":2}}"#,
  ]

  @Test("A stream comes to the same wherever it is cut", arguments: [1, 3, 50, 10_000])
  func streams(length: Int) throws {
    let reply = try stream(Self.events, by: length)
    #expect(reply.text == "Yes 😀")
    #expect(reply.thinking == "Hm.")
    #expect(reply.thoughts == [Thought("", signature: "s", id: "gemini.answer")])
    #expect(reply.finish == .stop)
    #expect(reply.usage == Usage(input: 5, output: 5, reasoning: 3))
    #expect(reply.ending.requestID == "r1")
    #expect(reply.ending.model == "m")
  }

  @Test("A stream in which no reason was given is not whole, and keeps what is known", arguments: 0...5)
  func cut(count: Int) throws {
    let reply = try stream(Array(Self.events.prefix(count)))
    #expect(reply.finish == .incomplete)
    #expect(reply.usage.input == (count == 0 ? nil : 5))
    #expect(reply.ending.requestID == (count < 2 ? nil : "r1"))
  }

  @Test("A stream may be one list of its events", arguments: [1, 5, 10_000])
  func list(length: Int) throws {
    let text = "[" + Self.events.joined(separator: "\n,\r\n") + "\n]\n"
    let listed = try streamed(format, Array(text.utf8), by: length)
    let whole = try reply(text)
    let reply = try stream(Self.events)
    for other in [listed, whole] {
      #expect(other.text == reply.text)
      #expect(other.thinking == reply.thinking)
      #expect(other.thoughts == reply.thoughts)
      #expect(other.ending == reply.ending)
    }
  }

  @Test("An error in a stream is reported, however it stands there")
  func errors() throws {
    let error = "{\n  \"error\": {\n    \"code\": 503,\n    \"message\": \"x\"\n  }\n}"
    let start = "data: \(Self.events[0])\r\n\r\n"
    for text in [
      error, "[\(error)\n]", start + error, start + "data: {\"error\":{\"code\":503}}\n\n",
      "[\(Self.events[0]),\n\(error)]",
    ] {
      for length in [1, 10_000] {
        let fault = #expect(throws: WireFault.self) { try streamed(format, Array(text.utf8), by: length) }
        guard case .reported(let json)? = fault else { throw Failure() }
        #expect(json["error"]?["code"] == 503)
      }
    }
  }

  @Test("Members that make no sense do no harm")
  func hostile() throws {
    let reply = try stream([
      "[]", "7", #"{"candidates":7}"#, #"{"candidates":[null]}"#, #"{"candidates":[{"content":{"parts":{}}}]}"#,
      #"{"candidates":[{"content":{"parts":[1,null,{},{"text":5},{"functionCall":5},{"functionCall":{"args":[1]}}]}}]}"#,
      #"{"candidates":[{"finishReason":{}}],"usageMetadata":5,"promptFeedback":[]}"#, #"{"error":null}"#,
      #"{"usageMetadata":{"promptTokenCount":9223372036854775807,"toolUsePromptTokenCount":9,"thoughtsTokenCount":-3}}"#,
      #"{"usageMetadata":{"candidatesTokenCount":9223372036854775807,"thoughtsTokenCount":1}}"#,
    ])
    #expect(reply.text == "")
    #expect(reply.toolCalls.map(\.arguments) == ["{}", "{}"])
    #expect(Set(reply.toolCalls.map(\.id)).count == 2)
    #expect(reply.finish == .incomplete)
    #expect(reply.usage == Usage(input: .max, output: .max, reasoning: 1))
    #expect(throws: WireFault.self) { try stream(["{"]) }
    #expect(try streamed(format, [], by: 1).finish == .incomplete)
  }

  @Test("Where a tool takes the answer, its argument is the text")
  func answerTool() throws {
    let body =
      #"{"candidates":[{"content":{"parts":[{"functionCall":{"name":"Answer","args":{"a":[1]}}}]},"finishReason":"STOP"}]}"#
    for reply in [try reply(body, answerTool: "Answer"), try stream([body], answerTool: "Answer")] {
      #expect(reply.text == #"{"a":[1]}"#)
      #expect(reply.toolCalls.isEmpty)
      #expect(reply.finish == .stop)
    }
    #expect(try reply(body, answerTool: "Other").finish == .toolCalls)
  }
}
