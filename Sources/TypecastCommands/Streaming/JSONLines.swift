import TypecastJSON

/// One answer for each line of JSON, in order.
///
/// The answers are flushed when the input would make the tool wait, so that a program may ask line by line over a pipe.
/// A line that can't be answered gets `{"id":null,"line":n,"error":"…"}`, and the rest goes on.
struct JSONLines {
  /// Why a line has no answer of the usual kind.
  struct BadLine: Error, Equatable {
    let message: String
    /// The line's `id` as JSON text, for a line that was understood.
    var id: [UInt8] = Array("null".utf8)
  }

  typealias Answer = (ArraySlice<UInt8>) throws(BadLine) -> [UInt8]

  let environment: CommandEnvironment
  /// The most bytes that a line may have.
  var lineLimit = 512 << 20

  /// Answers every line of the named inputs; `-` is standard input.
  func answer(inputs: [String], with answer: Answer) throws(CommandFailure) -> ExitStatus {
    for path in inputs {
      let source = path == "-" ? environment.standardInput() : MemorySource(try environment.bytes(at: path))
      var reader = LineReader(source, limit: lineLimit)
      if try reader.skipByteOrderMark() { try environment.warnOfByteOrderMark(in: path) }
      while let line = try reader.next(beforeWaiting: environment.output.flush) {
        guard let bytes = bytes(of: line, numbered: reader.number, answer) else { continue }
        try environment.output.writeLine(bytes)
      }
    }
    return .success
  }

  /// The answer to one line; nil for a blank one, which has none.
  private func bytes(of line: LineReader.Line, numbered number: Int, _ answer: Answer) -> [UInt8]? {
    do throws(BadLine) {
      guard case .bytes(let bytes) = line else {
        throw BadLine(message: "The line has more than \(lineLimit) bytes. Split it, or use files.")
      }
      if bytes.allSatisfy({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }) { return nil }
      return try answer(bytes)
    } catch {
      var bytes = Array(#"{"id":"#.utf8) + error.id + Array(#","line":\#(number),"error":"#.utf8)
      JSONWriter.writeString(error.message, to: &bytes)
      return bytes + [UInt8(ascii: "}")]
    }
  }
}

/// Bytes that are all there already.
final class MemorySource: ByteSource {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) {
    rest = bytes[...]
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Result<Int, SystemFailure> {
    let piece = rest.prefix(buffer.count)
    buffer.copyBytes(from: piece)
    rest = rest.dropFirst(piece.count)
    return .success(piece.count)
  }

  var isReady: Bool { true }
}
