/// The content of a string in place: UTF-8 without quotes and escapes, good until the reader reads on.
@frozen
public struct JSONText {
  /// The first byte; at least eight bytes may be read from any place up to the end.
  public let start: UnsafePointer<UInt8>

  /// How many bytes there are.
  public let count: Int

  /// Whether all bytes are ASCII.
  public let isASCII: Bool

  @inlinable
  @inline(__always)
  init(start: UnsafePointer<UInt8>, count: Int, isASCII: Bool) {
    self.start = start
    self.count = count
    self.isASCII = isASCII
  }

  /// The content as a buffer, good as long as the text itself.
  @inlinable
  public var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }

  /// A copy of the text.
  @inlinable
  public var string: String { String(trusted: bytes, isASCII: isASCII) }

  /// How many Unicode code points there are, which is what JSON Schema calls a length.
  @inlinable
  public var codePointCount: Int { isASCII ? count : Scan.codePoints(start, count: count) }

  /// Whether the text is a given one, byte for byte.
  @inlinable
  @inline(__always)
  public func equals(_ literal: StaticString) -> Bool {
    count == literal.utf8CodeUnitCount && Scan.starts(start, with: literal)
  }
}
