import TypecastJSON
import TypecastPrompts
import TypecastSchema

/// The template of a text; a prompt that can't be read fails the test that wants it.
func template(_ text: String) throws -> PromptTemplate {
  let file = PromptFile(name: "p.md", bytes: Array(text.utf8))
  guard let template = file.template else { throw BrokenPrompt(diagnostics: file.diagnostics) }
  return template
}

/// A prompt that a test wanted whole.
struct BrokenPrompt: Error {
  let diagnostics: [Diagnostic]
}

/// The template of a text, resolved.
func resolved(_ text: String, inputs: PromptInputs = .texts) throws -> ResolvedPrompt {
  let result = ResolvedPrompt.resolve(try template(text), inputs: inputs, document: "p.md")
  guard let prompt = result.prompt else { throw BrokenPrompt(diagnostics: result.diagnostics) }
  return prompt
}

/// The members of an object.
func object(_ value: JSONValue) -> JSONObject { value.object ?? JSONObject() }

/// The only message of a prompt whose body is given, filled in.
func rendered(_ body: String, _ inputs: JSONValue = [:], schema: String? = nil) throws -> String {
  let inputSchema = try schema.map { PromptInputs.schema(try CompiledSchema(parsing: $0)) } ?? .texts
  let prompt = try resolved("# user\n" + body, inputs: inputSchema)
  let messages = try prompt.render(object(inputs), outputFormat: "<shape>")
  return messages[0].text
}

/// Everything that is wrong with a prompt and its inputs, each as `line:column rule`.
func faults(_ text: String, schema: String? = nil) throws -> [String] {
  let file = PromptFile(name: "p.md", bytes: Array(text.utf8))
  var found = file.diagnostics
  if let template = file.template {
    let inputs = try schema.map { PromptInputs.schema(try CompiledSchema(parsing: $0)) } ?? .texts
    found += ResolvedPrompt.resolve(template, inputs: inputs, document: "p.md").diagnostics
  }
  return found.map { "\($0.position) \($0.rule)" }
}
