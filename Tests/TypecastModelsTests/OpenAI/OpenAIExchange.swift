import TestSupport
import Typecast
import TypecastJSON

@testable import TypecastModels

/// An exchange that others recorded with a server that speaks one of OpenAI's APIs.
struct OpenAIExchange {
  let id: String
  let provider: String
  let api: String
  let isStream: Bool
  let requestBody: JSONValue?
  let body: [UInt8]

  /// What whoever collected it read in the answer; nil for our own recordings. It is a help, no more.
  let assembled: JSONValue?

  var format: any WireFormat {
    api == "openai.chat" ? OpenAIChat(.compatible) : OpenAIResponses()
  }

  /// Reads it whole, or as a stream cut in pieces.
  func reply(by length: Int = 1 << 16) throws -> ModelReply {
    if isStream { return try streamed(format, body, by: length) }
    return try format.reply(from: JSONValue(parsing: body), answerTool: nil)
  }

  /// All that were answered with success.
  static func all() throws -> [OpenAIExchange] {
    var exchanges: [OpenAIExchange] = []
    for file in try TestData.files(below: "llm-exchanges/by-provider", suffix: ".jsonl") {
      for line in try TestData.lines(of: file) {
        let json = try JSONValue(parsing: line)
        guard let api = json["api"]?.string, api == "openai.chat" || api == "openai.responses",
          json["status"]?.int == 200
        else { continue }
        exchanges.append(
          OpenAIExchange(
            id: json["id"]?.string ?? "", provider: json["provider"]?.string ?? "", api: api,
            isStream: json["is_stream"]?.bool ?? false, requestBody: parsed(json["request_body"]),
            body: Array((json["response_body"]?.string ?? "").utf8), assembled: json["assembled"]))
      }
    }
    return try exchanges + own()
  }

  /// Those that were recorded on this machine.
  private static func own() throws -> [OpenAIExchange] {
    try ["llamacpp", "ollama"].flatMap { server in
      try Recording.all(in: "\(server).jsonl").compactMap { recording in
        guard recording.status == 200, recording.isWhole,
          let api = ["/v1/chat/completions": "openai.chat", "/v1/responses": "openai.responses"][recording.path]
        else { return nil }
        return OpenAIExchange(
          id: "\(server)-\(recording.id)", provider: "own \(server)", api: api,
          isStream: isStream(recording.body),
          requestBody: parsed(recording.requestBody?["text"] ?? recording.requestBody),
          body: recording.body, assembled: nil)
      }
    }
  }

  private static func isStream(_ body: [UInt8]) -> Bool {
    body.starts(with: "data:".utf8) || body.starts(with: "event:".utf8)
  }

  private static func parsed(_ body: JSONValue?) -> JSONValue? {
    guard let text = body?.string else { return body }
    return try? JSONValue(parsing: text)
  }
}
