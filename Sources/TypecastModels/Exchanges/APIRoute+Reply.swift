import Typecast
import TypecastJSON

extension APIRoute {
  /// Reads an answer of success as the model does that asked for it; nil for one that is none of a model.
  ///
  /// A stream without an end is one that is not whole.
  func reply(_ headers: HTTPHeaders, _ body: [UInt8]) throws(WireFault) -> ModelReply? {
    guard let format else {
      if let json = try? JSONValue(parsing: body), let error = json["error"], error != .null { throw .reported(json) }
      return nil
    }
    if !Self.isStream(headers, body) {
      if let json = try? JSONValue(parsing: body) { return try format.reply(from: json, answerTool: nil) }
      // What begins as nothing that a provider sends is no answer that was cut off, but somebody else's page.
      if let first = Self.start(of: body).first, first != UInt8(ascii: "{"), first != UInt8(ascii: "[") {
        throw .malformed("the answer is no JSON and no stream of events")
      }
    }
    var reader = format.makeStreamReader(answerTool: nil)
    var reply = ModelReply("", finish: .incomplete)
    for piece in try reader.read(body) + reader.finish() {
      reply.append(piece)
      if case .end = piece { break }
    }
    return reply
  }

  /// Whether a body came in pieces; a list of Gemini's is read as one answer.
  private static func isStream(_ headers: HTTPHeaders, _ body: [UInt8]) -> Bool {
    let type = headers["content-type"]?.lowercased() ?? ""
    if type.hasPrefix("text/event-stream") || type.hasPrefix("application/x-ndjson") { return true }
    return body.beginAsEvents
  }

  /// What is left without white space and a mark of byte order before it.
  private static func start(of body: [UInt8]) -> ArraySlice<UInt8> {
    body.withoutByteOrderMark.drop { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
  }
}
