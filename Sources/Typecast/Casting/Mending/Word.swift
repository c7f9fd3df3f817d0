import TypecastJSON

/// A word that stands for `true`, `false` or `null`, in JSON's spelling or another one.
struct Word {
  enum Value { case `true`, `false`, null }

  let value: Value
  let count: Int

  /// Whether it is spelled as JSON spells it.
  let isExact: Bool

  var text: StaticString {
    switch value {
    case .true: "true"
    case .false: "false"
    case .null: "null"
    }
  }

  /// The word that comes next; nil if it is none of them.
  init?(_ at: UnsafePointer<UInt8>, before end: UnsafePointer<UInt8>) {
    for (name, value) in Self.names where Self.matches(at, name, before: end) {
      let count = name.utf8CodeUnitCount
      let next = at[count]
      let goesOn = at + count < end && ((next | 0x20) &- 0x61 < 26 || next &- 0x30 < 10 || next == 0x5F || next >= 0x80)
      if goesOn { continue }
      self.value = value
      self.count = count
      isExact =
        count < 6
        && UnsafeRawBufferPointer(start: at, count: count).elementsEqual(
          UnsafeRawBufferPointer(start: name.utf8Start, count: count))
        && name.utf8Start[0] != 0x75
        && !(count == 4 && name.utf8Start[1] == 0x6F)
      return
    }
    return nil
  }

  private static let names: [(StaticString, Value)] = [
    ("true", .true), ("false", .false), ("null", .null), ("none", .null), ("undefined", .null),
  ]

  private static func matches(_ at: UnsafePointer<UInt8>, _ name: StaticString, before end: UnsafePointer<UInt8>)
    -> Bool
  {
    guard end - at >= name.utf8CodeUnitCount else { return false }
    for index in 0..<name.utf8CodeUnitCount where at[index] | 0x20 != name.utf8Start[index] { return false }
    return true
  }

  /// The word of which a text that ends here is the beginning.
  static func beginning(_ at: UnsafePointer<UInt8>, before end: UnsafePointer<UInt8>) -> Value? {
    let count = end - at
    guard count >= 2, count < 5 else { return nil }
    for (name, value) in names.prefix(3) where count < name.utf8CodeUnitCount {
      if (0..<count).allSatisfy({ at[$0] == name.utf8Start[$0] }) { return value }
    }
    return nil
  }
}
