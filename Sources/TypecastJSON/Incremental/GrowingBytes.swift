/// Memory that one writer fills from front to back while others read what was filled before.
///
/// Nobody reads past what was written when they were handed the object, and nothing written is ever changed: that, and
/// not a lock, is what makes sharing it safe.
package final class GrowingBytes: @unchecked Sendable {
  package let start: UnsafeMutablePointer<UInt8>

  /// Makes room for some bytes and for the padding that scanners need behind them.
  init(capacity: Int) {
    start = .allocate(capacity: capacity + PaddedBytes.padding)
    start.initialize(repeating: 0, count: capacity + PaddedBytes.padding)
  }

  deinit {
    start.deallocate()
  }
}

/// The one who fills `GrowingBytes`.
///
/// When the memory is full a larger one takes over, at the same offsets; the old one stays with those who hold it.
package struct GrowingBytesWriter: ~Copyable, Sendable {
  package private(set) var bytes: GrowingBytes
  package private(set) var count = 0
  private var capacity: Int

  package init(capacity: Int = 0) {
    bytes = GrowingBytes(capacity: capacity)
    self.capacity = capacity
  }

  /// What was written, with zeros behind it for as long as nothing more is.
  package var buffer: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: bytes.start, count: count) }

  package mutating func append(_ piece: UnsafeBufferPointer<UInt8>) {
    guard let source = piece.baseAddress, !piece.isEmpty else { return }
    reserve(piece.count)
    (bytes.start + count).update(from: source, count: piece.count)
    count += piece.count
  }

  /// Makes room for more bytes; fresh memory is all zeros.
  @inline(__always)
  mutating func reserve(_ more: Int) {
    if capacity &- count < more { grow(more) }
  }

  @inline(never)
  private mutating func grow(_ more: Int) {
    capacity = max(count + more, 2 * capacity, 256)
    let larger = GrowingBytes(capacity: capacity)
    larger.start.update(from: bytes.start, count: count)
    bytes = larger
  }

  /// Lets `write` put bytes behind the last one, into room that was reserved, and say how many.
  @inline(__always)
  mutating func write(_ write: (UnsafeMutablePointer<UInt8>) -> Int) {
    count += write(bytes.start + count)
  }
}
