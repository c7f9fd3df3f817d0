import Typecast
import TypecastJSON
import TypecastSchema

/// Makes values of a text that follow a schema; both are parts of the input, or made up from it.
func fuzzCoerce(_ input: FuzzInput) {
  var input = input
  let choice = input.byte()
  if choice & 0x80 == 0 {
    let source = input.text()
    guard let schema = try? CompiledSchema(parsing: source) else { return }
    checkLevels(Array(input.rest), schema)
    return
  }
  var invention = Invention(input)
  let value = invention.value()
  guard let schema = try? CompiledSchema(parsing: invention.schema().description) else { return }
  checkLevels(JSONWriter().bytes(of: value), schema)
  // Not the search for values is to be fuzzed here, which may take long for a strange schema.
  let limits = InstanceLimits(depth: 4, values: 40, work: 100)
  var generator = InstanceGenerator(schema, seed: UInt64(choice), limits: limits)
  if let valid = generator.valid() {
    // All scalars as texts, which mostly only coercion can undo.
    checkLevels(JSONWriter().bytes(of: written(valid)), schema)
  }
  if let broken = generator.invalid() { checkLevels(JSONWriter().bytes(of: broken.value), schema) }
}

private func checkLevels(_ bytes: [UInt8], _ schema: CompiledSchema) {
  let text = PaddedBytes(bytes)
  for level in [RepairLevel.coerce, .salvage] { checkCast(text, by: Caster(schema, level: level)) }
}

/// A value in which every scalar is a text.
private func written(_ value: JSONValue) -> JSONValue {
  switch value {
  case .null, .bool, .number: return .string(value.description)
  case .string: return value
  case .array(let elements): return .array(elements.map(written))
  case .object(let object):
    var result = JSONObject()
    for member in object.members { result[member.key] = written(member.value) }
    return .object(result)
  }
}
