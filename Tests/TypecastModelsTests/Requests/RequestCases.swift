import Typecast
import TypecastJSON
import TypecastSchema

@testable import TypecastModels

extension RequestCase {
  /// Everything that goes out. A new feature is one line here, and then `make golden`.
  static func all() throws -> [RequestCase] {
    try messages() + shapes() + settings() + options() + others()
  }

  // MARK: What is said

  private static func messages() throws -> [RequestCase] {
    try [
      RequestCase("plain", .reply, asking()), RequestCase("streamed", .stream, asking()),
      RequestCase(
        "system", .reply, asking([Message(.system, "Be brief."), Message(.system, "In English."), question])),
      RequestCase("system-alone", .reply, asking([Message(.system, "Tell a joke.")])),
      RequestCase(
        "system-later", .reply, asking([question, Message(.assistant, "Rome."), Message(.system, "Be brief.")])),
      RequestCase(
        "turns", .reply,
        asking([question, Message(.assistant, "Rome."), Message(.user, "And"), Message(.user, "else?")])),
      RequestCase(
        "picture", .reply,
        asking([Message(.user, [.text("What is this?"), .image(Image([1, 2, 3], mediaType: "image/jpeg"))])])),
      RequestCase(
        "picture-untyped", .reply, asking([Message(.user, [.image(Image(Array("GIF8".utf8), mediaType: ""))])])),
      RequestCase(
        "picture-address", .reply, asking([Message(.user, [.image(Image(url: "https://example.com/a.png"))])])),
      RequestCase(
        "picture-of-model", .reply,
        asking([question, Message(.assistant, [.image(Image([1, 2, 3], mediaType: "image/jpeg"))])])),
      RequestCase("tools", .reply, asking(tools: true)), RequestCase("tools-streamed", .stream, asking(tools: true)),
      RequestCase("tool-round", .reply, asking(toolRounds, tools: true)),
      RequestCase("thoughts", .reply, asking(thoughtful, tools: true)),
    ]
  }

  private static let question = Message(.user, "Where is it warm?")

