import TypecastJSON

/// `patternProperties`: schemas for members whose names match a pattern.
package struct PatternProperties: Keyword {
  package let properties: [(pattern: Pattern, schema: SchemaID)]

  static let definition = KeywordDefinition(
    "patternProperties", vocabulary: .applicator, content: .schemaMap
  ) { source in
    guard source.value.type == .object else {
      source.reject("an object of schemas")
      return nil
    }
    var properties: [(Pattern, SchemaID)] = []
    for member in source.value.members {
      guard let pattern = source.pattern(member.key, at: member.keyNode) else { continue }
      properties.append((pattern, source.subschema(member.value)))
    }
    return PatternProperties(properties: properties)
  }

  package func evaluate(_ result: inout Evaluated, in evaluation: inout Evaluation) {
    guard result.instance.type == .object else { return }
    var found: [JSONValue] = []
    for member in result.instance.members {
      var isFound = false
      for (pattern, schema) in properties {
        switch pattern.search(member.keyNode.content, within: &evaluation.searches) {
        case .noMatch: continue
        case .undecided:
          evaluation.undecided = .pattern(pattern.source)
          return
        case .match:
          isFound = true
          result.require(
            evaluation.apply(
              schema, to: member.value, token: member.key, in: result, by: "patternProperties", pattern.source),
            for: "patternProperties")
        }
      }
      if isFound {
        result.cover(member.value)
        found.append(.string(member.key))
      }
    }
    result.annotate("patternProperties", .array(found))
  }

  package func lower(into plan: inout PlanDraft) {
    plan.patternProperties += properties
  }
}
