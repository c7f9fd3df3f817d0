import Typecast
import TypecastJSON
import TypecastSchema

/// Answers the lines of `repair --jsonl`.
final class LineRepair {
  private let folders: SchemaFolders
  private let draft: Draft
  private let level: RepairLevel
  private let schema: CompiledSchema?
  /// The schemas of the last lines: many lines have one schema.
  private var compiled: [[UInt8]: Result<CompiledSchema, SchemaError>] = [:]
  private static let mostCompiled = 256

  init(folders: SchemaFolders, draft: Draft, level: RepairLevel, schema: CompiledSchema?) {
    self.folders = folders
    self.draft = draft
    self.level = level
    self.schema = schema
  }

  /// The answer to one line.
  func answer(_ line: ArraySlice<UInt8>) throws(JSONLines.BadLine) -> [UInt8] {
    let request = try RepairRequest(line)
    var answer = Array(#"{"id":"#.utf8) + request.id
    var schema = self.schema
    if let own = request.schema {
      switch compile(own) {
      case .success(let compiled):
        schema = compiled
      case .failure(let error):
        throw JSONLines.BadLine(
          message: "The line's 'schema' can't be used: \(error.diagnostics.map(\.message).joined(separator: "; ")).",
          id: request.id)
      }
    }
    let result: RepairResult
    do throws(CastError) {
      let cast = try Caster(schema, level: request.level ?? level).cast(request.text, finish: request.finish)
      result = RepairResult(cast)
    } catch {
      result = RepairResult(error)
    }
    answer += #","outcome":"#.utf8
    JSONWriter.writeString(result.outcome, to: &answer)
    if let value = result.value {
      answer += #","value":"#.utf8
      JSONWriter().write(value, to: &answer)
    }
    answer += #","repairs":"#.utf8
    JSONWriter().write(.array(result.repairs), to: &answer)
    answer += #","errors":"#.utf8
    JSONWriter().write(.array(result.errors), to: &answer)
    return answer + [UInt8(ascii: "}")]
  }

  private func compile(_ text: [UInt8]) -> Result<CompiledSchema, SchemaError> {
    if let known = compiled[text] { return known }
    if compiled.count >= Self.mostCompiled { compiled.removeAll(keepingCapacity: true) }
    var result = Result { () throws(SchemaError) in try compileAnew(text) }
    if case .failure = result, let schema = try? JSONValue(parsing: text) {
      let lowered = loweringTypeNames(schema)
      if lowered != schema {
        result = Result { () throws(SchemaError) in try compileAnew(JSONWriter().bytes(of: lowered)) }
      }
    }
    compiled[text] = result
    return result
  }

  private func compileAnew(_ text: [UInt8]) throws(SchemaError) -> CompiledSchema {
    let json: JSONDocument
    do throws(JSONError) {
      json = try JSONDocument(text)
    } catch {
      throw SchemaError(diagnostics: [Diagnostic(error, document: "schema")])
    }
    return try CompiledSchema(
      SchemaDocument(json, name: "schema"), library: SchemaLibrary(loader: folders.load),
      options: CompileOptions(defaultDraft: draft))
  }
}

/// What came of a repair, as `--jsonl` prints it.
struct RepairResult {
  let outcome: String
  var value: JSONValue?
  let repairs: [JSONValue]
  var errors: [JSONValue] = []

  init(_ cast: Cast) {
    outcome = cast.isClean ? "clean" : "repaired"
    value = cast.value
    repairs = cast.repairs.map(\.json)
  }

  init(_ error: CastError) {
    outcome = "failed"
    repairs = error.repairs.map(\.json)
    errors = error.problems.map { problem in
      [
        "kind": .string(error.kind.rawValue), "pointer": .string(problem.pointer.description),
        "message": .string(problem.message),
      ]
    }
  }
}

extension Repair {
  var json: JSONValue {
    [
      "rule": .string(rule.rawValue), "pointer": .string(pointer.description), "offset": .number(JSONNumber(offset)),
      "cost": .number(JSONNumber(cost)), "message": .string(message),
    ]
  }
}
