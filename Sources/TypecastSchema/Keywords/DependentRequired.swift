import TypecastJSON

/// `dependentRequired`: members that have to be there if another one is.
package struct DependentRequired: Keyword {
  package let dependencies: [(trigger: String, names: [String])]

  static let definition = KeywordDefinition(
    "dependentRequired", drafts: .draft2019 ... .draft2020, vocabulary: .validation
  ) { source in
    guard source.value.type == .object else {
      source.reject("an object of arrays of names")
      return nil
    }
    var dependencies: [(String, [String])] = []
    for member in source.value.members {
      guard let names = source.names(member.value) else { return nil }
      dependencies.append((member.key, names))
    }
    return DependentRequired(dependencies: dependencies)
  }

  package func evaluate(_ result: inout Evaluated, in evaluation: inout Evaluation) {
    DependentRequired.check(dependencies, "dependentRequired", &result, in: &evaluation)
  }

  static func check(
    _ dependencies: [(trigger: String, names: [String])], _ keyword: String, _ result: inout Evaluated,
    in evaluation: inout Evaluation
  ) {
    guard result.instance.type == .object else { return }
    for (trigger, names) in dependencies where evaluation.member(trigger, of: result.instance) != nil {
      for name in names where evaluation.member(name, of: result.instance) == nil {
        result.fail(keyword, "missing \(JSONValue.string(name)), which \(JSONValue.string(trigger)) needs")
      }
    }
  }

  package func lower(into plan: inout PlanDraft) {
    for (trigger, names) in dependencies { plan.dependentNames.append((trigger, names)) }
  }
}
