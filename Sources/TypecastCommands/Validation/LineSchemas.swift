import TypecastJSON
import TypecastSchema

/// The schemas of the last lines of a `--jsonl` input: many lines have one schema.
final class LineSchemas {
  private struct Key: Hashable {
    let text: [UInt8]
    let formats: FormatMode
  }

  private let folders: SchemaFolders
  private let draft: Draft
  private var compiled: [Key: Result<CompiledSchema, SchemaError>] = [:]
  private static let mostCompiled = 256

  init(folders: SchemaFolders, draft: Draft) {
    self.folders = folders
    self.draft = draft
  }

  /// The schema that a text holds.
  func compile(_ text: [UInt8], formats: FormatMode = .byDialect) -> Result<CompiledSchema, SchemaError> {
    let key = Key(text: text, formats: formats)
    if let known = compiled[key] { return known }
    if compiled.count >= Self.mostCompiled { compiled.removeAll(keepingCapacity: true) }
    let result = Result { () throws(SchemaError) in try compileAnew(key) }
    compiled[key] = result
    return result
  }

  private func compileAnew(_ key: Key) throws(SchemaError) -> CompiledSchema {
    let json: JSONDocument
    do throws(JSONError) {
      json = try JSONDocument(key.text)
    } catch {
      throw SchemaError(diagnostics: [Diagnostic(error, document: "schema")])
    }
    return try CompiledSchema(
      SchemaDocument(json, name: "schema"), library: SchemaLibrary(loader: folders.load),
      options: CompileOptions(defaultDraft: draft, formats: key.formats))
  }
}
