import TypecastJSON

/// `type`: the sorts of value that are allowed.
package struct TypeKeyword: Keyword {
  package let types: TypeSet

  static let definition = KeywordDefinition("type", vocabulary: .validation) { source in
    let names: [JSONNode] = source.value.type == .array ? Array(source.value.elements) : [source.value]
    var types = TypeSet()
    for name in names {
      guard let text = name.string else {
        source.reject("the name of a type, or an array of names", at: name)
        return nil
      }
      guard let type = TypeSet(name: text, draft: source.draft) else {
        let near = Spelling.nearest(to: text, among: TypeSet.names)
        let hint =
          near.map { "; did you mean \"\($0)\"?" } ?? "; the types are \(TypeSet.names.joined(separator: ", "))"
        source.report(.invalidSchema, "there is no type \(JSONValue.string(text))\(hint)", at: name)
        return nil
      }
      types.formUnion(type)
    }
    if names.isEmpty {
      source.reject("an array of at least one name")
      return nil
    }
    return TypeKeyword(types: types)
  }

  package func evaluate(_ result: inout Evaluated, in evaluation: inout Evaluation) {
    if !types.allows(result.instance) {
      result.fail("type", "expected \(types.phrase), found \(Preview.of(result.instance))")
    }
  }

  package func lower(into plan: inout PlanDraft) {
    plan.types.formIntersection(types)
  }
}
