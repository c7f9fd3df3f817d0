/// Where a command's output goes to.
public protocol ByteSink: AnyObject, Sendable {
  /// Writes all the bytes, waiting where it must.
  func write(_ bytes: UnsafeRawBufferPointer) -> Result<Void, SystemFailure>

  /// Whether a person reads along.
  var isTerminal: Bool { get }
}
