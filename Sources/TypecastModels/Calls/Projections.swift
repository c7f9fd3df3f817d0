import Synchronization
import TypecastSchema

/// The projections of all schemas that have been asked for in this process; making one takes longer than a call.
final class Projections: Sendable {
  static let shared = Projections()

  private struct Key: Hashable {
    let schema: ObjectIdentifier
    let dialect: Dialect
  }

  /// Schemas are kept with their projections, so that no other one comes to stand at the same place.
  private let known = Mutex<[Key: (schema: CompiledSchema, projection: Projection)]>([:])

  /// How many are kept: programs that make schemas as they go would otherwise keep all of them.
  private static let limit = 512

  subscript(schema: CompiledSchema, dialect: Dialect) -> Projection {
    let key = Key(schema: ObjectIdentifier(schema), dialect: dialect)
    if let known = known.withLock({ $0[key]?.projection }) { return known }
    let projection = schema.projection(to: dialect)
    known.withLock { known in
      if known.count >= Self.limit { known.removeAll() }
      known[key] = (schema, projection)
    }
    return projection
  }
}
