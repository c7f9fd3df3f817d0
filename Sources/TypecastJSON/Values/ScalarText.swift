/// A string that equals another one only if both have the same Unicode scalars.
///
/// Swift's own comparison also takes two spellings of "ö" for one, which JSON does not.
public struct ScalarText: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The string as it was given; nothing is normalized.
  public let string: String

  /// A string to be compared by its scalars.
  public init(_ string: String) {
    self.string = string
  }

  public static func == (left: ScalarText, right: ScalarText) -> Bool {
    var a = left.string
    var b = right.string
    return a.withUTF8 { a in
      b.withUTF8 { b in
        guard a.count == b.count, let first = a.baseAddress, let second = b.baseAddress else {
          return a.count == b.count
        }
        return Scan.equal(first, second, count: a.count)
      }
    }
  }

  public static func < (left: ScalarText, right: ScalarText) -> Bool {
    left.string.utf8.lexicographicallyPrecedes(right.string.utf8)
  }

  public func hash(into hasher: inout Hasher) {
    var text = string
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    hasher.combine(0xFF as UInt8)
  }

  public var description: String { string }
}
