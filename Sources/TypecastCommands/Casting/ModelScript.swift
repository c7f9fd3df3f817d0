import Typecast
import TypecastJSON

/// The answers of a model, read from a file: one JSON object per line.
struct ModelScript {
  let answers: [Result<ModelReply, any Error>]

  /// What a line says that the model fails with.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  private static let keys = JSONKeys("text", "finish", "usage", "error")
  private static let usageKeys = JSONKeys("input", "output", "cached", "reasoning")

  init(_ path: String, environment: CommandEnvironment) throws(CommandFailure) {
    var reader = LineReader(MemorySource(try environment.bytes(at: path)))
    var answers: [Result<ModelReply, any Error>] = []
    while let line = try reader.next(beforeWaiting: {}) {
      guard case .bytes(let bytes) = line else { continue }
      if bytes.allSatisfy({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }) { continue }
      let answer: Result<ModelReply, any Error>?
      let fault: String
      do throws(JSONError) {
        answer = try Self.answer(bytes)
        fault = "1: the line has no 'text'"
      } catch {
        answer = nil
        fault = "\(error.position.column): \(error.message)"
      }
      guard let answer else {
        throw CommandFailure(
          .unreadable, "\(environment.displayName(path)):\(reader.number):\(fault).",
          nextStep: #"A line of a script is {"text", "finish"?, "usage"?, "error"?}."#)
      }
      answers.append(answer)
    }
    self.answers = answers
  }

  /// The answer of a line; nil where it has none.
  private static func answer(_ line: ArraySlice<UInt8>) throws(JSONError) -> Result<ModelReply, any Error>? {
    var reader = JSONReader(line.withUnsafeBufferPointer { PaddedBytes(copying: $0) })
    var reply = ModelReply("")
    var hasText = false
    var failure: Failure?
    var object = JSONObjectCursor()
    while try reader.nextKey(&object, of: keys) {
      switch object.index {
      case 0:
        reply.text = try reader.string()
        hasText = true
      case 1: if try !reader.null() { reply.finish = try finish(&reader) }
      case 2: if try !reader.null() { reply.usage = try usage(&reader) }
      case 3: if try !reader.null() { failure = Failure(description: try reader.string()) }
      default: try reader.skip()
      }
    }
    try reader.finish()
    if !hasText, failure == nil { return nil }
    return failure.map { .failure($0) } ?? .success(reply)
  }

  private static func finish(_ reader: inout JSONReader) throws(JSONError) -> FinishReason {
    let start = reader.mark
    let finish = FinishReason(rawValue: try reader.string())
    guard [.stop, .length].contains(finish) else { throw reader.violation("'stop' or 'length'", at: start) }
    return finish
  }

  private static func usage(_ reader: inout JSONReader) throws(JSONError) -> Usage {
    var usage = Usage()
    var object = JSONObjectCursor()
    while try reader.nextKey(&object, of: usageKeys) {
      switch object.index {
      case 0: usage.input = try reader.int()
      case 1: usage.output = try reader.int()
      case 2: usage.cached = try reader.int()
      case 3: usage.reasoning = try reader.int()
      default: try reader.skip()
      }
    }
    return usage
  }
}
