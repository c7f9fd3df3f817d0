import TypecastJSON

/// `prefixItems`, since 2020-12: schemas for the first elements, one by one.
package struct PrefixItems: Keyword {
  package let schemas: [SchemaID]

  static let definition = KeywordDefinition(
    "prefixItems", drafts: .draft2020 ... .draft2020, vocabulary: .applicator, content: .schemas
  ) { source in
    source.schemas().map(PrefixItems.init)
  }

  package func evaluate(_ result: inout Evaluated, in evaluation: inout Evaluation) {
    PrefixItems.check(schemas, "prefixItems", &result, in: &evaluation)
  }

  /// Applies schemas to the first elements; the annotation is how far they went, or true for all of the array.
  static func check(
    _ schemas: [SchemaID], _ keyword: String, _ result: inout Evaluated, in evaluation: inout Evaluation
  ) {
    guard result.instance.type == .array else { return }
    for (index, (schema, element)) in zip(schemas, result.instance.elements).enumerated() {
      result.cover(element)
      result.require(
        evaluation.apply(schema, to: element, token: "\(index)", in: result, by: keyword, "\(index)"), for: keyword)
    }
    let count = result.instance.count
    let reached = min(schemas.count, count)
    if reached > 0 { result.annotate(keyword, reached == count ? true : .number(JSONNumber(reached - 1))) }
  }

  package func lower(into plan: inout PlanDraft) {
    plan.prefixItems = schemas
  }
}
