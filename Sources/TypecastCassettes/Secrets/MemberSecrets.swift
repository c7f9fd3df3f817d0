/// Finds what is secret in JSON for the name of its member, wherever JSON stands in a text.
struct MemberSecrets: Sendable {
  /// Whatever text stands under such a name is a secret.
  let members: SecretNames
  /// What stands under such a name is one if it looks so.
  let others: SecretNames

  /// - Parameter isUnescaped: Whether quotes may be those of JSON within a text. What a text speaks of must look like a secret.
  func secrets(in bytes: [UInt8], isUnescaped: Bool) -> [Range<Int>] {
    let quote = UInt8(ascii: "\"")
    var found: [Range<Int>] = []
    var index = 0
    while index < bytes.count, let start = bytes[index...].firstIndex(of: quote) {
      index = start + 1
      guard index < bytes.count, members.mayBegin(with: bytes[index]) || others.mayBegin(with: bytes[index]),
        let end = bytes[index...].prefix(40).firstIndex(of: quote)
      else { continue }
      let isNamed = members.contains(bytes[index..<end])
      guard isNamed || others.contains(bytes[index..<end]), let colon = Self.next(bytes, end + 1),
        bytes[colon] == UInt8(ascii: ":"), let value = Self.next(bytes, colon + 1)
      else { continue }
      let shortest = isNamed ? KeyVariables.shortest : 16
      switch bytes[value] {
      case quote:
        let range = value + 1..<Self.endOfString(bytes, from: value + 1)
        let isSecret = isNamed && !isUnescaped ? !range.isEmpty : Self.isLikely(bytes[range], shortest: shortest)
        if isSecret { found.append(range) }
        index = min(range.upperBound + 1, bytes.count)
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        index = Self.collect(bytes, from: value, shortest: shortest, &found)
      default: break
      }
    }
    return found
  }

  /// Takes all texts of a container that look like a secret, and returns where it ends. A schema, which says what will stand
  /// there, has none.
  private static func collect(
    _ bytes: [UInt8], from start: Int, shortest: Int, _ found: inout [Range<Int>]
  ) -> Int {
    var depth = 0
    var index = start
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if depth == 0 { return index + 1 }
      case UInt8(ascii: "\""):
        let range = index + 1..<endOfString(bytes, from: index + 1)
        let isKey = next(bytes, range.upperBound + 1).map { bytes[$0] == UInt8(ascii: ":") } ?? false
        if !isKey, isLikely(bytes[range], shortest: shortest) { found.append(range) }
        index = range.upperBound
      default: break
      }
      index += 1
    }
    return bytes.count
  }

  /// The word before the secret of a header does not count.
  private static func isLikely(_ value: ArraySlice<UInt8>, shortest: Int) -> Bool {
    let start = value.prefix(7).firstIndex(of: 0x20).map { $0 + 1 } ?? value.startIndex
    let isScheme = ["bearer ", "basic ", "token "].contains {
      $0.utf8.elementsEqual(value[..<start].map(SecretNames.lowercase))
    }
    return SecretNames.isLikely(isScheme ? value[start...] : value, shortest: shortest)
  }

  private static func endOfString(_ bytes: [UInt8], from start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(index, bytes.count)
  }

  private static func next(_ bytes: [UInt8], _ start: Int) -> Int? {
    bytes[min(start, bytes.count)...].firstIndex { $0 > 0x20 }
  }
}
