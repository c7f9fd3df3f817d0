/// Look-up in the canonical compositions of ``UnicodeTable``, in both directions.
enum CompositionPairs {
  /// What two code points compose to; `nil` if they stay apart.
  static func composite(of first: UInt32, _ second: UInt32) -> UInt32? {
    if let hangul = hangulComposite(of: first, second) { return hangul }
    let key = UInt64(first) << 21 | UInt64(second)
    let entries = UnicodeTable.compositions
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle] >> 21 < key { low = middle + 1 } else { high = middle }
    }
    guard low < entries.count, entries[low] >> 21 == key else { return nil }
    return UInt32(truncatingIfNeeded: entries[low] & 0x1F_FFFF)
  }

  /// What a composite code point decomposes to in one step; `nil` for others and for Hangul syllables.
  static func parts(of composite: UInt32) -> (first: UInt32, second: UInt32)? {
    guard let entry = entriesByComposite[composite] else { return nil }
    return (UInt32(truncatingIfNeeded: entry >> 42), UInt32(truncatingIfNeeded: entry >> 21 & 0x1F_FFFF))
  }

  /// Whether some code point composes with this one after it.
  static func hasSecond(_ scalar: UInt32) -> Bool {
    seconds.contains(scalar)
  }

  private static let entriesByComposite = Dictionary(
    uniqueKeysWithValues: UnicodeTable.compositions.map { (UInt32(truncatingIfNeeded: $0 & 0x1F_FFFF), $0) })

  private static let seconds = Set(
    UnicodeTable.compositions.map { UInt32(truncatingIfNeeded: $0 >> 21 & 0x1F_FFFF) })

  /// Joins jamo to a syllable, by the arithmetic of the Unicode Standard section 3.12.
  private static func hangulComposite(of first: UInt32, _ second: UInt32) -> UInt32? {
    if 0x1100...0x1112 ~= first, 0x1161...0x1175 ~= second {
      return 0xAC00 + ((first - 0x1100) * 21 + (second - 0x1161)) * 28
    }
    if 0xAC00...0xD7A3 ~= first, (first - 0xAC00) % 28 == 0, 0x11A8...0x11C2 ~= second {
      return first + (second - 0x11A7)
    }
    return nil
  }
}
