import TypecastSchema

/// The projections of all schemas that have been asked for in this process; making one takes longer than a call.
enum Projections {
  private struct Use: Hashable {
    let dialect: Dialect
    let isArgument: Bool
  }

  private static let memory = SchemaMemory<Use, Projection>()

  /// - Parameter isArgument: Whether the value is the argument of a tool.
  static func projection(of schema: CompiledSchema, to dialect: Dialect, isArgument: Bool = false) -> Projection {
    memory.value(of: Use(dialect: dialect, isArgument: isArgument), for: schema) {
      schema.projection(to: dialect, isArgument: isArgument)
    }
  }
}
