/// Where a command's input comes from.
public protocol ByteSource: AnyObject {
  /// Reads at least one byte and at most as many as fit, waiting for them; 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) -> Result<Int, SystemFailure>

  /// Whether a read would return at once, with bytes or with the end.
  var isReady: Bool { get }

  /// Whether somebody types it.
  var isTerminal: Bool { get }
}

extension ByteSource {
  public var isTerminal: Bool { false }

  /// Everything up to the end, or a failure where there is more than the limit.
  ///
  /// The expected count is a hint that saves copies.
  func readAll(expecting expectedCount: Int = 0, limit: Int = 2 << 30) throws(SystemFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(expectedCount, 256 << 20))
    var chunk = [UInt8](repeating: 0, count: 256 << 10)
    while true {
      let count = try chunk.withUnsafeMutableBytes { read(into: $0) }.get()
      if count == 0 { return bytes }
      guard bytes.count + count <= limit else { throw .tooLarge }
      bytes += chunk[..<count]
    }
  }
}
