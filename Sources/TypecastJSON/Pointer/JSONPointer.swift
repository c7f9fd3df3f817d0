/// A path into a JSON value (RFC 6901).
public struct JSONPointer: Hashable, Sendable {
  /// The steps from the whole value inwards, without their escapes: keys of objects and indexes of arrays.
  public private(set) var tokens: [ScalarText]

  /// The pointer to the whole value.
  public init() {
    tokens = []
  }

  /// The pointer with these steps, which have no escapes.
  public init(tokens: [String]) {
    self.tokens = tokens.map(ScalarText.init)
  }

  /// Reads a pointer; nil if it is neither empty nor starts with `/`, or has a `~` without a 0 or 1 behind it.
  public init?(_ text: String) {
    tokens = []
    if text.isEmpty { return }
    guard text.utf8.first == 0x2F else { return nil }
    for part in text.utf8.dropFirst().split(separator: 0x2F, omittingEmptySubsequences: false) {
      var token: [UInt8] = []
      var index = part.startIndex
      while index < part.endIndex {
        let byte = part[index]
        part.formIndex(after: &index)
        if byte != 0x7E {
          token.append(byte)
          continue
        }
        guard index < part.endIndex, part[index] == 0x30 || part[index] == 0x31 else { return nil }
        token.append(part[index] == 0x30 ? 0x7E : 0x2F)
        part.formIndex(after: &index)
      }
      tokens.append(ScalarText(String(decoding: token, as: UTF8.self)))
    }
  }

  /// The pointer one level further in.
  public func appending(_ token: String) -> JSONPointer {
    var result = self
    result.tokens.append(ScalarText(token))
    return result
  }

  /// The pointer to an element.
  public func appending(_ index: Int) -> JSONPointer {
    appending(String(index))
  }

  /// Goes one level further in: to a member, or to an element whose index the token is.
  public mutating func append(_ token: String) {
    tokens.append(ScalarText(token))
  }

  /// Goes one level out. The pointer to the whole value has no such level; calling it there is a mistake in the
  /// program.
  public mutating func removeLast() {
    tokens.removeLast()
  }

  /// One token as it stands in a pointer's text.
  public static func escape(_ token: String) -> String {
    guard token.utf8.contains(where: { $0 == 0x7E || $0 == 0x2F }) else { return token }
    var result: [UInt8] = []
    for byte in token.utf8 {
      switch byte {
      case 0x7E: result += [0x7E, 0x30]
      case 0x2F: result += [0x7E, 0x31]
      default: result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// A token as the index of an element: digits without a leading zero.
  public static func index(_ token: String) -> Int? {
    let digits = token.utf8
    guard !digits.isEmpty, digits.allSatisfy({ $0 &- 0x30 < 10 }), digits.count == 1 || digits.first != 0x30 else {
      return nil
    }
    return Int(token)
  }
}

extension JSONPointer: CustomStringConvertible {
  public var description: String {
    tokens.map { "/" + JSONPointer.escape($0.string) }.joined()
  }
}

extension JSONValue {
  /// The value that a pointer leads to.
  public subscript(pointer: JSONPointer) -> JSONValue? {
    var value = self
    for token in pointer.tokens {
      switch value {
      case .object(let object):
        guard let member = object[token.string] else { return nil }
        value = member
      case .array(let elements):
        guard let index = JSONPointer.index(token.string), index < elements.count else { return nil }
        value = elements[index]
      default:
        return nil
      }
    }
    return value
  }
}

extension JSONNode {
  /// The value that a pointer leads to.
  public subscript(pointer: JSONPointer) -> JSONNode? {
    var node = self
    for token in pointer.tokens {
      let next: JSONNode?
      switch node.type {
      case .object: next = node[token.string]
      case .array: next = JSONPointer.index(token.string).flatMap { node[$0] }
      default: next = nil
      }
      guard let next else { return nil }
      node = next
    }
    return node
  }
}
