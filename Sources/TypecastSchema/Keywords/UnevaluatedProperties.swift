import TypecastJSON

/// `unevaluatedProperties`: the schema of members that no other keyword has evaluated.
package struct UnevaluatedProperties: Keyword {
  package let schema: SchemaID

  static let definition = KeywordDefinition(
    "unevaluatedProperties", drafts: .draft2019 ... .draft2020, vocabulary: .unevaluated, content: .schema
  ) { source in
    source.builder.noteCoverage()
    return UnevaluatedProperties(schema: source.subschema())
  }

  package func evaluate(_ result: inout Evaluated, in evaluation: inout Evaluation) {
    guard result.instance.type == .object else { return }
    let isForbidden = evaluation.graph[schema].boolean == false
    var found: [JSONValue] = []
    for member in result.instance.members where !result.hasCovered(member.value) {
      found.append(.string(member.key))
      if !isForbidden {
        result.require(
          evaluation.apply(schema, to: member.value, token: member.key, in: result, by: "unevaluatedProperties"),
          for: "unevaluatedProperties")
      }
    }
    if isForbidden && !found.isEmpty {
      let names = found.prefix(8).map(\.description).joined(separator: ", ") + (found.count > 8 ? ", …" : "")
      result.fail("unevaluatedProperties", "unexpected \(names)")
      return
    }
    result.annotate("unevaluatedProperties", .array(found))
    result.coverAll()
  }

  package func lower(into plan: inout PlanDraft) {
    plan.unevaluatedProperties = schema
  }
}
