import Typecast
import TypecastJSON

/// Makes pieces of an answer out of Anthropic's events.
struct AnthropicEvents: EventReader {
  private var blocks: AnthropicBlocks
  private var ending = AnthropicEnding()
  private(set) var isOver = false

  init(answerTool: String?) {
    blocks = AnthropicBlocks(answerTool: answerTool)
  }

  mutating func take(_ type: String, _ data: JSONValue) throws(WireFault) -> [ModelPiece] {
    switch data["type"]?.string ?? type {
    case "message_start":
      ending.take(message: data["message"] ?? .null)
      // A stream that fails later has cost as much as this.
      return ending.usage == Usage() ? [] : [.usage(ending.usage)]
    case "content_block_start":
      return blocks.start(data["index"]?.int ?? 0, data["content_block"] ?? .null)
    case "content_block_delta":
      return blocks.add(data["index"]?.int ?? 0, data["delta"] ?? .null)
    case "content_block_stop":
      return blocks.stop(data["index"]?.int ?? 0)
    case "message_delta":
      ending.take(delta: data["delta"] ?? .null)
      ending.take(usage: data["usage"] ?? .null)
      return []
    case "message_stop":
      return finish()
    case "error":
      throw .reported(data)
    default:
      if data["error"]?.object != nil { throw .reported(data) }
      return []
    }
  }

  /// The end: by its event, or where the stream ends. A reason why the model stopped is enough to know that it did.
  mutating func finish() -> [ModelPiece] {
    if isOver { return [] }
    isOver = true
    let pieces = blocks.stopAll(isWhole: ending.isWhole)
    return pieces + [.end(ending.ending(hasCalls: blocks.hasCalls))]
  }
}
