import Synchronization
import TypecastSchema

/// What was found out about schemas, for as long as the process runs.
final class SchemaMemory<Part: Hashable & Sendable, Value: Sendable>: Sendable {
  private struct Key: Hashable {
    let schema: ObjectIdentifier?
    let part: Part
  }

  /// Schemas are kept, so that no other one comes to stand at the same place.
  private let known = Mutex<[Key: (schema: CompiledSchema?, value: Value)]>([:])

  /// How much is kept: programs that make schemas as they go would otherwise keep all of them.
  private let limit: Int

  init(limit: Int = 512) {
    self.limit = limit
  }

  /// What is known of a part of a schema, or without a schema of the part as such.
  func value(of part: Part, for schema: CompiledSchema?) -> Value? {
    let key = Key(schema: schema.map { ObjectIdentifier($0) }, part: part)
    return known.withLock { $0[key]?.value }
  }

  /// What is known, or is found out now.
  func value(of part: Part, for schema: CompiledSchema, make: () -> Value) -> Value {
    if let known = value(of: part, for: schema) { return known }
    let value = make()
    note(value, of: part, for: schema)
    return value
  }

  func note(_ value: Value, of part: Part, for schema: CompiledSchema?) {
    let key = Key(schema: schema.map { ObjectIdentifier($0) }, part: part)
    known.withLock { known in
      if known.count >= limit { known.removeAll() }
      known[key] = (schema, value)
    }
  }
}
