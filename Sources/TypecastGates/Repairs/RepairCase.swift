import Typecast
import TypecastJSON
import TypecastSchema

/// A golden of repair: a text, and how it is to be made a value.
struct RepairCase {
  private let text: String
  private let caster: Caster
  private let finish: FinishReason?

  /// Reads a line of the kind that `typecast repair --jsonl` answers.
  init(_ line: JSONValue, schemas: inout [[UInt8]: CompiledSchema]) throws(RepairCaseError) {
    guard let text = line["text"]?.string else { throw RepairCaseError(reason: "it has no 'text'") }
    self.text = text
    var schema: CompiledSchema?
    if let written = line["schema"], written != .null {
      // The order of members matters to some rules, so that it is the text that tells schemas apart.
      let text = JSONWriter().bytes(of: written)
      if schemas[text] == nil { schemas[text] = try Self.compiled(text) }
      schema = schemas[text]
    }
    var level = RepairLevel.coerce
    if let name = line["level"]?.string {
      guard let known = RepairLevel(rawValue: name) else {
        throw RepairCaseError(reason: "there is no level '\(name)'")
      }
      level = known
    }
    caster = Caster(schema, level: level)
    finish = line["finish"]?.string.map { FinishReason(rawValue: $0) }
  }

  private static func compiled(_ schema: [UInt8]) throws(RepairCaseError) -> CompiledSchema {
    do { return try CompiledSchema(parsing: String(decoding: schema, as: UTF8.self)) } catch {
      throw RepairCaseError(reason: "its schema can't be used: \(error)")
    }
  }

  /// What comes of the text: the names of the rules that were applied, in their order, and whether there is a value.
  func run() -> (rules: [String], succeeds: Bool) {
    do throws(CastError) { return (try caster.cast(text, finish: finish).repairs.map(\.rule.rawValue), true) } catch {
      return (error.repairs.map(\.rule.rawValue), false)
    }
  }
}

/// A golden of repair that can't be read.
struct RepairCaseError: Error {
  let reason: String
}
