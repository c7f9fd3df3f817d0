import TypecastJSON

/// `items` as one schema: for every element, since 2020-12 for those after `prefixItems`.
package struct Items: Keyword {
  package let schema: SchemaID

  /// How many elements at the beginning have schemas of their own.
  package let skipped: Int

  static let definition = KeywordDefinition(
    "items", drafts: .draft2020 ... .draft2020, vocabulary: .applicator, content: .schema
  ) { source in
    guard source.value.type != .array else {
      source.report(
        .invalidSchema, "\"items\" must be one schema since draft 2020-12; write an array of schemas as \"prefixItems\""
      )
      return nil
    }
    return Items(schema: source.subschema(), skipped: source.schema["prefixItems"]?.count ?? 0)
  }

  package func evaluate(_ result: inout Evaluated, in evaluation: inout Evaluation) {
    Items.check(schema, after: skipped, "items", &result, in: &evaluation)
  }

  /// Applies a schema to the elements from an index on.
  static func check(
    _ schema: SchemaID, after skipped: Int, _ keyword: String, _ result: inout Evaluated,
    in evaluation: inout Evaluation
  ) {
    guard result.instance.type == .array, result.instance.count > skipped else { return }
    if evaluation.graph[schema].boolean == false {
      let allowed = skipped == 0 ? "no elements" : "at most \(Preview.plural(skipped, "element"))"
      result.fail(keyword, "expected \(allowed), found \(result.instance.count)")
      return
    }
    for (index, element) in result.instance.elements.enumerated() where index >= skipped {
      result.require(evaluation.apply(schema, to: element, token: "\(index)", in: result, by: keyword), for: keyword)
    }
    result.coverAll()
    result.annotate(keyword, true)
  }

  package func lower(into plan: inout PlanDraft) {
    plan.items = schema
  }
}
