import Testing
import TypecastJSON
import TypecastSchema

/// What is wrong with a schema, one line each: `document:line:column severity rule: message`.
func findings(
  in schema: String, at address: String = "", library: SchemaLibrary = SchemaLibrary(), draft: Draft = .draft2020
) throws -> [String] {
  let document = SchemaDocument(try JSONDocument(schema), uri: URIReference(address), name: "schema")
  let options = CompileOptions(defaultDraft: draft)
  let diagnostics: [Diagnostic]
  do {
    diagnostics = try CompiledSchema(document, library: library, options: options).warnings
  } catch {
    #expect(error.diagnostics.allSatisfy { $0.severity == .error })
    diagnostics = error.diagnostics
  }
  return diagnostics.map { "\($0.document):\($0.position) \($0.severity) \($0.rule): \($0.message)" }
}

/// Documents by their addresses.
func library(_ documents: [String: String]) throws -> SchemaLibrary {
  SchemaLibrary(
    try documents.sorted { $0.key < $1.key }.map { address, text in
      SchemaDocument(try JSONDocument(text), uri: URIReference(address))
    })
}

/// The verdict of a schema on a value, the same from all ways of validating.
func verdict(
  _ schema: String, on value: String, at address: String = "", library: SchemaLibrary = SchemaLibrary(),
  draft: Draft = .draft2020, sourceLocation: SourceLocation = #_sourceLocation
) throws -> Bool {
  let document = SchemaDocument(try JSONDocument(schema), uri: URIReference(address), name: "schema")
  let compiled = try CompiledSchema(document, library: library, options: CompileOptions(defaultDraft: draft))
  let instance = try JSONDocument(value)
  let isValid = try compiled.isValid(instance)
  #expect(try compiled.validate(instance).isValid == isValid, sourceLocation: sourceLocation)
  #expect(try compiled.validateIndependently(instance).isValid == isValid, sourceLocation: sourceLocation)
  return isValid
}
