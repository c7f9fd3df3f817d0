import Testing
import Typecast
import TypecastJSON
import TypecastSchema

@testable import TypecastModels

@Suite("Requests in Gemini's words")
struct GeminiRequestTests {
  private func wire(
    _ request: ModelRequest, _ mode: AnswerMode = .prompted, model: String = "gemini-2.5-flash",
    isStreamed: Bool = false, dialect: Dialect = .geminiJSONSchema, thinks: Bool? = nil
  ) throws -> WireRequest {
    let call = WireCall(
      model: model, request: request, mode: mode, isStreamed: isStreamed,
      profile: Profile(dialect: dialect, toolDialect: dialect, thinks: thinks))
    return try GeminiGenerate().request(for: call)
  }

  private let hello = ModelRequest([Message(.user, "Hi")])

  private func contents(_ messages: [Message], model: String = "gemini-2.5-flash") throws -> JSONValue? {
    try wire(ModelRequest(messages), model: model).body["contents"]
  }

  @Test(
    "A request goes to the path of its model",
    arguments: [
      ("gemini-2.5-flash", "models/gemini-2.5-flash"), ("models/gemini-2.5-flash", "models/gemini-2.5-flash"),
      ("tunedModels/my-model_1", "tunedModels/my-model_1"), ("a b?c:d#é%", "models/a%20b%3Fc%3Ad%23%C3%A9%25"),
    ])
  func paths(model: String, path: String) throws {
    #expect(try wire(hello, model: model).path == "/v1beta/\(path):generateContent")
    #expect(try wire(hello, model: model, isStreamed: true).path == "/v1beta/\(path):streamGenerateContent?alt=sse")
    let least = try wire(hello, model: model)
    #expect(least.method == "POST")
    #expect(least.headers.isEmpty)
    #expect(least.body == ["contents": [["role": "user", "parts": [["text": "Hi"]]]]])
  }

