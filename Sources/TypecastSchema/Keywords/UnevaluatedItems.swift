import TypecastJSON

/// `unevaluatedItems`: the schema of elements that no other keyword has evaluated.
package struct UnevaluatedItems: Keyword {
  package let schema: SchemaID

  static let definition = KeywordDefinition(
    "unevaluatedItems", drafts: .draft2019 ... .draft2020, vocabulary: .unevaluated, content: .schema
  ) { source in
    source.builder.noteCoverage()
    return UnevaluatedItems(schema: source.subschema())
  }

  package func evaluate(_ result: inout Evaluated, in evaluation: inout Evaluation) {
    guard result.instance.type == .array, !result.coversAll else { return }
    let isForbidden = evaluation.graph[schema].boolean == false
    var found: [String] = []
    for (index, element) in result.instance.elements.enumerated() where !result.hasCovered(element) {
      found.append("\(index)")
      if !isForbidden {
        result.require(
          evaluation.apply(schema, to: element, token: "\(index)", in: result, by: "unevaluatedItems"),
          for: "unevaluatedItems")
      }
    }
    if isForbidden && !found.isEmpty {
      let list = found.prefix(8).joined(separator: ", ") + (found.count > 8 ? ", …" : "")
      result.fail("unevaluatedItems", "unexpected \(found.count == 1 ? "element" : "elements") at \(list)")
      return
    }
    if !found.isEmpty { result.annotate("unevaluatedItems", true) }
    result.coverAll()
  }

  package func lower(into plan: inout PlanDraft) {
    plan.unevaluatedItems = schema
  }
}
