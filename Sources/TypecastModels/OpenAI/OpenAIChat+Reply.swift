import Typecast
import TypecastJSON

extension OpenAIChat {
  func reply(from body: JSONValue, answerTool: String?) throws(WireFault) -> ModelReply {
    var answer = ChatAnswer(answerTool: answerTool)
    var reply = ModelReply("")
    for piece in try answer.take("", body) { reply.append(piece) }
    guard answer.hasChoice else { throw .malformed("the answer has no choices") }
    for piece in answer.finish() { reply.append(piece) }
    return reply
  }

  func makeStreamReader(answerTool: String?) -> any StreamReader {
    EventStream(ChatAnswer(answerTool: answerTool))
  }
}
