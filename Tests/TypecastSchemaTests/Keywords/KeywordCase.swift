import Testing
import TypecastJSON
import TypecastSchema

/// A schema with what has to be said about it, or about a value.
///
/// Errors read `line:column #place-in-the-value #place-in-the-schema: message`, their causes are indented; annotations read
/// `#place-in-the-value #place-in-the-schema keyword: value`, and diagnostics `line:column #place rule: message`.
struct KeywordCase: CustomTestStringConvertible {
  private enum Subject {
    case errors, annotations, refusal
  }

  private let subject: Subject
  private let schema: String
  private let value: String
  private let draft: Draft
  private let formats: FormatMode
  private let lines: [String]

  static func valid(
    _ schema: String, _ value: String, draft: Draft = .draft2020, formats: FormatMode = .byDialect
  ) -> KeywordCase {
    KeywordCase(subject: .errors, schema: schema, value: value, draft: draft, formats: formats, lines: [])
  }

  static func errors(
    _ schema: String, _ value: String, draft: Draft = .draft2020, formats: FormatMode = .byDialect, _ lines: String...
  ) -> KeywordCase {
    KeywordCase(subject: .errors, schema: schema, value: value, draft: draft, formats: formats, lines: lines)
  }

  static func annotations(
    _ schema: String, _ value: String, draft: Draft = .draft2020, _ lines: String...
  ) -> KeywordCase {
    KeywordCase(subject: .annotations, schema: schema, value: value, draft: draft, formats: .byDialect, lines: lines)
  }

  static func refused(_ schema: String, draft: Draft = .draft2020, _ lines: String...) -> KeywordCase {
    KeywordCase(subject: .refusal, schema: schema, value: "null", draft: draft, formats: .byDialect, lines: lines)
  }

  var testDescription: String {
    subject == .refusal ? "draft \(draft.name), \(schema)" : "draft \(draft.name), \(schema) on \(value)"
  }

  func check(sourceLocation: SourceLocation = #_sourceLocation) throws {
    let options = CompileOptions(defaultDraft: draft, formats: formats)
    if subject == .refusal {
      let error = #expect(throws: SchemaError.self, sourceLocation: sourceLocation) {
        try CompiledSchema(parsing: schema, options: options)
      }
      #expect(error?.diagnostics.map(line) == lines, sourceLocation: sourceLocation)
      return
    }
    let compiled = try CompiledSchema(parsing: schema, options: options)
    let document = try JSONDocument(value)
    if subject == .annotations {
      #expect(try compiled.annotations(of: document).map(line) == lines, sourceLocation: sourceLocation)
      return
    }
    let report = try compiled.validate(document)
    #expect(report.errors.flatMap { lines(of: $0) } == lines, sourceLocation: sourceLocation)
    #expect(try compiled.isValid(document) == lines.isEmpty, sourceLocation: sourceLocation)
    #expect(try compiled.validateIndependently(document).errors == report.errors, sourceLocation: sourceLocation)
  }

  private func lines(of error: ValidationError) -> [String] {
    ["\(error.position) #\(error.instancePointer) #\(error.schemaPointer): \(error.message)"]
      + error.causes.flatMap(lines).map { "  " + $0 }
  }

  private func line(of annotation: SchemaAnnotation) -> String {
    "#\(annotation.instancePointer) #\(annotation.schemaPointer) \(annotation.keyword): \(annotation.value)"
  }

  private func line(of diagnostic: Diagnostic) -> String {
    let pointer = diagnostic.pointer.map { "#\($0)" } ?? "?"
    return "\(diagnostic.position) \(pointer) \(diagnostic.rule): \(diagnostic.message)"
  }
}
