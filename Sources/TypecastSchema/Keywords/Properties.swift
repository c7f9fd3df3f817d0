import TypecastJSON

/// `properties`: schemas for members by name.
package struct Properties: Keyword {
  package let properties: [(name: String, schema: SchemaID)]

  static let definition = KeywordDefinition(
    "properties", vocabulary: .applicator, content: .schemaMap
  ) { source in
    source.schemaMap().map(Properties.init)
  }

  package func evaluate(_ result: inout Evaluated, in evaluation: inout Evaluation) {
    guard result.instance.type == .object else { return }
    var found: [JSONValue] = []
    for (name, schema) in properties {
      guard let value = evaluation.member(name, of: result.instance) else { continue }
      result.cover(value)
      found.append(.string(name))
      result.require(
        evaluation.apply(schema, to: value, token: name, in: result, by: "properties", name), for: "properties")
    }
    result.annotate("properties", .array(found))
  }

  package func lower(into plan: inout PlanDraft) {
    plan.properties += properties
  }
}
