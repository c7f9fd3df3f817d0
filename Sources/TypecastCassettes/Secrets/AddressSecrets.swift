/// Finds what is secret in addresses and in forms.
struct AddressSecrets: Sendable {
  let parameters: SecretNames

  /// How sure one has to be.
  enum Certainty {
    /// Whatever stands under such a name is a secret.
    case named
    /// It must look like one, too: people and models write about addresses, and leave gaps in them.
    case likely
  }

  /// In an address as a whole.
  func secrets(inAddress bytes: [UInt8]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    if let slashes = Bytes.firstRange(of: Self.slashes, in: bytes, from: 0) {
      found += user(bytes, slashes.upperBound..<bytes.count, .named, needsPassword: false).map { [$0] } ?? []
    }
    collectParameters(bytes, 0..<bytes.count, .named, &found)
    return found
  }

  /// In a form, which has the parameters of an address alone.
  func secrets(inForm bytes: [UInt8]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    let end = collectParameter(bytes, 0..<bytes.count, .named, &found)
    collectParameters(bytes, end..<bytes.count, .named, &found)
    return found
  }

  /// In all addresses of a text.
  func secrets(inText bytes: [UInt8], _ certainty: Certainty) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var next = Bytes.firstRange(of: Self.slashes, in: bytes, from: 0)
    while let slashes = next {
      // An address may be a parameter of another one.
      next = Bytes.firstRange(of: Self.slashes, in: bytes, from: slashes.upperBound)
      let rest = bytes[slashes.upperBound..<(next?.lowerBound ?? bytes.count)]
      let address = rest.startIndex..<(rest.firstIndex(where: Self.endsAddress) ?? rest.endIndex)
      found += user(bytes, address, certainty, needsPassword: true).map { [$0] } ?? []
      collectParameters(bytes, address, certainty, &found)
    }
    return found
  }

  private static let slashes = Array("://".utf8)

  private static func endsAddress(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "\\"), UInt8(ascii: ")"):
      true
    default: false
    }
  }

  /// Whether a parameter may begin behind it.
  private static func separates(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "?") || byte == UInt8(ascii: "&") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: "#")
  }

  /// `user:password` stands before the `@`, and that before the next slash.
  private func user(
    _ bytes: [UInt8], _ rest: Range<Int>, _ certainty: Certainty, needsPassword: Bool
  ) -> Range<Int>? {
    let end = bytes[rest].firstIndex { "/?#".utf8.contains($0) } ?? rest.upperBound
    guard let at = bytes[rest.lowerBound..<end].lastIndex(of: UInt8(ascii: "@")), at > rest.lowerBound else {
      return nil
    }
    let user = rest.lowerBound..<at
    guard needsPassword else { return user }
    guard let colon = bytes[user].firstIndex(of: UInt8(ascii: ":")) else { return nil }
    return isSecret(bytes[(colon + 1)..<at], certainty) ? user : nil
  }

  private func isSecret(_ value: ArraySlice<UInt8>, _ certainty: Certainty) -> Bool {
    certainty == .named ? !value.isEmpty : SecretNames.isLikely(value, shortest: KeyVariables.shortest)
  }

  private func collectParameters(
    _ bytes: [UInt8], _ range: Range<Int>, _ certainty: Certainty, _ found: inout [Range<Int>]
  ) {
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      index += 1
      if Self.separates(byte) { index = collectParameter(bytes, index..<range.upperBound, certainty, &found) }
    }
  }

  /// Returns where to look for the next one.
  private func collectParameter(
    _ bytes: [UInt8], _ rest: Range<Int>, _ certainty: Certainty, _ found: inout [Range<Int>]
  ) -> Int {
    // An escaped name is longer, but none is so long.
    guard let equals = bytes[rest].prefix(100).firstIndex(where: { $0 == UInt8(ascii: "=") || Self.separates($0) }),
      bytes[equals] == UInt8(ascii: "=")
    else { return rest.lowerBound }
    let name = Array(bytes[rest.lowerBound..<equals])
    guard parameters.contains((UnescapedText.layers(of: name).last?.bytes ?? name)[...]) else { return rest.lowerBound }
    // `;` may begin the next parameter, or be a part of this one.
    let value = bytes[(equals + 1)..<rest.upperBound].prefix { $0 != UInt8(ascii: "&") && $0 != UInt8(ascii: "#") }
    if isSecret(value, certainty) { found.append(value.indices) }
    return value.endIndex
  }
}
