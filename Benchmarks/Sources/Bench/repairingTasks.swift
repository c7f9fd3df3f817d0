import Foundation
import Typecast
import TypecastJSON
import TypecastSchema

/// Repairing a broken answer, beside reading a sound one of the same value.
func repairingTasks(_ works: Works) throws -> [Task] {
  let sound = PaddedBytes(try works.texts(of: "invoice-pretty")[0])
  let broken = try works.texts(of: "broken")[0]
  let text = PaddedBytes(broken)
  let schema = try CompiledSchema(
    parsing: String(decoding: try works.schema(of: "invoice-pretty") ?? [], as: UTF8.self))
  let mender = Caster(level: .mend)
  let caster = Caster(schema)
  guard try mender.cast(text).value == JSONDocument(sound).root.value, try !caster.cast(text).isClean else {
    throw BenchmarkError(message: "The broken invoice is mended to another one.")
  }
  return [
    Task(work: "repair broken", contender: "Typecast mend", bytes: broken.count) { _ = try mender.cast(text) },
    Task(work: "repair broken", contender: "Typecast coerce", bytes: broken.count) { _ = try caster.cast(text) },
    Task(work: "repair broken", contender: "Typecast strict parse of a sound one", bytes: sound.count) {
      _ = try JSONDocument(sound)
    },
  ]
}
