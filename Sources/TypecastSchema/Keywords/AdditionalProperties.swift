package import TypecastJSON

/// `additionalProperties`: the schema of members that neither `properties` nor `patternProperties` names.
package struct AdditionalProperties: Keyword {
  package let schema: SchemaID
  package let named: Set<ScalarText>
  package let patterns: [Pattern]

  static let definition = KeywordDefinition(
    "additionalProperties", vocabulary: .applicator, content: .schema
  ) { source in
    let named = source.schema["properties"]?.members.map { ScalarText($0.key) } ?? []
    // A bad pattern is reported where `patternProperties` is read.
    let patterns = source.schema["patternProperties"]?.members.compactMap { try? Pattern($0.key) } ?? []
    return AdditionalProperties(schema: source.subschema(), named: Set(named), patterns: patterns)
  }

  package func evaluate(_ result: inout Evaluated, in evaluation: inout Evaluation) {
    guard result.instance.type == .object else { return }
    let isForbidden = evaluation.graph[schema].boolean == false
    var found: [JSONValue] = []
    members: for member in result.instance.members where !named.contains(ScalarText(member.key)) {
      for pattern in patterns {
        switch pattern.search(member.keyNode.content, within: &evaluation.searches) {
        case .match: continue members
        case .noMatch: break
        case .undecided:
          evaluation.undecided = .pattern(pattern.source)
          return
        }
      }
      found.append(.string(member.key))
      result.cover(member.value)
      if !isForbidden {
        result.require(
          evaluation.apply(schema, to: member.value, token: member.key, in: result, by: "additionalProperties"),
          for: "additionalProperties")
      }
    }
    if isForbidden && !found.isEmpty {
      let names = found.prefix(8).map(\.description).joined(separator: ", ")
      let near =
        found.count > 1
        ? nil
        : found[0].string.flatMap {
          evaluation.suggestions.nearest(to: $0, among: named.map(\.string), count: named.count)
        }
      let hint = near.map { "; did you mean \(JSONValue.string($0))?" } ?? ""
      result.fail("additionalProperties", "unexpected \(names)\(found.count > 8 ? ", …" : "")\(hint)")
      return
    }
    result.annotate("additionalProperties", .array(found))
  }

  package func lower(into plan: inout PlanDraft) {
    plan.additionalProperties = schema
  }
}
