package import TypecastJSON

/// A shape that a request asks for: that of its answer, or that of a tool's argument.
package struct SentSchema: Hashable, Sendable {
  /// What the request calls it; nil where it does not.
  package let name: String?

  package let schema: JSONValue

  /// Whether the value is the argument of a tool of that name, and not the text of the answer.
  package let isTool: Bool

  /// Every shape in the body of a request to any provider.
  package static func all(in body: JSONValue) -> [SentSchema] {
    var found: [SentSchema] = []
    func add(_ schema: JSONValue?, name: JSONValue? = nil, isTool: Bool = false) {
      guard let schema, case .object = schema else { return }
      found.append(SentSchema(name: name?.string, schema: schema, isTool: isTool))
    }
    let chat = body["response_format"]?["json_schema"]
    add(chat?["schema"], name: chat?["name"])
    let responses = body["text"]?["format"]
    add(responses?["schema"], name: responses?["name"])
    add(body["format"])
    add(body["generationConfig"]?["responseJsonSchema"])
    add(body["generationConfig"]?["responseSchema"])
    add(body["output_config"]?["format"]?["schema"])
    for tool in body["tools"]?.array ?? [] {
      let functions = tool["functionDeclarations"]?.array ?? [tool["function"] ?? tool]
      for function in functions {
        let schema = ["parametersJsonSchema", "parameters", "input_schema"].lazy.compactMap { function[$0] }.first
        add(schema, name: function["name"], isTool: true)
      }
    }
    return found
  }

  /// Whether it goes by the name that requests give to values of a schema.
  package func isCalled(_ schemaName: String) -> Bool {
    name.map { $0.utf8.elementsEqual(WireCall.name(schemaName).utf8) } ?? false
  }
}
