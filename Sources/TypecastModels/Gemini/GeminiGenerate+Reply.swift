import Typecast
import TypecastJSON

extension GeminiGenerate {
  func reply(from body: JSONValue, answerTool: String?) throws(WireFault) -> ModelReply {
    var answer = GeminiAnswer(answerTool: answerTool)
    var reply = ModelReply("")
    // Without `alt=sse` a stream is one list of its pieces.
    let list = body.array ?? [body]
    for json in list {
      guard json.object != nil else { throw .malformed("an answer is an object, and this is \(json.type.rawValue)") }
      for piece in try answer.take("", json) { reply.append(piece) }
    }
    guard answer.isAnswer else { throw .malformed("an answer has candidates, and this has none") }
    for piece in answer.finish() { reply.append(piece) }
    return reply
  }

  func makeStreamReader(answerTool: String?) -> any StreamReader {
    EventStream(GeminiAnswer(answerTool: answerTool))
  }
}
