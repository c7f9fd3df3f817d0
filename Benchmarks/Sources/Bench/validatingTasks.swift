import Foundation
import TypecastJSON
import TypecastSchema

/// Parsing a text and validating it: the verdict alone, and the report with every error.
func validatingTasks(_ works: Works) throws -> [Task] {
  var tasks: [Task] = []
  for name in try works.names() {
    guard let schemaText = try works.schema(of: name) else { continue }
    let schema = try CompiledSchema(
      SchemaDocument(JSONDocument(schemaText), name: name), options: CompileOptions(formats: .annotate))
    let texts = try works.texts(of: name)
    let bytes = texts.reduce(0) { $0 + $1.count }
    let work = "validate " + name
    for text in texts where try !schema.isValid(text) {
      throw BenchmarkError(message: "A text of '\(name)' is not valid: \(try schema.validate(JSONDocument(text)))")
    }
    tasks.append(
      Task(work: work, contender: "Typecast isValid", bytes: bytes) {
        for text in texts { _ = try schema.isValid(text) }
      })
    tasks.append(
      Task(work: work, contender: "Typecast report", bytes: bytes) {
        for text in texts { _ = try schema.validate(JSONDocument(text)) }
      })
  }
  return tasks
}
