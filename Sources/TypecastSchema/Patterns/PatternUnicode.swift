/// Looks up what `\p{…}` names.
enum PatternUnicode {
  /// The set for the text between the braces, or nil when it names none.
  static func set(_ expression: ArraySlice<UInt8>) -> ScalarSet? {
    if let equals = expression.firstIndex(of: UInt8(ascii: "=")) {
      let name = expression[..<equals]
      let value = expression[(equals + 1)...]
      if matches(name, "General_Category") || matches(name, "gc") { return generalCategory(value) }
      if matches(name, "Script") || matches(name, "sc") { return script(value) }
      if matches(name, "Script_Extensions") || matches(name, "scx") { return scriptExtensions(value) }
      return nil
    }
    if matches(expression, "Any") { return .all }
    if matches(expression, "ASCII") { return ScalarSet(0, 0x7F) }
    if matches(expression, "Assigned") {
      return find(category("Cn"), in: PatternUnicodeTables.generalCategory).map(\.set.inverted)
    }
    return generalCategory(expression) ?? find(expression, in: PatternUnicodeTables.binary)?.set
  }

  /// Categories made of others, and which: a first letter, or a list.
  private static let composed: [(names: [StaticString], members: StaticString)] = [
    (["L", "Letter"], "Lu Ll Lt Lm Lo"), (["LC", "Cased_Letter"], "Lu Ll Lt"),
    (["M", "Mark", "Combining_Mark"], "Mn Mc Me"), (["N", "Number"], "Nd Nl No"),
    (["P", "Punctuation", "punct"], "Pc Pd Ps Pe Pi Pf Po"), (["S", "Symbol"], "Sm Sc Sk So"),
    (["Z", "Separator"], "Zs Zl Zp"), (["C", "Other"], "Cc Cf Cs Co Cn"),
  ]

  private static func generalCategory(_ name: ArraySlice<UInt8>) -> ScalarSet? {
    for (names, members) in composed where names.contains(where: { matches(name, $0) }) {
      var ranges: [ScalarSet.Range] = []
      for member in category(members).split(separator: UInt8(ascii: " ")) {
        if let found = find(member, in: PatternUnicodeTables.generalCategory) { ranges += found.set.ranges }
      }
      return ScalarSet(unordered: ranges)
    }
    return find(name, in: PatternUnicodeTables.generalCategory)?.set
  }

  private static func script(_ name: ArraySlice<UInt8>) -> ScalarSet? {
    if matches(name, "Zzzz") || matches(name, "Unknown") { return unknownScript }
    return find(name, in: PatternUnicodeTables.script)?.set
  }

  private static func scriptExtensions(_ name: ArraySlice<UInt8>) -> ScalarSet? {
    if matches(name, "Zzzz") || matches(name, "Unknown") { return unknownScript }
    guard let script = find(name, in: PatternUnicodeTables.script),
      let difference = find(script.shortName, in: PatternUnicodeTables.scriptExtensions)
    else { return nil }
    return script.set.symmetricDifference(difference.set)
  }

  /// What no script claims.
  private static let unknownScript: ScalarSet = {
    var ranges: [ScalarSet.Range] = []
    var reader = PatternUnicodeReader(PatternUnicodeTables.script)
    while let entry = reader.next() { ranges += entry.set.ranges }
    return ScalarSet(unordered: ranges).inverted
  }()

  private static func find(
    _ name: ArraySlice<UInt8>, in table: StaticString
  ) -> PatternUnicodeReader.Entry? {
    guard !name.isEmpty else { return nil }
    var reader = PatternUnicodeReader(table)
    return reader.find(name)
  }

  private static func category(_ text: StaticString) -> ArraySlice<UInt8> {
    text.withUTF8Buffer { Array($0)[...] }
  }

  private static func matches(_ name: ArraySlice<UInt8>, _ text: StaticString) -> Bool {
    text.withUTF8Buffer { name.elementsEqual($0) }
  }
}

/// Walks the lines of a table in `PatternUnicodeTables`.
struct PatternUnicodeReader {
  struct Entry {
    var shortName: ArraySlice<UInt8>
    var set: ScalarSet
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0

  init(_ table: StaticString) {
    bytes = UnsafeBufferPointer(start: table.utf8Start, count: table.utf8CodeUnitCount)
  }

  mutating func next() -> Entry? {
    guard let head = nextHead() else { return nil }
    return entry(head)
  }

  /// The entry that has the name among its names.
  mutating func find(_ name: ArraySlice<UInt8>) -> Entry? {
    while let head = nextHead() {
      var start = head.names.lowerBound
      for end in head.names.lowerBound...head.names.upperBound {
        guard end == head.names.upperBound || bytes[end] == UInt8(ascii: ",") else { continue }
        if name.elementsEqual(bytes[start..<end]) { return entry(head) }
        start = end + 1
      }
    }
    return nil
  }

  private struct Head {
    var names: Range<Int>
    var data: Range<Int>
  }

  private mutating func nextHead() -> Head? {
    guard position < bytes.count else { return nil }
    let start = position
    while bytes[position] != UInt8(ascii: " ") { position += 1 }
    let names = start..<position
    position += 1
    var length = 0
    while bytes[position] != UInt8(ascii: " ") {
      length = length * 10 + Int(bytes[position] - 0x30)
      position += 1
    }
    position += 1
    let data = position..<(position + length)
    position += length + 1
    return Head(names: names, data: data)
  }

  private func entry(_ head: Head) -> Entry {
    var ranges: [ScalarSet.Range] = []
    var boundary: UInt32 = 0
    var first: UInt32?
    var value: UInt32 = 0
    var weight: UInt32 = 1
    for index in head.data {
      var digit = UInt32(bytes[index]) - 35
      if digit > 57 { digit -= 1 }
      value += (digit % 45) * weight
      if digit >= 45 {
        weight *= 45
        continue
      }
      boundary += value
      (value, weight) = (0, 1)
      if let start = first {
        ranges.append(ScalarSet.Range(start, boundary - 1))
        first = nil
      } else {
        first = boundary
      }
    }
    if let start = first { ranges.append(ScalarSet.Range(start, ScalarSet.limit)) }
    let shortNameEnd = bytes[head.names].firstIndex(of: UInt8(ascii: ",")) ?? head.names.upperBound
    return Entry(
      shortName: Array(bytes[head.names.lowerBound..<shortNameEnd])[...], set: ScalarSet(unordered: ranges))
  }
}
