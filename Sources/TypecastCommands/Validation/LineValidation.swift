import TypecastJSON
import TypecastSchema

/// Answers the lines of `validate --jsonl`.
final class LineValidation {
  private struct Key: Hashable {
    let schema: [UInt8]
    let format: FormatMode
  }

  private let folders: SchemaFolders
  private let draft: Draft
  /// The schemas of the last lines: many lines have one schema.
  private var compiled: [Key: Result<CompiledSchema, SchemaError>] = [:]
  private static let mostCompiled = 256

  init(folders: SchemaFolders, draft: Draft) {
    self.folders = folders
    self.draft = draft
  }

  /// The answer to one line.
  func answer(_ line: ArraySlice<UInt8>) throws(JSONLines.BadLine) -> [UInt8] {
    let request = try ValidationRequest(line)
    var answer = Array(#"{"id":"#.utf8) + request.id
    let schema: CompiledSchema
    switch compile(Key(schema: request.schema, format: request.format)) {
    case .success(let compiled):
      schema = compiled
    case .failure(let error):
      answer += #","schemaError":"#.utf8
      JSONWriter.writeString(Self.text(of: error), to: &answer)
      return answer + [UInt8(ascii: "}")]
    }
    var verdicts: [JSONValue] = []
    var errors: [JSONValue] = []
    for instance in request.instances {
      do throws(UndecidedError) {
        let isValid = try schema.isValid(instance)
        verdicts.append(.bool(isValid))
        errors.append(.array(isValid ? [] : Self.errors(of: instance, schema)))
      } catch {
        throw JSONLines.BadLine(message: error.description, id: request.id)
      }
    }
    answer += #","valid":"#.utf8
    JSONWriter().write(request.isList ? .array(verdicts) : verdicts[0], to: &answer)
    answer += #","errors":"#.utf8
    JSONWriter().write(request.isList ? .array(errors) : errors[0], to: &answer)
    return answer + [UInt8(ascii: "}")]
  }

  private static func errors(of instance: JSONDocument, _ schema: CompiledSchema) -> [JSONValue] {
    do throws(UndecidedError) {
      return try schema.validate(instance).errors.map(\.json)
    } catch {
      // The verdict stands: one violation was enough for it, only the list of all of them has no end.
      return [
        ["instance": "", "schema": "", "keyword": "", "message": .string("the errors can't all be listed; \(error)")]
      ]
    }
  }

  private func compile(_ key: Key) -> Result<CompiledSchema, SchemaError> {
    if let known = compiled[key] { return known }
    if compiled.count >= Self.mostCompiled { compiled.removeAll(keepingCapacity: true) }
    let result = Result { () throws(SchemaError) in try compileAnew(key) }
    compiled[key] = result
    return result
  }

  private func compileAnew(_ key: Key) throws(SchemaError) -> CompiledSchema {
    let json: JSONDocument
    do throws(JSONError) {
      json = try JSONDocument(key.schema)
    } catch {
      throw SchemaError(diagnostics: [Diagnostic(error, document: "schema")])
    }
    return try CompiledSchema(
      SchemaDocument(json, name: "schema"), library: SchemaLibrary(loader: folders.load),
      options: CompileOptions(defaultDraft: draft, formats: key.format))
  }

  /// Every diagnostic with the place that a program can look up.
  private static func text(of error: SchemaError) -> String {
    error.diagnostics.map { diagnostic in
      let document = diagnostic.document == "schema" ? "" : diagnostic.document
      let place = document + (diagnostic.pointer.map { "#\($0)" } ?? "")
      return place.isEmpty ? diagnostic.message : "\(place): \(diagnostic.message)"
    }.joined(separator: "; ")
  }
}
