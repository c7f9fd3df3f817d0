import TypecastJSON

/// A keyword about values of a type that the schema does not allow: `minLength` beside `"type": "integer"`.
enum IneffectiveKeywordRule: SchemaRule {
  static let id = Diagnostic.Rule.ineffectiveKeyword

  static func check(_ schema: LintedSchema, _ run: LintRun) {
    guard schema["type"] != nil, let types = schema.node.keyword(TypeKeyword.self)?.types else { return }
    for member in schema.json.members {
      let name = member.key
      guard let (subject, phrase) = subjects[ScalarText(name)], subject.isDisjoint(with: types), schema[name] != nil
      else { continue }
      // Formats of other types exist, but none that the specification knows.
      if name.utf8.elementsEqual("format".utf8), !UnknownFormatRule.isStandard(member.value.string ?? "") { continue }
      run.warn(
        id, "\(name.quoted) is about \(phrase) and has no effect here: the type allows only \(types.phrase)",
        at: member.keyNode)
    }
  }

  private static let subjects: [ScalarText: (types: TypeSet, phrase: String)] = {
    var subjects: [ScalarText: (types: TypeSet, phrase: String)] = [:]
    func add(_ types: TypeSet, _ phrase: String, _ names: [String]) {
      for name in names { subjects[ScalarText(name)] = (types, phrase) }
    }
    add(.string, "strings", ["minLength", "maxLength", "pattern", "format"])
    add(.number, "numbers", ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"])
    add(
      .array, "arrays",
      [
        "items", "prefixItems", "additionalItems", "unevaluatedItems", "contains", "minContains", "maxContains",
        "minItems", "maxItems", "uniqueItems",
      ])
    add(
      .object, "objects",
      [
        "properties", "patternProperties", "additionalProperties", "unevaluatedProperties", "propertyNames",
        "required", "minProperties", "maxProperties", "dependencies", "dependentRequired", "dependentSchemas",
      ])
    return subjects
  }()
}

extension Diagnostic.Rule {
  /// A keyword is about values of a type that the schema does not allow.
  public static let ineffectiveKeyword = Self(rawValue: "ineffective-keyword")
}
