import Synchronization
import TypecastSchema

/// What models have turned out not to take, for as long as the process runs.
final class ModeMemory: Sendable {
  static let shared = ModeMemory()

  private struct Key: Hashable {
    let base: String
    let model: String
    let mode: AnswerMode
    /// The schema that was refused; nil for the mode as such.
    let schema: ObjectIdentifier?
  }

  /// Schemas are kept, so that no other one comes to stand at the same place.
  private let refused = Mutex<[Key: CompiledSchema?]>([:])

  /// The modes that are worth a try, in the order of a profile; the last one where all have failed.
  func modes(_ profile: Profile, for schema: CompiledSchema, at base: String, _ model: String) -> [AnswerMode] {
    let modes = refused.withLock { refused in
      profile.modes.filter { mode in
        refused[Key(base: base, model: model, mode: mode, schema: nil)] == nil
          && refused[Key(base: base, model: model, mode: mode, schema: ObjectIdentifier(schema))] == nil
      }
    }
    return modes.isEmpty ? profile.modes.suffix(1) : modes
  }

  /// Notes that a mode does not work: for one schema, or at all.
  func note(_ mode: AnswerMode, failsFor schema: CompiledSchema?, at base: String, _ model: String) {
    let key = Key(base: base, model: model, mode: mode, schema: schema.map { ObjectIdentifier($0) })
    refused.withLock { refused in
      if refused.count >= 4096 { refused.removeAll() }
      refused[key] = .some(schema)
    }
  }
}
