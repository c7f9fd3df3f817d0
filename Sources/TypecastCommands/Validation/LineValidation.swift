import TypecastJSON
import TypecastSchema

/// Answers the lines of `validate --jsonl`.
final class LineValidation {
  private let schemas: LineSchemas

  init(folders: SchemaFolders, draft: Draft) {
    schemas = LineSchemas(folders: folders, draft: draft)
  }

  /// The answer to one line.
  func answer(_ line: ArraySlice<UInt8>) throws(JSONLines.BadLine) -> [UInt8] {
    let request = try ValidationRequest(line)
    var answer = Array(#"{"id":"#.utf8) + request.id
    let schema: CompiledSchema
    switch schemas.compile(request.schema, formats: request.format) {
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

  /// Every diagnostic with the place that a program can look up.
  private static func text(of error: SchemaError) -> String {
    error.diagnostics.map { diagnostic in
      let document = diagnostic.document == "schema" ? "" : diagnostic.document
      let place = document + (diagnostic.pointer.map { "#\($0)" } ?? "")
      return place.isEmpty ? diagnostic.message : "\(place): \(diagnostic.message)"
    }.joined(separator: "; ")
  }
}
