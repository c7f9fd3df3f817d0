import TypecastSchema

/// What models have turned out not to take, for as long as the process runs.
enum ModeMemory {
  /// What a mode is used for. A provider may take it alone, and not beside tools or in a stream.
  struct Use: Hashable {
    let model: String
    let hasTools: Bool
    let isStreamed: Bool
  }

  private struct Place: Hashable {
    let base: String
    let use: Use
    let mode: AnswerMode
  }

  private static let refused = SchemaMemory<Place, Bool>(limit: 4096)

  /// The modes that are worth a try, in the order of a profile; the last one where all have failed.
  static func modes(_ profile: Profile, for schema: CompiledSchema, at base: String, _ use: Use) -> [AnswerMode] {
    let modes = profile.modes.filter { mode in
      let place = Place(base: base, use: use, mode: mode)
      return refused.value(of: place, for: nil) == nil && refused.value(of: place, for: schema) == nil
    }
    return modes.isEmpty ? profile.modes.suffix(1) : modes
  }

  /// Notes that a mode does not work: for one schema, or without one at all.
  static func note(_ mode: AnswerMode, failsFor schema: CompiledSchema?, at base: String, _ use: Use) {
    refused.note(true, of: Place(base: base, use: use, mode: mode), for: schema)
  }
}