  /// Two calls at once, one of which fails, then one more whose result is an object.
  private static let toolRounds: [Message] = [
    question,
    Message(
      .assistant,
      [
        .text("Wait."), .toolCall(ToolCall(id: "c1", name: "find", arguments: #"{"city":"Rom"}"#)),
        .toolCall(ToolCall(id: "c2", name: "go", arguments: "")),
      ]),
    Message(
      .tool,
      [
        .toolResult(ToolResult(id: "c1", name: "find", text: "none")),
        .toolResult(ToolResult(id: "c2", name: "go", text: "no such place", isError: true)),
      ]),
    Message(.assistant, [.toolCall(ToolCall(id: "c3", name: "find", arguments: #"{"city":"Rome"}"#))]),
    Message(.tool, [.toolResult(ToolResult(id: "c3", name: "find", text: #"{"days":3}"#)), .text("Be quick.")]),
  ]

  /// A call behind a thought of every house, each of which takes back its own.
  private static let thoughtful: [Message] = [
    question,
    Message(
      .assistant,
      [
        .thought(Thought("Plain.")), .thought(Thought("Signed.", signature: "c2VhbA==")),
        .thought(Thought("", signature: "c2VhbGVk", id: AnthropicMessages.redacted)),
        .thought(Thought("Of Gemini.", signature: "czI=", id: GeminiTurns.signedThought)),
        .thought(Thought("", signature: "czM=", id: GeminiTurns.signedAnswer)), .text("Wait."),
        .thought(Thought("Of OpenAI.", signature: "czQ=", id: "rs_1")),
        .toolCall(ToolCall(id: "c1", name: "find", arguments: "{}", signature: "czU=")),
      ]),
    Message(.tool, [.toolResult(ToolResult(id: "c1", name: "find", text: "none"))]),
  ]

  // MARK: The shape of the answer

  private static func shapes() throws -> [RequestCase] {
    try [
      RequestCase("best", .reply, asking(for: shape)),
      RequestCase("native", .reply, asking(for: shape), mode(.native)),
      RequestCase("native-streamed", .stream, asking(for: shape), mode(.native)),
      RequestCase("native-with-tools", .reply, asking(tools: true, for: shape), mode(.native)),
      RequestCase("native-lossy", .reply, asking(for: lossy), mode(.native)),
      RequestCase("native-list", .reply, asking(for: list), mode(.native)),
      RequestCase("tool", .reply, asking(for: shape), mode(.tool)),
      RequestCase("tool-streamed", .stream, asking(for: shape), mode(.tool)),
      RequestCase("tool-with-tools", .reply, asking(tools: true, for: shape), mode(.tool)),
      RequestCase("tool-list", .reply, asking(for: list), mode(.tool)),
      RequestCase("prompted", .reply, asking(for: shape), mode(.prompted)),
      RequestCase(
        "prompted-system", .reply, asking([Message(.system, "Be brief."), question], for: shape), mode(.prompted)),
      RequestCase(
        "prompted-said", .reply, asking([question, Message(.user, try said(shape))], for: shape), mode(.prompted)),
      RequestCase("prompted-with-tools", .reply, asking(tools: true, for: shape), mode(.prompted)),
    ]
  }

  private static let shape = """
    {"type":"object","properties":{"city":{"type":"string"},"days":{"type":"integer"}},"required":["city"]}
    """
  private static let lossy = #"{"type":"object","properties":{"city":{"type":"string","not":{"const":"Rome"}}}}"#
  private static let list = #"{"type":"array","items":{"type":"string"}}"#

  private static func said(_ schema: String) throws -> String {
    "Answer like this: " + SchemaSketch.text(of: try CompiledSchema(parsing: schema), describingRoot: false)
  }

  private static func mode(_ mode: AnswerMode) -> ModelOptions { ModelOptions(mode: mode) }

  // MARK: How to answer

  private static func settings() throws -> [RequestCase] {
    func set(_ name: String, _ settings: Settings) throws -> RequestCase {
      RequestCase(name, .reply, try asking(settings))
    }
    let limits = TimeLimits(
      connect: .seconds(1), firstByte: .seconds(2), idle: .milliseconds(1500), total: .seconds(60))
    var left = try asking(Settings(maxTokens: 5000))
    left.tokensLeft = 500
    var everything = try asking(
      [Message(.system, "Be brief.")] + toolRounds,
      Settings(
        temperature: 0.5, topP: 0.25, maxTokens: 5000, seed: 7, thinking: .effort(.high),
        timeLimits: limits, history: [Message(.user, "Hi"), Message(.assistant, "Hello.")]), tools: true, for: shape)
    everything.tokensLeft = 4000
    return try [
      set("temperature", Settings(temperature: 0.5)), set("temperature-high", Settings(temperature: 1.5)),
      set("top-p", Settings(topP: 0.25)), set("temperature-and-top-p", Settings(temperature: 0.5, topP: 0.25)),
      set("max-tokens", Settings(maxTokens: 100)), set("seed", Settings(seed: 7)), set("stop", Settings(stop: ["END"])),
      set("stop-none", Settings(stop: [])), set("stop-many", Settings(stop: ["1", "2", "3", "4", "5", "6"])),
      set("thinking-off", Settings(thinking: .off)), set("thinking-on", Settings(thinking: .on)),
      set("thinking-effort", Settings(thinking: .effort(.high))),
      set("thinking-budget", Settings(thinking: .budget(2000))),
      set("thinking-limited", Settings(maxTokens: 3000, thinking: .budget(8000))),
      set("thinking-sampled", Settings(temperature: 0.5, topP: 0.25, thinking: .on)),
      RequestCase("thinking-native", .reply, asking(Settings(thinking: .on), for: shape), mode(.native)),
      RequestCase("thinking-tool", .reply, asking(Settings(thinking: .on), for: shape), mode(.tool)),
      set("time-limits", Settings(timeLimits: limits)),
      RequestCase(
        "history", .reply,
        asking(
          [Message(.system, "Be brief."), question],
          Settings(history: [Message(.user, "Hi"), Message(.assistant, "Hello.")]))),
      RequestCase("tokens-left", .reply, left), RequestCase("everything", .stream, everything),
    ]
  }

  // MARK: How it is reached

  private static func options() throws -> [RequestCase] {
    let limits = TimeLimits(connect: .seconds(1), firstByte: .seconds(2), idle: .seconds(3), total: .seconds(4))
    let thinking = Profile(modes: [.tool], dialect: .llamaCpp, toolDialect: .llamaCpp, thinks: true, maxTokens: 1000)
    return try [
      RequestCase("option-base-url", .reply, asking(), ModelOptions(baseURL: "https://proxy.example.com:8443/api/")),
      RequestCase("option-key", .reply, asking(), ModelOptions(key: SentRequest.key)),
      RequestCase("option-time-limits", .reply, asking(), ModelOptions(timeLimits: limits)),
      RequestCase(
        "option-headers", .reply, asking(),
        ModelOptions(headers: [("X-Title", "Weather"), ("Content-Type", "text/json")])),
      RequestCase(
        "option-extra-body", .reply, asking(Settings(temperature: 0.5, seed: 7)),
        ModelOptions(extraBody: [
          "model": "other", "user": "u1", "options": ["num_ctx": 8192, "seed": 8], "generationConfig": ["topK": 40],
        ])),
      RequestCase(
        "option-profile", .reply, asking(Settings(thinking: .effort(.low)), for: shape), ModelOptions(profile: thinking)
      ),
    ]
  }

  // MARK: What is no answer

  private static func others() throws -> [RequestCase] {
    let texts = try asking([question, Message(.user, "And cold?")])
    return try [
      RequestCase("models", .models, asking()), RequestCase("vectors", .vectors(dimensions: nil), texts),
      RequestCase("vectors-dimensions", .vectors(dimensions: 256), texts),
      RequestCase(
        "token-count", .tokenCount,
        asking([Message(.system, "Be brief."), question], Settings(maxTokens: 100), tools: true, for: shape)),
    ]
  }

  // MARK: Parts

  private static func asking(
    _ messages: [Message] = [question], _ settings: Settings = Settings(), tools: Bool = false, for shape: String? = nil
  ) throws -> ModelRequest {
    var request = ModelRequest(
      messages, settings: settings, schema: try shape.map { try CompiledSchema(parsing: $0) },
      schemaName: "Weather report (v2)")
    if tools {
      request.tools = [
        ToolOffer("find", "Finds things.", schema: try CompiledSchema(parsing: Self.shape)),
        ToolOffer("go", "", schema: try CompiledSchema(parsing: #"{"type":"object"}"#)),
      ]
    }
    return request
  }

  private static func asking(_ settings: Settings, for shape: String? = nil) throws -> ModelRequest {
    try asking([question], settings, for: shape)
  }
}
