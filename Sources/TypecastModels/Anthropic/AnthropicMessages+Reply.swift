import Typecast
import TypecastJSON

extension AnthropicMessages {
  func reply(from body: JSONValue, answerTool: String?) throws(WireFault) -> ModelReply {
    guard let object = body.object else {
      throw .malformed("an answer is an object, and this is \(body.type.rawValue)")
    }
    if body["type"]?.string == "error" || object["error"]?.object != nil { throw .reported(body) }
    guard let content = body["content"]?.array else { throw .malformed("the answer has no list 'content'") }
    var blocks = AnthropicBlocks(answerTool: answerTool)
    var reply = ModelReply("")
    for (index, block) in content.enumerated() {
      for piece in blocks.start(index, block) + blocks.stop(index) { reply.append(piece) }
    }
    var ending = AnthropicEnding()
    ending.take(message: body)
    ending.take(delta: body)
    reply.append(.end(ending.ending(hasCalls: blocks.hasCalls)))
    return reply
  }

  func makeStreamReader(answerTool: String?) -> any StreamReader {
    EventStream(AnthropicEvents(answerTool: answerTool))
  }
}
