public import Typecast
import TypecastJSON

extension RemoteModel {
  /// How many tokens the messages of a request have, as the provider counts them, without asking the model.
  ///
  /// Anthropic and Gemini can do that; others throw an error of kind `unsupported`.
  public func tokenCount(of request: ModelRequest) async throws -> Int {
    let call = WireCall(
      model: model, request: request.withHistory, mode: .prompted, isStreamed: false, profile: profile)
    var wire = try endpoint.provider.format.request(for: call)
    guard case .object(var body) = wire.body else { throw unsupported }
    let member: String
    switch endpoint.provider.id {
    case "anthropic":
      wire.path = "/v1/messages/count_tokens"
      body = JSONObject(keeping: ["model", "messages", "system", "tools", "tool_choice", "thinking"], of: body)
      wire.body = .object(body)
      member = "input_tokens"
    case "gemini":
      wire.path = wire.path.replacing(":generateContent", with: ":countTokens")
      let model = model.utf8.contains(UInt8(ascii: "/")) ? model : "models/\(model)"
      body["model"] = .string(model)
      wire.body = ["generateContentRequest": .object(body)]
      member = "totalTokens"
    default: throw unsupported
    }
    let json = try await connection.json(wire)
    guard let count = json[member]?.int, count >= 0 else {
      throw connection.error(for: AnswerFault(fault: .malformed("the answer has no '\(member)'"), nil))
    }
    return count
  }

  private var unsupported: ModelError {
    ModelError(
      .noTokenCount,
      "\(endpoint.provider.title) can't count tokens without answering; take an estimate of 4 bytes each.")
  }
}

extension JSONObject {
  /// Those of the members that have one of these names.
  fileprivate init(keeping keys: [String], of object: JSONObject) {
    self.init()
    for key in keys { set(key, object[key]) }
  }
}
