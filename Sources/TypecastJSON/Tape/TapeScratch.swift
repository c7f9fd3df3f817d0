import Synchronization

/// Memory for reading texts that are not kept, used again and again.
///
/// The pool gives each one to one caller at a time.
package final class TapeScratch: @unchecked Sendable {
  private var builder = TapeBuilder(options: JSONOptions())
  private var bytes: UnsafeMutablePointer<UInt8>
  private var capacity = 0

  /// More than this is given back instead of kept.
  private static let keptFootprint = 1 << 20
  private static let keptCount = 8

  private static let pool = Mutex<[TapeScratch]>([])

  private init() {
    bytes = .allocate(capacity: 0)
  }

  deinit {
    bytes.deallocate()
  }

  /// Reads a text and hands its tape to a closure, after which it is gone.
  package static func read<Result>(
    _ text: UnsafeBufferPointer<UInt8>, _ body: (TapeView) throws -> Result
  ) throws -> Result {
    let scratch = pool.withLock { $0.popLast() } ?? TapeScratch()
    defer {
      if scratch.capacity + scratch.builder.footprint <= keptFootprint {
        pool.withLock { if $0.count < keptCount { $0.append(scratch) } }
      }
    }
    try scratch.build(text)
    return try body(
      TapeView(
        nodes: scratch.builder.nodes, base: UnsafePointer(scratch.bytes), sideBuffer: scratch.builder.sideBuffer))
  }

  private func build(_ text: UnsafeBufferPointer<UInt8>) throws(JSONError) {
    let needed = text.count + PaddedBytes.padding
    if needed > capacity {
      bytes.deallocate()
      capacity = needed + needed / 4
      bytes = .allocate(capacity: capacity)
    }
    if let source = text.baseAddress { bytes.update(from: source, count: text.count) }
    (bytes + text.count).update(repeating: 0, count: PaddedBytes.padding)
    try builder.build(PaddedText(start: UnsafePointer(bytes), count: text.count))
  }
}