  @Test(
    "Models are told to think as each of them takes it",
    arguments: [
      ("gemini-2.0-flash", Thinking.on, "null"), ("gemma-3-27b-it", .on, "null"),
      ("gemini-2.5-flash", .on, #"{"includeThoughts":true}"#), ("gemini-2.5-flash", .off, #"{"thinkingBudget":0}"#),
      ("models/gemini-2.5-pro", .off, #"{"thinkingBudget":128}"#),
      ("gemini-2.5-pro", .budget(5), #"{"includeThoughts":true,"thinkingBudget":128}"#),
      ("gemini-2.5-flash", .budget(99_999), #"{"includeThoughts":true,"thinkingBudget":24576}"#),
      ("gemini-2.5-flash", .effort(.low), #"{"includeThoughts":true,"thinkingBudget":1024}"#),
      ("gemini-2.5-flash-lite", .effort(.high), #"{"includeThoughts":true,"thinkingBudget":24576}"#),
      ("gemini-3-pro-preview", .off, #"{"thinkingLevel":"low"}"#),
      ("gemini-3.5-flash", .effort(.medium), #"{"includeThoughts":true,"thinkingLevel":"medium"}"#),
      ("gemini-flash-latest", .budget(77), #"{"includeThoughts":true,"thinkingBudget":77}"#),
      ("gemini-3-pro-preview", .on, #"{"includeThoughts":true}"#),
    ])
  func thinking(model: String, thinking: Thinking, text: String) throws {
    var request = hello
    request.settings.thinking = thinking
    func config(_ thinks: Bool?) throws -> JSONValue {
      try wire(request, model: model, thinks: thinks).body["generationConfig"]?["thinkingConfig"] ?? .null
    }
    #expect(try config(nil) == JSONValue(parsing: text))
    #expect(try config(true) == JSONValue(parsing: text))
    #expect(try config(false) == .null)
  }

  @Test("No more texts to stop at than the API takes")
  func stops() throws {
    var request = hello
    request.settings.stop = ["1", "2", "3", "4", "5"]
    #expect(try wire(request).body["generationConfig"]?["stopSequences"]?.array?.count == 5)
    request.settings.stop?.append("6")
    let error = #expect(throws: ModelError.self) { try wire(request) }
    #expect(error?.kind == .unsupported)
    #expect(error?.row == "request.stop")
  }

  @Test("Where only the system speaks, it is the user who does")
  func system() throws {
    let body = try wire(ModelRequest([Message(.system, "Tell a joke."), Message(.system, "")])).body
    #expect(body == ["contents": [["role": "user", "parts": [["text": "Tell a joke."]]]]])
  }

  @Test("Results of tools are a turn of their own, and are objects")
  func results() throws {
    let texts = ["plain", #"{"a":1}"#, "[1]", ""]
    let results = texts.map { ToolResult(id: "c", name: "f", text: $0) }
    let failed = ToolResult(id: "gemini_call_r_1", name: "f", text: #"{"a":1}"#, isError: true)
    let turns = try contents([
      Message(.tool, [.text("Look.")] + results.map { .toolResult($0) }), Message(.tool, [.toolResult(failed)]),
      Message(.user, "Go on."),
    ])
    let responses = turns?[0]?["parts"]?.array?.compactMap { $0["functionResponse"]?["response"] }
    #expect(
      responses == [["result": "plain"], ["a": 1], ["result": "[1]"], ["result": ""]])
    #expect(turns?[0]?["parts"]?[0]?["functionResponse"]?["id"] == "c")
    #expect(turns?[1] == ["role": "user", "parts": [["text": "Look."]]])
    let response: JSONValue = ["name": "f", "response": ["error": #"{"a":1}"#]]
    #expect(turns?[2] == ["role": "user", "parts": [["functionResponse": response]]])
    #expect(turns?[3] == ["role": "user", "parts": [["text": "Go on."]]])
  }

  @Test("Signatures go back where they came from")
  func signatures() throws {
    let answer = Message.Part.thought(Thought("", signature: "s", id: "gemini.answer"))
    let call = Message.Part.toolCall(ToolCall(id: "gemini_call_1", name: "f", arguments: "{}"))
    let signed = Message.Part.toolCall(ToolCall(id: "c", name: "f", arguments: "{}", signature: "t"))
    func parts(_ parts: [Message.Part], model: String = "gemini-2.5-flash") throws -> JSONValue? {
      try contents([Message(.assistant, parts)], model: model)?[0]?["parts"]
    }
    #expect(try parts([answer, .text("a"), .text("b")]) == [["text": "a", "thoughtSignature": "s"], ["text": "b"]])
    #expect(try parts([.text("a"), answer]) == [["text": "a"], ["text": "", "thoughtSignature": "s"]])
    let plain: JSONValue = ["functionCall": ["name": "f", "args": [:]]]
    let own: JSONValue = ["functionCall": ["name": "f", "args": [:], "id": "c"], "thoughtSignature": "t"]
    #expect(try parts([answer, call]) == [["text": "", "thoughtSignature": "s"], plain])
    #expect(try parts([signed, call]) == [own, plain])
    #expect(try parts([signed, call], model: "gemini-3-flash-preview") == [own, plain])
    // The newest go on only with a signature; there is one for calls of other houses.
    let foreign: JSONValue = [
      "functionCall": ["name": "f", "args": [:]], "thoughtSignature": "c2tpcF90aG91Z2h0X3NpZ25hdHVyZV92YWxpZGF0b3I=",
    ]
    #expect(try parts([call, call], model: "gemini-3-flash-preview") == [foreign, plain])
    #expect(try contents([Message(.user, [answer, .text("a")])])?[0]?["parts"] == [["text": "a"]])
  }

  @Test("Pictures are here or elsewhere")
  func pictures() throws {
    func part(_ image: Image) throws -> JSONValue? {
      try contents([Message(.user, [.image(image)])])?[0]?["parts"]?[0]
    }
    #expect(
      try part(Image([1], mediaType: "image/webp")) == ["inlineData": ["mimeType": "image/webp", "data": "AQ=="]])
    #expect(
      try part(Image(url: "data:;base64,AQ==", mediaType: "image/gif"))?["inlineData"]?["mimeType"] == "image/gif")
    #expect(try part(Image(url: "https://e.com/a")) == ["fileData": ["fileUri": "https://e.com/a"]])
  }
}
