import TypecastJSON

/// `if`, with `then` and `else`, since draft 7: which of two schemas applies hangs on a third.
package struct Conditional: Keyword {
  package let condition: SchemaID
  package let consequence: SchemaID?
  package let alternative: SchemaID?

  static let definition = KeywordDefinition(
    "if", drafts: .draft7 ... .draft2020, vocabulary: .applicator, content: .schema
  ) { source in
    Conditional(
      condition: source.subschema(),
      consequence: source.schema["then"].map(source.subschema),
      alternative: source.schema["else"].map(source.subschema))
  }

  package var inPlace: [SchemaID] { [condition, consequence, alternative].compactMap(\.self) }

  package func evaluate(_ result: inout Evaluated, in evaluation: inout Evaluation) {
    let test = evaluation.apply(condition, in: result, by: "if")
    result.absorbCoverage(of: test)
    result.keep(test, for: "if")
    guard let branch = test.isValid ? consequence : alternative else { return }
    let child = evaluation.apply(branch, in: result, by: test.isValid ? "then" : "else")
    result.absorbCoverage(of: child)
    result.require(child, for: test.isValid ? "then" : "else")
  }

  package func lower(into plan: inout PlanDraft) {
    plan.steps.append(.condition(condition, then: consequence, else: alternative))
  }
}
