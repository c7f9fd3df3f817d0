/// A body in the pieces that it came in. It can be read once.
public typealias HTTPBody = PulledStream<[UInt8]>

extension PulledStream<[UInt8]> {
  /// All bytes, one piece after the other.
  public func bytes() async throws -> [UInt8] {
    var bytes: [UInt8] = []
    for try await piece in self { bytes += piece }
    return bytes
  }
}
