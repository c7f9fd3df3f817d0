import TypecastSchema

/// The projections of all schemas that have been asked for in this process; making one takes longer than a call.
enum Projections {
  private static let memory = SchemaMemory<Dialect, Projection>()

  static func projection(of schema: CompiledSchema, to dialect: Dialect) -> Projection {
    memory.value(of: dialect, for: schema) { schema.projection(to: dialect) }
  }
}
