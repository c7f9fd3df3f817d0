import TypecastJSON
import TypecastSchema

/// Validates a value against a schema in every way there is: all must agree, and all must end.
func fuzzValidator(_ input: FuzzInput) {
  let test = ValidationCase(input)
  guard let schema = compile(test.schema, test.options) else { return }
  for warning in schema.warnings { require(warning.severity == .warning, "an error is let through: \(warning)") }
  guard let instance = try? JSONDocument(test.instance) else { return }

  let fast = Verdict { () throws(UndecidedError) in try schema.isValid(instance) }
  let fromBytes = Verdict(bytes: test.instance, schema)
  require(fast == fromBytes, "from a document: \(fast); from bytes: \(fromBytes)")
  let full = Verdict { () throws(UndecidedError) in
    let report = try schema.validate(instance)
    check(report, instance)
    return report.isValid
  }
  // The full report looks at what the fast path need not: it alone may give up.
  require(full == fast || full == .undecided, "fast: \(fast); in full: \(full)")
  let independent = Verdict { () throws(UndecidedError) in
    let report = try schema.validateIndependently(instance)
    check(report, instance)
    return report.isValid
  }
  require(independent == fast || independent == .undecided, "fast: \(fast); without plans: \(independent)")
  // One of the formats, as each costs as much as all the rest.
  let output = ValidationOutput.allCases[test.schema.count % ValidationOutput.allCases.count]
  let written = Verdict { () throws(UndecidedError) in
    let value = try schema.output(output, for: instance)
    guard let isValid = value["valid"]?.bool else { finding("an output without a verdict: \(value)") }
    return isValid
  }
  require(
    written == independent || written == .undecided,
    "in full: \(independent); as \(output.rawValue): \(written)")
  if let annotations = try? schema.annotations(of: instance), full == .invalid {
    require(annotations.isEmpty, "annotations of an invalid value: \(annotations.count)")
  }
}

private func compile(_ bytes: [UInt8], _ options: CompileOptions) -> CompiledSchema? {
  guard let json = try? JSONDocument(bytes) else { return nil }
  do {
    return try CompiledSchema(SchemaDocument(json, name: "schema"), options: options)
  } catch {
    require(!error.diagnostics.isEmpty && !error.description.isEmpty, "a schema is refused without a reason")
    for diagnostic in error.diagnostics {
      require(diagnostic.severity == .error, "a schema is refused for a warning: \(diagnostic)")
      require((0...bytes.count).contains(diagnostic.position.offset), "no place in the schema: \(diagnostic)")
    }
    return nil
  }
}

private func check(_ report: ValidationReport, _ instance: JSONDocument) {
  require(report.isValid == report.errors.isEmpty, "valid: \(report.isValid), \(report.errors.count) errors")
  require(!report.description.isEmpty && report.summary().isEmpty == report.isValid, "a report without words")
  for error in report.errors.prefix(20) {
    require((0..<instance.bytes.count).contains(error.position.offset), "no place in the instance: \(error)")
    require(instance.root[error.instancePointer] != nil || error.keyword.isEmpty, "no such value: \(error)")
    require(!error.message.isEmpty && !error.schemaURI.description.isEmpty, "an error without words")
  }
}

private enum Verdict {
  case valid, invalid, undecided

  init(_ judge: () throws(UndecidedError) -> Bool) {
    do {
      self = try judge() ? .valid : .invalid
    } catch {
      require(!error.description.isEmpty, "undecided without a reason")
      self = .undecided
    }
  }

  init(bytes: [UInt8], _ schema: CompiledSchema) {
    do {
      self = try schema.isValid(bytes) ? .valid : .invalid
    } catch is UndecidedError {
      self = .undecided
    } catch {
      finding("JSON that was read before is refused: \(error)")
    }
  }
}
