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
      do throws(JSONError) {
        answers.append(try Self.answer(bytes))
      } catch {
        throw CommandFailure(
          .unreadable,
          "\(environment.displayName(path)):\(reader.number):\(error.position.column): \(error.message).",
          nextStep: #"A line of a script is {"text", "finish"?, "usage"?, "error"?}."#)
      }
    }
    self.answers = answers
  }

  private static func answer(_ line: ArraySlice<UInt8>) throws(JSONError) -> Result<ModelReply, any Error> {
    var reader = JSONReader(line.withUnsafeBufferPointer { PaddedBytes(copying: $0) })
    var reply = ModelReply("")
    var failure: Failure?
    var object = JSONObjectCursor()
    while try reader.nextKey(&object, of: keys) {
      switch object.index {
      case 0: reply.text = try reader.string()
      case 1: if try !reader.null() { reply.finish = FinishReason(rawValue: try reader.string()) }
      case 2: if try !reader.null() { reply.usage = try usage(&reader) }
      case 3: if try !reader.null() { failure = Failure(description: try reader.string()) }
      default: try reader.skip()
      }
    }
    try reader.finish()
    return failure.map { .failure($0) } ?? .success(reply)
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
