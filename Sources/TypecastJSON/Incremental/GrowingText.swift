/// A text that may still grow: how far it had come at one moment.
///
/// It shares memory with the texts that it grew from and into, so that taking and keeping one costs nothing. It always
/// ends after a whole Unicode scalar. Two are equal if they have the same scalars and both or neither are complete.
public struct GrowingText: Sendable {
  let bytes: GrowingBytes
  private let start: UInt32
  private let count: UInt32

  /// Whether nothing will be added.
  public let isComplete: Bool

  /// The bytes from an offset on; texts are shorter than 4 GB.
  @inline(__always)
  init(_ bytes: GrowingBytes, offset: Int, count: Int, isComplete: Bool) {
    self.bytes = bytes
    start = UInt32(truncatingIfNeeded: offset)
    self.count = UInt32(truncatingIfNeeded: count)
    self.isComplete = isComplete
  }

  /// Copies a string, which must be shorter than 4 GB.
  public init(_ string: String, isComplete: Bool = true) {
    precondition(string.utf8.count <= UInt32.max, "A growing text is shorter than 4 GB")
    var string = string
    let bytes = string.withUTF8 { utf8 in
      let bytes = GrowingBytes(capacity: utf8.count)
      if let source = utf8.baseAddress { bytes.start.update(from: source, count: utf8.count) }
      return bytes
    }
    self.init(bytes, offset: 0, count: string.utf8.count, isComplete: isComplete)
  }

  /// How many bytes of UTF-8 there are.
  public var utf8Count: Int { Int(count) }

  /// Whether no character is there yet.
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
      try body(UnsafeBufferPointer(start: first, count: utf8Count))
    }
  }

  var first: UnsafePointer<UInt8> { UnsafePointer(bytes.start) + Int(start) }

  func hasSameScalars(as other: GrowingText) -> Bool {
    guard utf8Count == other.utf8Count else { return false }
    if bytes === other.bytes && start == other.start { return true }
    return Scan.equal(first, other.first, count: utf8Count)
  }

  func hasSameScalars(as other: UnsafeBufferPointer<UInt8>) -> Bool {
    guard utf8Count == other.count, let others = other.baseAddress else { return utf8Count == other.count }
    return Scan.equal(first, others, count: utf8Count)
  }
}

extension GrowingText: Hashable {
  public static func == (left: GrowingText, right: GrowingText) -> Bool {
    left.isComplete == right.isComplete && left.hasSameScalars(as: right)
  }

  public func hash(into hasher: inout Hasher) {
    withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    hasher.combine(isComplete)
  }
}

extension GrowingText: ExpressibleByStringLiteral, CustomStringConvertible {
  public init(stringLiteral value: String) {
    self.init(value)
  }

  public var description: String { string }
}
