import TypecastJSON

/// One answer for each line of JSON, in order.
///
/// The answers are flushed when the input would make the tool wait, so that a program may ask line by line over a pipe.
/// A line that can't be answered gets `{"id":null,"line":n,"error":"…"}`, and the rest goes on.
struct JSONLines {
  /// What is wrong with a line.
  struct BadLine: Error, Equatable {
    let message: String
  }

  typealias Answer = (ArraySlice<UInt8>) throws(BadLine) -> [UInt8]

  let environment: CommandEnvironment
  /// The most bytes that a line may have.
  var lineLimit = 512 << 20

  /// Answers every line of the named inputs; `-` is standard input.
  func answer(inputs: [String], with answer: Answer) throws(CommandFailure) -> ExitStatus {
    for path in inputs {
      let source = path == "-" ? environment.input : MemorySource(try environment.bytes(at: path))
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
      return JSONWriter().bytes(
        of: ["id": .null, "line": .number(JSONNumber(number)), "error": .string(error.message)])
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
