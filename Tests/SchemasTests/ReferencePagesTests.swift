import Schemas
import TestSupport
import Testing
import Typecast
import TypecastCassettes
import TypecastCurl
import TypecastJSON
import TypecastModels
import TypecastPrompts
import TypecastSchema

/// The pages print what they show; the tests do not, but for what is looked at.
private func print(_ items: Any...) {}

/// The Swift of the first pages of the reference, block by block.
@Suite("The first pages of the reference")
struct ReferencePagesTests {
  private let mail = "An invoice."

  @Test(
    "Every block is in this file, and so is compiled and run",
    arguments: [
      ("TypecastJSON", 1), ("TypecastSchema", 1), ("TypecastPrompts", 1), ("Typecast", 2), ("TypecastCurl", 1),
      ("TypecastModels", 1), ("TypecastCassettes", 1),
    ])
  func pages(module: String, count: Int) throws {
    try PageBlocks.expect(
      "Sources/\(module)/\(module).docc/\(module).md", in: "Tests/SchemasTests/ReferencePagesTests.swift", count: count)
  }

  @Test("TypecastJSON")
  func json() throws {
    var printed: [String] = []
    func print(_ items: Any...) { printed.append(items.map { "\($0)" }.joined(separator: " ")) }
    let value = try JSONValue(parsing: #"{"name": "Ada", "born": 1815}"#)
    print(value["name"]?.string ?? "", value["born"]?.number?.text ?? "")

    let document = try JSONDocument(#"{"total": 19.90, "lines": []}"#)
    print(document.root["total"]?.value ?? .null)
    #expect(printed == ["Ada 1815", "19.90"])
  }

  @Test("TypecastSchema")
  func schema() throws {
    let schema = try CompiledSchema(parsing: #"{"type": "object", "required": ["name"]}"#)
    let report = try schema.validate(JSONDocument(#"{"nmae": "Ada"}"#))
    for error in report.errors { print(error.position, error.instancePointer, error.message) }
    #expect(report.errors.map(\.keyword) == ["required"])
  }

  @Test("TypecastPrompts")
  func prompts() throws {
    var printed: [String] = []
    func print(_ items: Any...) { printed.append(items.map { "\($0)" }.joined(separator: " ")) }
    let file = PromptFile(name: "greet.prompt.md", bytes: Array("# user\n\nGreet {{name}}.\n".utf8))
    if let template = file.template {
      let (prompt, faults) = ResolvedPrompt.resolve(template, inputs: .texts, document: file.name)
      let messages = try prompt?.render(["name": "Ada"], outputFormat: "") ?? []
      print(messages.map(\.text), faults)
    }
    #expect(printed == [#"["Greet Ada."] []"#])
  }

  @Test("Typecast")
  func typecast() async throws {
    let model = ScriptedModel(InvoiceClientTests.answer)
    let reply = try await InvoiceClient(model).extract(text: mail)
    print(reply.value.total, reply.report)

    let schema = try CompiledSchema(parsing: #"{"properties": {"born": {"type": "integer"}}}"#)
    let cast = try Caster(schema).cast("Sure! {name: 'Ada', born: \"1815\",}")
    print(cast.value, cast.repairs)
    #expect(cast.value.description == #"{"name":"Ada","born":1815}"#)
  }

  @Test("TypecastCurl")
  func curl() async throws {
    let model = ScriptedModel(InvoiceClientTests.answer)
    let transport = CurlTransport(CurlTransport.Options(authorities: "certificates.pem", proxy: ""))
    try await CallEnvironment.with(transport: transport) {
      _ = try await InvoiceClient(model).extract(text: mail)
    }
  }

  @Test("TypecastModels")
  func models() async throws {
    let answers = try answer(InvoiceClientTests.answer)
    try await CallEnvironment.with(transport: answers) {
      let model = try RemoteModel("ollama:llama3.2")
      let reply = try await InvoiceClient(model).extract(text: mail)
      #expect(reply.value.total == 3.75)
    }
  }

  @Test("TypecastCassettes")
  func cassettes() async throws {
    let path = PackageRoot.path(to: "Golden/cassettes/groq/finish-length.xml")
    let request = ModelRequest([Message(.user, "What is a?")])
    let player = CassettePlayer(try Cassette(path: path))
    let reply = try await CallEnvironment.with(transport: player) {
      try await RemoteModel("groq:openai/gpt-oss-20b").reply(to: request)
    }
    #expect((reply.text, reply.finish) == ("It is", .length))
  }

  /// A server of Ollama that answers once with a text.
  private func answer(_ text: String) throws -> CassettePlayer {
    let body: JSONValue = ["message": ["content": .string(text)], "done": true, "done_reason": "stop"]
    let response = RecordedResponse(
      200, headers: [RecordedHeader("content-type", "application/json")],
      chunks: [RecordedResponse.Chunk(JSONWriter().bytes(of: body))])
    let request = RecordedRequest("POST", "http://127.0.0.1:11434/api/chat")
    return CassettePlayer(
      Cassette(.authored, [Exchange(request, .response(response))]), matching: Matching(comparesBodies: false))
  }
}
