import Testing
import TypecastJSON
import TypecastSchema

/// What came of a suite: how many cases there were, and which of them gave another verdict than they should.
struct SuiteRun {
  private(set) var count = 0
  private(set) var failures: [(name: String, reason: String)] = []

  /// Runs the cases of a group through all ways of validating.
  mutating func run(_ group: SuiteGroup, library: SchemaLibrary, options: CompileOptions) {
    for schema in group.schemas {
      count += group.cases.count
      do {
        let compiled = try CompiledSchema(SchemaDocument(schema), library: library, options: options)
        for test in group.cases { run(test, compiled) }
      } catch {
        failures += group.cases.map { ($0.name, "the schema is refused: \(error)") }
      }
    }
  }

  private mutating func run(_ test: SuiteGroup.Case, _ schema: CompiledSchema) {
    do {
      let verdict = try schema.isValid(test.value)
      let report = try schema.validate(test.value)
      if verdict != test.isValid { failures.append((test.name, "isValid says \(verdict)")) }
      if report.isValid != test.isValid { failures.append((test.name, "validate says \(report)")) }
      let independent = try schema.validateIndependently(test.value)
      if independent.isValid != report.isValid || independent.errors != report.errors {
        failures.append((test.name, "validate without plans says \(independent)"))
      }
      if report.isValid != report.errors.isEmpty {
        failures.append((test.name, "validate says \(report.isValid) with \(report.errors.count) errors"))
      }
    } catch {
      failures.append((test.name, "\(error)"))
    }
  }

  /// Records an issue for each case that failed without being excepted, and for each exception that was not needed.
  func expectNoFailures(
    except exceptions: [SuiteException], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for (name, reason) in failures where !exceptions.contains(where: { $0.covers(name) }) {
      Issue.record("\(name): \(reason)", sourceLocation: sourceLocation)
    }
    for exception in exceptions where !failures.contains(where: { exception.covers($0.name) }) {
      Issue.record("'\(exception.name)' passes; take it off the list", sourceLocation: sourceLocation)
    }
  }
}
