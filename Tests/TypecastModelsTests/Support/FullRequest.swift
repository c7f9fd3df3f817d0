import Typecast
import TypecastSchema

@testable import TypecastModels

/// Requests that the wire formats write down in tests.
enum FullRequest {
  static let shape = """
    {"type":"object","properties":{"city":{"type":"string"},"days":{"type":"integer"}},"required":["city"]}
    """

  /// A request with everything in it that a conversation can have.
  ///
  /// - Parameter thoughts: What the model thought before its two calls.
  static func make(_ thoughts: [Thought], signature: String?) throws -> ModelRequest {
    let schema = try CompiledSchema(parsing: shape)
    let calls: [Message.Part] = [
      .toolCall(ToolCall(id: "c1", name: "find", arguments: #"{"city":"Rom"}"#, signature: signature)),
      .toolCall(ToolCall(id: "c2", name: "go", arguments: "")),
    ]
    var request = ModelRequest(
      [
        Message(.system, "Be brief."), Message(.system, "Answer in English."), Message(.user, "Look at these."),
        Message(
          .user,
          [
            .text("What is this?"), .image(Image([1, 2, 3], mediaType: "image/jpeg")),
            .image(Image(url: "https://example.com/a.png", mediaType: "image/png")), .text(""),
          ]),
        Message(.assistant, thoughts.map { .thought($0) } + [.text("Wait.")] + calls),
        Message(
          .tool,
          [
            .toolResult(ToolResult(id: "c1", name: "find", text: "none")),
            .toolResult(ToolResult(id: "c2", name: "go", text: "no such place", isError: true)),
          ]),
        Message(.assistant, [.toolCall(ToolCall(id: "c1", name: "find", arguments: "{}"))]),
        Message(.tool, [.toolResult(ToolResult(id: "c1", name: "find", text: #"{"city":"Rome"}"#))]),
        Message(.user, "Go on."),
      ],
      settings: Settings(temperature: 1.5, topP: 0.25, maxTokens: 5000, seed: 7, stop: ["END"]), schema: schema,
      schemaName: "Weather report (v2)")
    request.tools = [
      ToolOffer("find", "Finds things.", schema: schema),
      ToolOffer("go", "", schema: try CompiledSchema(parsing: #"{"type":"object"}"#)),
    ]
    return request
  }
}
