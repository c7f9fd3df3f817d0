/// A text that may still grow: how far it had come at one moment.
///
/// It shares memory with the texts that it grew from and into, so that taking and keeping one costs nothing. It always
/// ends after a whole Unicode scalar. Two are equal if they have the same scalars and both or neither are complete.
public struct GrowingText: Sendable {
  let bytes: GrowingBytes
  let offset: Int
  /// The number of bytes, and in the lowest bit whether that is all.
  private let extent: Int

  @inline(__always)
  init(_ bytes: GrowingBytes, offset: Int, count: Int, isComplete: Bool) {
    self.bytes = bytes
    self.offset = offset
    extent = count &<< 1 | (isComplete ? 1 : 0)
  }

  /// Copies a string.
  public init(_ string: String, isComplete: Bool = true) {
    var string = string
    let bytes = string.withUTF8 { utf8 in
      let bytes = GrowingBytes(capacity: utf8.count)
      if let source = utf8.baseAddress { bytes.start.update(from: source, count: utf8.count) }
      return bytes
    }
    self.init(bytes, offset: 0, count: string.utf8.count, isComplete: isComplete)
  }

  /// Whether nothing will be added.
  public var isComplete: Bool { extent & 1 != 0 }

  /// How many bytes of UTF-8 there are.
  public var utf8Count: Int { extent &>> 1 }

  public var isEmpty: Bool { utf8Count == 0 }

  /// A copy as a string, in time proportional to its length.
  public var string: String { withUTF8 { String(decoding: $0, as: UTF8.self) } }

  /// What has come since this text was only so many bytes long: showing only that keeps the whole display linear.
  ///
  /// The length must be the `utf8Count` of an earlier state of the same text; a greater one gives an empty string.
  public func string(afterUTF8Count count: Int) -> String {
    withUTF8 { String(decoding: $0.dropFirst(max(count, 0)), as: UTF8.self) }
  }

  /// Lends the bytes.
  public func withUTF8<Result, Failure: Error>(
    _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try withExtendedLifetime(bytes) { () throws(Failure) in
      try body(UnsafeBufferPointer(start: bytes.start + offset, count: utf8Count))
    }
  }

  func hasSameScalars(as other: GrowingText) -> Bool {
    guard utf8Count == other.utf8Count else { return false }
    if bytes === other.bytes && offset == other.offset { return true }
    return Scan.equal(bytes.start + offset, other.bytes.start + other.offset, count: utf8Count)
  }

  func hasSameScalars(as other: UnsafeBufferPointer<UInt8>) -> Bool {
    guard utf8Count == other.count, let others = other.baseAddress else { return utf8Count == other.count }
    return Scan.equal(bytes.start + offset, others, count: utf8Count)
  }
}

extension GrowingText: Hashable {
  public static func == (left: GrowingText, right: GrowingText) -> Bool {
    left.extent == right.extent && left.hasSameScalars(as: right)
  }

  public func hash(into hasher: inout Hasher) {
    withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    hasher.combine(extent)
  }
}

extension GrowingText: ExpressibleByStringLiteral, CustomStringConvertible {
  public init(stringLiteral value: String) {
    self.init(value)
  }

  public var description: String { string }
}
