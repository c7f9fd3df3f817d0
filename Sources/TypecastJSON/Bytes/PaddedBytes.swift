/// Bytes in memory of their own, followed by zeros, so that scanners may read whole words past the last byte.
///
/// The zeros are what stops every scanner at the end without a bounds check: no JSON token contains a NUL.
public final class PaddedBytes: @unchecked Sendable {
  /// How many zero bytes follow the last one.
  public static let padding = 64

  /// The first byte.
  public let start: UnsafePointer<UInt8>

  /// How many bytes there are, without the padding.
  public let count: Int

  private let allocation: UnsafeMutablePointer<UInt8>

  /// Makes room for bytes and lets `fill` write all of them.
  public init(count: Int, filledBy fill: (UnsafeMutablePointer<UInt8>) -> Void) {
    self.count = count
    allocation = .allocate(capacity: count + Self.padding)
    fill(allocation)
    (allocation + count).update(repeating: 0, count: Self.padding)
    start = UnsafePointer(allocation)
  }

  /// Copies a buffer.
  public convenience init(copying bytes: UnsafeBufferPointer<UInt8>) {
    self.init(count: bytes.count) { target in
      if let source = bytes.baseAddress { target.update(from: source, count: bytes.count) }
    }
  }

  /// Copies an array.
  public convenience init(_ bytes: [UInt8]) {
    self.init(count: bytes.count) { target in
      bytes.withUnsafeBufferPointer { source in
        if let address = source.baseAddress { target.update(from: address, count: source.count) }
      }
    }
  }

  /// Copies the UTF-8 of a string.
  public convenience init(_ text: String) {
    var text = text
    self.init(count: text.utf8.count) { target in
      text.withUTF8 { source in
        if let address = source.baseAddress { target.update(from: address, count: source.count) }
      }
    }
  }

  deinit {
    allocation.deallocate()
  }

  /// The bytes without the padding.
  public var buffer: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: start, count: count)
  }
}
