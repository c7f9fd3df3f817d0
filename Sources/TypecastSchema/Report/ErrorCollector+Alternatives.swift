import TypecastJSON

extension ErrorCollector {
  /// An alternative that a value does not fit.
  private struct Failure {
    let index: Int
    let facts: AlternativeFacts
    let result: Evaluated
  }

  /// A member whose values tell alternatives apart.
  private struct Tag {
    let key: ScalarText
    let isRequired: Bool

    /// The alternatives by their values.
    let alternatives: [JSONValue: Int]

    /// All values, in the order of the alternatives.
    let values: [JSONNode]
  }

  /// What is wrong with a value that fits no alternative of an `anyOf` or `oneOf`; nil for any other keyword, and where some
  /// alternative fits.
  ///
  /// Where the type of the value, or a member with constants, leaves one alternative, its errors are those of the choice.
  func choiceErrors(_ keyword: String, _ message: String, in result: Evaluated) -> [ValidationError]? {
    guard let failures = failures(of: keyword, in: result) else { return nil }
    let instance = result.instance
    if let values = allConstants(of: failures) {
      return [error(keyword, ConstantsMessage.of(values, for: instance), in: result)]
    }
    let left = failures.filter { $0.facts.types.allows(instance) }
    if left.isEmpty {
      let types = failures.reduce(into: TypeSet()) { $0.formUnion($1.facts.types) }
      if !types.isEmpty {
        return [error(keyword, "expected \(types.phrase), found \(Preview.of(instance))", in: result)]
      }
    }
    if left.count == 1 { return errors(of: left[0].result) }
    if let errors = tagErrors(keyword, left, in: result) { return errors }
    guard let (best, causes) = closest(left.isEmpty ? failures : left, to: result) else { return nil }
    let name = graph.alternativeName(best.result.schema, at: best.index)
    return [error(keyword, "\(message); alternative \(name) comes closest", in: result, causes: causes)]
  }

  private func failures(of keyword: String, in result: Evaluated) -> [Failure]? {
    let node = graph[result.schema]
    let schemas: [SchemaID]
    switch keyword {
    case "anyOf": schemas = node.keyword(AnyOf.self)?.schemas ?? []
    case "oneOf": schemas = node.keyword(OneOf.self)?.schemas ?? []
    default: return nil
    }
    let failures = result.children.filter { $0.keyword == keyword && !$0.result.isValid }.map { child in
      Failure(
        index: Int(child.result.path.token) ?? 0, facts: alternatives.facts(of: child.result.schema),
        result: child.result)
    }
    // Where one alternative fits already, the others are not what is wrong.
    return failures.count == schemas.count ? failures : nil
  }

  /// The values that are allowed, where each alternative lists its own.
  private func allConstants(of failures: [Failure]) -> [JSONNode]? {
    var values: [JSONNode] = []
    for failure in failures {
      guard let constants = failure.facts.constants else { return nil }
      values += constants
    }
    return values
  }

  /// The errors of the alternative that a member names, or what is wrong with that member.
  private func tagErrors(_ keyword: String, _ failures: [Failure], in result: Evaluated) -> [ValidationError]? {
    guard result.instance.type == .object, !failures.isEmpty else { return nil }
    let tags = tags(of: failures)
    if tags.isEmpty { return nil }
    var unknown: (tag: Tag, value: JSONNode)?
    for tag in tags {
      guard let value = result.instance[tag.key.string] else { continue }
      if let index = tag.alternatives[value.value] { return errors(of: failures[index].result) }
      unknown = unknown ?? (tag, value)
    }
    if let (tag, value) = unknown {
      let message = ConstantsMessage.of(tag.values, for: value)
      return [error(keyword, message, in: result, at: (tag.key.string, value))]
    }
    guard let missing = tags.first(where: \.isRequired) else { return nil }
    let values = (missing.values.count == 1 ? "" : "one of ") + Preview.list(missing.values)
    return [error(keyword, "missing \(JSONValue.string(missing.key.string)), which is \(values)", in: result)]
  }

  /// The members that tell all these alternatives apart, those first that have to be there.
  private func tags(of failures: [Failure]) -> [Tag] {
    let tags = failures[0].facts.markers.compactMap { key -> Tag? in
      var alternatives: [JSONValue: Int] = [:]
      var all: [JSONNode] = []
      for (index, failure) in failures.enumerated() {
        guard let values = failure.facts.values[key] else { return nil }
        for value in values {
          guard alternatives.updateValue(index, forKey: value.value).map({ $0 == index }) ?? true else { return nil }
        }
        all += values
      }
      return Tag(
        key: key, isRequired: failures.allSatisfy { $0.facts.required.contains(key) }, alternatives: alternatives,
        values: all)
    }
    return tags.filter(\.isRequired) + tags.filter { !$0.isRequired }
  }

  /// The alternative with the lightest errors.
  private func closest(
    _ failures: [Failure], to result: Evaluated
  ) -> (alternative: Failure, causes: [ValidationError])? {
    let depth = result.instancePath.pointer.tokens.count
    var best: (weight: Int, alternative: Failure, errors: [ValidationError])?
    for failure in failures {
      let errors = errors(of: failure.result)
      let weight = errors.reduce(0) { $0 + self.weight(of: $1, at: depth) }
      if weight < best?.weight ?? Int.max { best = (weight, failure, errors) }
    }
    return best.map { ($0.alternative, $0.errors) }
  }

  /// How much an error speaks against an alternative for a value so deep: the wrong type most, a wrong marker value among
  /// its members next. Farther inside the value, where the alternative fits that far, little is held against it.
  private func weight(of error: ValidationError, at depth: Int) -> Int {
    let distance = error.instancePointer.tokens.count - depth
    switch error.keyword {
    case "type": return distance == 0 ? 1000 : 20
    case "const", "enum": return distance <= 1 ? 100 : 5
    case "required", "additionalProperties", "unevaluatedProperties": return distance == 0 ? 10 : 3
    default: return 1 + error.causes.reduce(0) { $0 + weight(of: $1, at: depth) }
    }
  }
}

/// What is said about a value that is none of those allowed.
enum ConstantsMessage {
  static func of(_ values: [JSONNode], for instance: JSONNode) -> String {
    var suggestions = Suggestions()
    return of(values, for: instance, &suggestions)
  }

  static func of(_ values: [JSONNode], for instance: JSONNode, _ suggestions: inout Suggestions) -> String {
    let wanted = values.isEmpty ? "nothing" : (values.count == 1 ? "" : "one of ") + Preview.list(values)
    let message = "expected \(wanted), found \(Preview.of(instance))"
    guard let text = instance.string,
      let near = suggestions.nearest(to: text, among: values.compactMap(\.string), count: values.count)
    else { return message }
    return message + "; did you mean \(JSONValue.string(near))?"
  }
}
