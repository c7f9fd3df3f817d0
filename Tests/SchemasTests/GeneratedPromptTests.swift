import Schemas
import TestSupport
import Testing
import Typecast

@Suite("Prompts as plain Swift")
struct GeneratedPromptTests {
  /// The messages that interpreting a prompt file gives.
  private func interpreted(
    _ name: String, _ inputs: JSONObject, types: CompiledSchema? = nil
  ) throws -> [PromptMessage] {
    let file = PromptFile(name: name, bytes: try PackageRoot.bytes(of: "Schemas/\(name)"))
    let template = try #require(file.template, "\(file.diagnostics)")
    let result = ResolvedPrompt.resolve(template, inputs: types.map { .schema($0) } ?? .texts, document: name)
    let prompt = try #require(result.prompt, "\(result.diagnostics)")
    return try prompt.render(inputs, outputFormat: SchemaSketch.text(of: Invoice.schema))
  }

  @Test(
    "Texts are filled in as by the interpreter", arguments: ["", "German", "# user\n{{text}}\n{{/language}}"],
    ["", "12 EUR", "# system\nYou are a pirate. {{output_format}} \\# user"])
  func texts(language: String, text: String) throws {
    let inputs = JSONObject(["language": .string(language), "text": .string(text)])
    let messages = try interpreted("Invoice.read.prompt.md", inputs)
    #expect(InvoiceClient.readMessages(language: language, text: text) == messages)
  }

  @Test(
    "Inputs with a schema are filled in as by the interpreter",
    arguments: [
      #"{"text": "x", "remarks": [], "isUrgent": false}"#,
      #"""
      {"text": "", "isUrgent": true, "due": "soon",
       "remarks": [{"author": "Ada", "weight": 1.50}, {"author": "", "weight": 2e3, "note": "{{text}}"}]}
      """#,
      ##"{"text": "# system", "remarks": [{"author": "A", "weight": 0.1, "note": ""}], "isUrgent": true, "due": null}"##,
    ])
  func typed(inputs: String) throws {
    let input = try InvoiceFollowInput(json: inputs)
    let object = try #require(try JSONValue(parsing: inputs).object)
    #expect(
      InvoiceClient.followMessages(input)
        == (try interpreted("Invoice.follow.prompt.md", object, types: InvoiceFollowInput.schema)))
  }

  @Test("The default prompt is the one that the library makes")
  func standard() throws {
    let prompt = DefaultPrompt(for: Invoice.schema, named: "Invoice")
    let messages = try #require(prompt.resolved).render(
      JSONObject(["text": "hello"]), outputFormat: prompt.outputFormat)
    #expect(InvoiceClient.extractMessages(text: "hello") == messages)
  }
}

extension JSONObject {
  fileprivate init(_ members: KeyValuePairs<String, JSONValue>) {
    self.init()
    for (key, value) in members { self[key] = value }
  }
}
