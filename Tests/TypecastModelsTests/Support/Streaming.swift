import Typecast

@testable import TypecastModels

/// What a stream comes to when its bytes are cut in pieces of one length.
func streamed(_ format: any WireFormat, _ bytes: [UInt8], by length: Int, answerTool: String? = nil) throws
  -> ModelReply
{
  var reader = format.makeStreamReader(answerTool: answerTool)
  var reply = ModelReply("")
  var start = 0
  while start < bytes.count {
    let end = min(start + length, bytes.count)
    for piece in try reader.read(Array(bytes[start..<end])) { reply.append(piece) }
    start = end
  }
  for piece in try reader.finish() { reply.append(piece) }
  return reply
}
