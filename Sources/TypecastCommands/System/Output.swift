/// A buffer before a sink.
///
/// Where a person reads along, every write goes out at once; else when the buffer is full, and on ``flush()``.
final class Output {
  let style: TextStyle
  private let sink: any ByteSink
  private let capacity: Int
  private let progress: Progress?
  private var buffer: [UInt8] = []

  /// - Parameter progress: What is silent while somebody who reads does not go on.
  init(_ sink: any ByteSink, capacity: Int = 64 << 10, style: TextStyle = .plain, progress: Progress? = nil) {
    self.sink = sink
    self.progress = progress
    self.capacity = sink.isTerminal ? 0 : capacity
    self.style = style
  }

  /// Whether a person reads along.
  var isTerminal: Bool { sink.isTerminal }

  func write(_ text: String) throws(CommandFailure) {
    buffer += text.utf8
    try flushIfFull()
  }

  func write(_ bytes: some Sequence<UInt8>) throws(CommandFailure) {
    buffer += bytes
    try flushIfFull()
  }

  func writeLine(_ text: String = "") throws(CommandFailure) {
    buffer += text.utf8
    buffer.append(UInt8(ascii: "\n"))
    try flushIfFull()
  }

  func writeLine(_ bytes: [UInt8]) throws(CommandFailure) {
    buffer += bytes
    buffer.append(UInt8(ascii: "\n"))
    try flushIfFull()
  }

  func flush() throws(CommandFailure) {
    guard !buffer.isEmpty else { return }
    func write() -> Result<Void, SystemFailure> { buffer.withUnsafeBytes { sink.write($0) } }
    let result = progress?.quietly(write) ?? write()
    buffer.removeAll(keepingCapacity: true)
    guard case .failure(let failure) = result else { return }
    if failure.isClosedPipe {
      throw CommandFailure(
        .closedOutput, "Nobody reads the output any more.", nextStep: "Read it to its end, or into a file.")
    }
    throw CommandFailure(
      .unwritable, "The output can't be written: \(failure.reason).",
      nextStep: "Let standard output be a terminal, a pipe, or a file on a disk with room.")
  }

  private func flushIfFull() throws(CommandFailure) {
    if buffer.count > capacity { try flush() }
  }
}
