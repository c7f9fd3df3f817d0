import TypecastJSON
public import TypecastSchema

/// Checks the examples that go into prompts.
public enum ExampleCheck {
  /// An error for every value in the root's `examples` that the schema itself rejects.
  public static func diagnostics(for schema: CompiledSchema) -> [Diagnostic] {
    let graph = schema.graph
    let root = graph[graph.root]
    guard root.keywords.contains(where: { ($0 as? Annotation)?.name == "examples" }), let list = root.json["examples"]
    else { return [] }
    let document = graph.documents.first { $0.json === root.json.document }?.name ?? ""
    return list.elements.compactMap { example in
      guard let (message, place) = objection(to: example, by: schema) else { return nil }
      return Diagnostic(
        severity: .error, rule: .invalidExample,
        message: "this example goes into prompts and is not valid: \(message); correct it or take it out",
        document: document, pointer: place.pointer, position: place.position)
    }
  }

  /// What is wrong with an example, and with which part of it.
  private static func objection(to example: JSONNode, by schema: CompiledSchema) -> (String, JSONNode)? {
    do throws(UndecidedError) {
      guard let json = try? JSONDocument(example.value) else { return nil }
      let report = try schema.validate(json)
      guard let error = report.errors.first else { return report.isValid ? nil : ("it fits no alternative", example) }
      return (error.message, example[error.instancePointer] ?? example)
    } catch {
      return ("whether it is valid is undecided: \(error.message)", example)
    }
  }
}
