import Typecast
import TypecastJSON

/// `generateContent` of Gemini, whole and streamed.
struct GeminiGenerate: WireFormat {
  var name: String { "gemini.generateContent" }

  func request(for call: WireCall) throws(ModelError) -> WireRequest {
    let request = call.request
    var body = JSONObject()
    let system = request.messages.filter { $0.role == .system }.map(\.text).joined(separator: "\n\n")
    if !system.isEmpty { body["systemInstruction"] = ["parts": [["text": .string(system)]]] }
    body["contents"] = .array(Self.contents(request.messages))
    let config = Self.config(call)
    if !config.isEmpty { body["generationConfig"] = .object(config) }
    let functions = Self.functions(call)
    if !functions.isEmpty { body["tools"] = [["functionDeclarations": .array(functions)]] }
    if let name = call.answerTool {
      let names = (request.tools.map(\.name) + [name]).map { JSONValue.string($0) }
      body["toolConfig"] = ["functionCallingConfig": ["mode": "ANY", "allowedFunctionNames": .array(names)]]
    }
    let path = call.model.utf8.contains(UInt8(ascii: "/")) ? call.model : "models/\(call.model)"
    let method = call.isStreamed ? "streamGenerateContent?alt=sse" : "generateContent"
    return WireRequest(path: "/v1beta/\(Self.escaped(path)):\(method)", body: .object(body))
  }

  private static func config(_ call: WireCall) -> JSONObject {
    let settings = call.request.settings
    var config = JSONObject()
    config.set("temperature", JSONValue(settings.temperature))
    config.set("topP", JSONValue(settings.topP))
    config.set("maxOutputTokens", JSONValue(settings.maxTokens))
    config.set("seed", JSONValue(settings.seed))
    if let stop = settings.stop, !stop.isEmpty { config["stopSequences"] = .array(stop.map { .string($0) }) }
    if let thinking = settings.thinking { config["thinkingConfig"] = .object(Self.thinking(thinking)) }
    if call.request.schema != nil, call.mode == .native, let projection = call.projection {
      config["responseMimeType"] = "application/json"
      let key = projection.dialect == .geminiResponseSchema ? "responseSchema" : "responseJsonSchema"
      config[key] = projection.schema
    }
    return config
  }

  private static func thinking(_ thinking: Thinking) -> JSONObject {
    guard thinking.isOn else { return ["thinkingBudget": 0] }
    var config: JSONObject = ["includeThoughts": true]
    config.set("thinkingBudget", JSONValue(thinking.budget))
    config.set("thinkingLevel", JSONValue(thinking.effort?.rawValue))
    return config
  }

  private static func functions(_ call: WireCall) -> [JSONValue] {
    var functions = call.request.tools.map { tool in
      function(tool.name, tool.purpose, call.parameters(of: tool).schema, call)
    }
    if let name = call.answerTool, let projection = call.projection {
      functions.append(
        function(name, "Takes the answer. Call it once, with the whole answer.", projection.schema, call))
    }
    return functions
  }

  private static func function(_ name: String, _ purpose: String, _ schema: JSONValue, _ call: WireCall) -> JSONValue {
    let key = call.profile.toolDialect == .geminiResponseSchema ? "parameters" : "parametersJsonSchema"
    return ["name": .string(name), "description": .string(purpose), key: schema]
  }

  // MARK: Messages

  /// The messages as turns that alternate, which is how the API wants them.
  private static func contents(_ messages: [Message]) -> [JSONValue] {
    var turns: [(role: String, parts: [JSONValue])] = []
    for message in messages where message.role != .system {
      let role = message.role == .assistant ? "model" : "user"
      let parts = message.parts.compactMap(part)
      if parts.isEmpty { continue }
      if turns.last?.role == role { turns[turns.count - 1].parts += parts } else { turns.append((role, parts)) }
    }
    return turns.map { ["role": .string($0.role), "parts": .array($0.parts)] }
  }

  private static func part(_ part: Message.Part) -> JSONValue? {
    switch part {
    case .text(let text):
      if text.isEmpty { return Optional.none }
      return ["text": .string(text)]
    case .image(let image):
      switch image.source {
      case .bytes(let bytes):
        return ["inlineData": ["mimeType": .string(image.mediaType), "data": .string(base64(bytes))]]
      case .url(let url):
        var data: JSONObject = ["fileUri": .string(url)]
        if !image.mediaType.isEmpty { data["mimeType"] = .string(image.mediaType) }
        return ["fileData": .object(data)]
      }
    case .thought(let thought):
      guard let signature = thought.signature else { return Optional.none }
      var part: JSONObject = ["text": .string(thought.text)]
      // What was signed may have been a part of the answer, which its text says already.
      if thought.id != Self.signedAnswer { part["thought"] = true }
      part["thoughtSignature"] = .string(signature)
      return .object(part)
    case .toolCall(let call):
      let arguments = (try? JSONValue(parsing: call.arguments))?.ifObject
      var function: JSONObject = ["name": .string(call.name), "args": arguments ?? .object([:])]
      if !call.id.hasPrefix(GeminiAnswer.madeUpID) { function["id"] = .string(call.id) }
      var part: JSONObject = ["functionCall": .object(function)]
      part.set("thoughtSignature", JSONValue(call.signature))
      return .object(part)
    case .toolResult(let result):
      let response: JSONValue
      if !result.isError, let object = try? JSONValue(parsing: result.text), object.object != nil {
        response = object
      } else {
        response = [result.isError ? "error" : "result": .string(result.text)]
      }
      var function: JSONObject = ["name": .string(result.name), "response": response]
      if !result.id.hasPrefix(GeminiAnswer.madeUpID) { function["id"] = .string(result.id) }
      return ["functionResponse": .object(function)]
    }
  }

  /// What the signature of a part of the answer itself is called.
  static let signedAnswer = "answer"

  /// A path with all escaped that may not stand in one.
  static func escaped(_ path: String) -> String {
    var escaped = ""
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "/"), UInt8(ascii: "@"):
        escaped.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        escaped += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return escaped
  }
}
