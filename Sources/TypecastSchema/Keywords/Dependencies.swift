import TypecastJSON

/// `dependencies`, the older form of `dependentRequired` and `dependentSchemas` in one; later drafts still read it.
package struct Dependencies: Keyword {
  package let names: [(trigger: String, names: [String])]
  package let schemas: [(name: String, schema: SchemaID)]

  static let definition = KeywordDefinition(
    "dependencies", vocabulary: .applicator, content: .schemaOrNamesMap
  ) { source in
    guard source.value.type == .object else {
      source.reject("an object of schemas and arrays of names")
      return nil
    }
    var names: [(String, [String])] = []
    var schemas: [(String, SchemaID)] = []
    for member in source.value.members {
      if member.value.type == .array {
        guard let list = source.names(member.value) else { return nil }
        names.append((member.key, list))
      } else {
        schemas.append((member.key, source.subschema(member.value)))
      }
    }
    return Dependencies(names: names, schemas: schemas)
  }

  package var inPlace: [SchemaID] { schemas.map(\.schema) }

  package func evaluate(_ result: inout Evaluated, in evaluation: inout Evaluation) {
    DependentRequired.check(names, "dependencies", &result, in: &evaluation)
    DependentSchemas.check(schemas, "dependencies", &result, in: &evaluation)
  }

  package func lower(into plan: inout PlanDraft) {
    for (trigger, list) in names { plan.dependentNames.append((trigger, list)) }
    for (name, schema) in schemas { plan.dependentSchemas.append((name, schema)) }
  }
}
