import TypecastSchema

extension RemoteModel {
  /// The modes that are worth a try for a schema, the best first.
  func modes(for schema: CompiledSchema, _ use: ModeMemory.Use) -> [AnswerMode] {
    if let mode = options.mode { return [mode] }
    let modes = ModeMemory.modes(profile, for: schema, at: endpoint.base, use)
    if modes.count > 1, modes.first == .native, let dialect = profile.dialect,
      !Projections.projection(of: schema, to: dialect).limitsExceeded.isEmpty
    {
      // The provider says itself that it refuses such a schema.
      return Array(modes.dropFirst())
    }
    return modes
  }
}
