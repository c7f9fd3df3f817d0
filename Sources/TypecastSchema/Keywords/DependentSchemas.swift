import TypecastJSON

/// `dependentSchemas`: a schema that applies to the whole object if a member is there.
package struct DependentSchemas: Keyword {
  package let dependencies: [(name: String, schema: SchemaID)]

  static let definition = KeywordDefinition(
    "dependentSchemas", drafts: .draft2019 ... .draft2020, vocabulary: .applicator, content: .schemaMap
  ) { source in
    source.schemaMap().map(DependentSchemas.init)
  }

  package var inPlace: [SchemaID] { dependencies.map(\.schema) }

  package func evaluate(_ result: inout Evaluated, in evaluation: inout Evaluation) {
    DependentSchemas.check(dependencies, "dependentSchemas", &result, in: &evaluation)
  }

  static func check(
    _ dependencies: [(name: String, schema: SchemaID)], _ keyword: String, _ result: inout Evaluated,
    in evaluation: inout Evaluation
  ) {
    guard result.instance.type == .object else { return }
    for (name, schema) in dependencies where evaluation.member(name, of: result.instance) != nil {
      let child = evaluation.apply(schema, in: result, by: keyword, name)
      result.absorbCoverage(of: child)
      result.require(child, for: keyword)
    }
  }

  package func lower(into plan: inout PlanDraft) {
    for (name, schema) in dependencies { plan.dependentSchemas.append((name, schema)) }
  }
}
