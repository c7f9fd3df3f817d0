import TypecastJSON

/// `contains`, with `minContains` and `maxContains`: how many elements fit a schema.
package struct Contains: Keyword {
  package let schema: SchemaID
  package let minimum: Int
  package let maximum: Int?

  /// Since 2020-12 an element that fits counts as evaluated.
  package let covers: Bool

  static let definition = KeywordDefinition(
    "contains", drafts: .draft6 ... .draft2020, vocabulary: .applicator, content: .schema
  ) { source in
    var minimum = 1
    var maximum: Int?
    if source.draft >= .draft2019, source.vocabulary.contains(.validation) {
      func count(_ name: String) -> Int? {
        source.schema[name]?.number.flatMap { $0.isInteger && $0 >= 0 ? $0.int ?? Int.max : nil }
      }
      minimum = count("minContains") ?? 1
      maximum = count("maxContains")
    }
    return Contains(
      schema: source.subschema(), minimum: minimum, maximum: maximum, covers: source.draft >= .draft2020)
  }

  package func evaluate(_ result: inout Evaluated, in evaluation: inout Evaluation) {
    guard result.instance.type == .array else { return }
    var found: [JSONValue] = []
    for (index, element) in result.instance.elements.enumerated() {
      let child = evaluation.apply(schema, to: element, token: "\(index)", in: result, by: "contains")
      if child.isValid {
        found.append(.number(JSONNumber(index)))
        if covers { result.cover(element) }
      }
      result.keep(child, for: "contains")
    }
    if found.count < minimum {
      if minimum == 1 {
        result.fail("contains", "expected an element that fits the schema of \"contains\", found none")
      } else {
        let wanted = Preview.limit(minimum, "element")
        result.fail("minContains", "expected at least \(wanted) to fit \"contains\", found \(found.count)")
      }
    }
    if let maximum, found.count > maximum {
      let wanted = Preview.limit(maximum, "element")
      result.fail("maxContains", "expected at most \(wanted) to fit \"contains\", found \(found.count)")
    }
    let fitsAll = !found.isEmpty && found.count == result.instance.count
    result.annotate("contains", fitsAll ? true : .array(found))
  }

  package func lower(into plan: inout PlanDraft) {
    plan.contains = (schema, minimum, maximum ?? Int.max, covers)
  }
}
