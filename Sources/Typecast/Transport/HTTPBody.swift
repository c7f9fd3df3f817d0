/// A body in the pieces that it came in. It can be read once.
public typealias HTTPBody = PulledStream<[UInt8]>

extension PulledStream<[UInt8]> {
  /// A body that is there already, in pieces.
  public init(_ pieces: [[UInt8]]) {
    self.init(
      AsyncThrowingStream { continuation in
        for piece in pieces { continuation.yield(piece) }
        continuation.finish()
      })
  }

  /// All bytes, one piece after the other.
  public func bytes() async throws -> [UInt8] {
    var bytes: [UInt8] = []
    for try await piece in self { bytes += piece }
    return bytes
  }
}
