import TypecastJSON
import TypecastSchema

/// Lints a schema: it must find an error exactly where the compiler refuses the schema, and every place must be right.
/// A schema that compiles is sketched, too.
func fuzzLint(_ input: FuzzInput) {
  let test = ValidationCase(input)
  let diagnostics = SchemaLinter(options: test.options).lint([SchemaFile(name: "schema", bytes: test.schema)])
  for diagnostic in diagnostics {
    require((0...test.schema.count).contains(diagnostic.position.offset), "no place in the schema: \(diagnostic)")
    require(!diagnostic.message.isEmpty && !diagnostic.rule.rawValue.isEmpty, "a diagnostic without words")
    require(diagnostic.document.utf8.elementsEqual("schema".utf8), "of another document: \(diagnostic)")
  }
  guard let json = try? JSONDocument(test.schema) else {
    require(diagnostics.contains { $0.severity == .error || $0.rule == .byteOrderMark }, "bad JSON is let through")
    return
  }
  for diagnostic in diagnostics {
    guard let pointer = diagnostic.pointer else { continue }
    require(json.root[pointer] != nil, "the pointer leads nowhere: \(diagnostic)")
  }
  let errors = diagnostics.filter { $0.severity == .error }
  do {
    let schema = try CompiledSchema(SchemaDocument(json, name: "schema"), options: test.options)
    require(errors.isEmpty, "the linter refuses a schema that compiles: \(errors)")
    let sketch = SchemaSketch.text(of: schema)
    require(!sketch.isEmpty && sketch.utf8.count < 64 * (test.schema.count + 16), "the sketch has no fitting length")
  } catch {
    require(!errors.isEmpty, "the linter lets a schema through that does not compile: \(error)")
  }
}
