import Typecast
import TypecastJSON
import TypecastSchema

/// Reads an answer in pieces, whatever it is: what is known of it turns on its bytes, not on how they were cut.
func fuzzGrowing(_ input: FuzzInput) {
  var input = input
  let level = RepairLevel.allCases[Int(input.byte()) % RepairLevel.allCases.count]
  let isCutOff = input.byte() & 1 == 1
  // The lengths of pieces, taken in turn.
  let lengths = (0...Int(input.byte() % 8)).map { _ in Int(input.byte() % 64) + 1 }
  let schema = try? CompiledSchema(parsing: input.text())
  var bytes = Array(input.rest)
  check(bytes, lengths, schema, level, isCutOff)
  // Only a text of some length is mended while it comes.
  if !bytes.isEmpty, bytes.count < 512 {
    while bytes.count < 1024 { bytes += bytes }
    check(bytes, lengths, schema, level, isCutOff)
  }
}

private func check(
  _ bytes: [UInt8], _ lengths: [Int], _ schema: CompiledSchema?, _ level: RepairLevel, _ isCutOff: Bool
) {
  var whole = GrowingAnswer(schema, level: level)
  bytes.withUnsafeBufferPointer { whole.append($0) }
  let numbers = Numbers(of: bytes)
  var answer = GrowingAnswer(schema, level: level)
  var known: PartialJSON?
  var changes = 0
  var start = 0
  var turn = 0
  while start < bytes.count {
    let end = min(start + lengths[turn % lengths.count], bytes.count)
    turn += 1
    bytes[start..<end].withUnsafeBufferPointer { answer.append($0) }
    start = end
    let value = answer.value
    // Not always, for the sake of speed.
    if turn <= 16 || turn.isMultiple(of: 16) {
      if answer.changes == changes {
        require(value == known, "\(show(known)) has become \(show(value)) unseen")
      } else if let value {
        numbers.check(value)
      }
    }
    changes = answer.changes
    known = value
  }
  require(known == whole.value, "in pieces: \(show(known)); at once: \(show(whole.value))")
  answer.finish(isCutOff: isCutOff)
  whole.finish(isCutOff: isCutOff)
  require(answer.value == whole.value, "in pieces: \(show(answer.value)); at once: \(show(whole.value))")
  if let value = answer.value { numbers.check(value) }
  agree(whole.value, bytes, level, isCutOff)
}

/// A sound text is known for what it is.
private func agree(_ value: PartialJSON?, _ bytes: [UInt8], _ level: RepairLevel, _ isCutOff: Bool) {
  let options = JSONOptions(duplicateKeys: level == .strict ? .refuse : .takeLast)
  guard !isCutOff, let first = bytes.first(where: { $0 > 0x20 }), first == 0x7B,
    let sound = try? JSONValue(parsing: bytes, options: options)
  else { return }
  require(value.map { JSONValue($0) } == sound, "\(sound) is \(show(value))")
}

private func show(_ value: PartialJSON?) -> String { value?.description ?? "nothing" }

/// The numbers that a text may mean.
private struct Numbers {
  /// All digits of the text, those of each run behind those of the one before.
  private var runs: Set<[UInt8]> = []

  init(of bytes: [UInt8]) {
    // A backslash that is left out, or an underscore, may stand between two digits.
    let bytes = bytes.filter { $0 != 0x5F && $0 != 0x5C }
    for run in bytes.split(whereSeparator: { $0 &- 0x30 >= 10 }) { runs.insert(Array(run)) }
  }

  /// Nothing is shown of a number before it is whole.
  func check(_ value: PartialJSON) {
    switch value {
    case .number(let number):
      for run in number.text.utf8.split(whereSeparator: { $0 &- 0x30 >= 10 }) where !runs.contains(Array(run)) {
        // `.5` becomes `0.5`, and `-` at the end of a text `-0`.
        require(Array(run) == [0x30], "\(number.text) is none of the text's numbers")
      }
    case .array(let elements): for element in elements { check(element) }
    case .object(let members): for member in members { check(member.value) }
    case .null, .bool, .string: break
    }
  }
}
