import Typecast
import TypecastJSON
import TypecastSchema

/// Answers the lines of `repair --jsonl`.
final class LineRepair {
  private let schemas: LineSchemas
  private let level: RepairLevel
  private let schema: CompiledSchema?

  init(folders: SchemaFolders, draft: Draft, level: RepairLevel, schema: CompiledSchema?) {
    schemas = LineSchemas(folders: folders, draft: draft)
    self.level = level
    self.schema = schema
  }

  /// The answer to one line.
  func answer(_ line: ArraySlice<UInt8>) throws(JSONLines.BadLine) -> [UInt8] {
    let request = try RepairRequest(line)
    let answer = Array(#"{"id":"#.utf8) + request.id
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
    return answer + [UInt8(ascii: ",")] + result.members + [UInt8(ascii: "}")]
  }

  /// The schema of a line, also one whose types have the names that Gemini gives them.
  private func compile(_ text: [UInt8]) -> Result<CompiledSchema, SchemaError> {
    let result = schemas.compile(text)
    guard case .failure = result, let schema = try? JSONValue(parsing: text) else { return result }
    let lowered = loweringTypeNames(schema)
    return lowered == schema ? result : schemas.compile(JSONWriter().bytes(of: lowered))
  }
}

/// What came of a repair, as `--jsonl` and `--json` print it.
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

  /// The members of its object as JSON text.
  var members: [UInt8] {
    var members = Array(#""outcome":"#.utf8)
    JSONWriter.writeString(outcome, to: &members)
    if let value {
      members += #","value":"#.utf8
      JSONWriter().write(value, to: &members)
    }
    members += #","repairs":"#.utf8
    JSONWriter().write(.array(repairs), to: &members)
    members += #","errors":"#.utf8
    JSONWriter().write(.array(errors), to: &members)
    return members
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
