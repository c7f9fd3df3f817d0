import TypecastSchema

/// What models have turned out not to take, for as long as the process runs.
enum ModeMemory {
  private struct Use: Hashable {
    let base: String
    let model: String
    let mode: AnswerMode
  }

  private static let refused = SchemaMemory<Use, Bool>(limit: 4096)

  /// The modes that are worth a try, in the order of a profile; the last one where all have failed.
  static func modes(_ profile: Profile, for schema: CompiledSchema, at base: String, _ model: String) -> [AnswerMode] {
    let modes = profile.modes.filter { mode in
      let use = Use(base: base, model: model, mode: mode)
      return refused.value(of: use, for: nil) == nil && refused.value(of: use, for: schema) == nil
    }
    return modes.isEmpty ? profile.modes.suffix(1) : modes
  }

  /// Notes that a mode does not work: for one schema, or without one at all.
  static func note(_ mode: AnswerMode, failsFor schema: CompiledSchema?, at base: String, _ model: String) {
    refused.note(true, of: Use(base: base, model: model, mode: mode), for: schema)
  }
}
