/// Names under which secrets stand; the case of letters does not matter.
struct SecretNames: Sendable {
  private let names: Set<[UInt8]>
  private let longest: Int
  /// What a name begins with, as most texts can be told from it.
  private let firsts: [Bool]

  init(_ names: some Sequence<String>) {
    self.names = Set(names.map { $0.utf8.map(Self.lowercase) })
    longest = self.names.map(\.count).max() ?? 0
    var firsts = [Bool](repeating: false, count: 256)
    for first in self.names.compactMap(\.first) { firsts[Int(first)] = true }
    self.firsts = firsts
  }

  /// Whether a name may begin so.
  func mayBegin(with byte: UInt8) -> Bool { firsts[Int(Self.lowercase(byte))] }

  func contains(_ name: ArraySlice<UInt8>) -> Bool {
    guard let first = name.first, name.count <= longest, mayBegin(with: first) else { return false }
    return names.contains(name.map(Self.lowercase))
  }

  static func lowercase(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

  /// Whether a text can be a secret, and is no word, no sentence and no gap to be filled in.
  static func isLikely(_ value: ArraySlice<UInt8>, shortest: Int) -> Bool {
    guard value.count >= shortest, let first = value.first, !"${<([".utf8.contains(first) else { return false }
    var hasDigit = false
    for byte in value {
      if byte <= 0x20 { return false }
      hasDigit = hasDigit || (0x30...0x39).contains(byte)
    }
    return hasDigit
  }
}
