import Typecast
import TypecastJSON

/// `generateContent` of Gemini, whole and streamed.
struct GeminiGenerate: WireFormat {
  var name: String { "gemini.generateContent" }

  /// The API takes no more texts to stop at.
  private static let mostStops = 5

  func request(for call: WireCall) throws(ModelError) -> WireRequest {
    let request = call.request
    let traits = GeminiTraits(call.model)
    let turns = GeminiTurns(request.messages, wantsSignatures: traits.wantsSignatures)
    var body = JSONObject()
    if let system = turns.system { body["systemInstruction"] = ["parts": [["text": .string(system)]]] }
    body["contents"] = .array(turns.turns)
    let config = try Self.config(call, traits)
    if !config.isEmpty { body["generationConfig"] = .object(config) }
    let functions = call.tools.map(Self.function)
    if !functions.isEmpty { body["tools"] = [["functionDeclarations": .array(functions)]] }
    if call.answerTool != nil {
      let names = call.tools.map { JSONValue.string($0.name) }
      body["toolConfig"] = ["functionCallingConfig": ["mode": "ANY", "allowedFunctionNames": .array(names)]]
    }
    let path = call.model.utf8.contains(UInt8(ascii: "/")) ? call.model : "models/\(call.model)"
    let method = call.isStreamed ? "streamGenerateContent?alt=sse" : "generateContent"
    return WireRequest(path: "/v1beta/\(Self.escaped(path)):\(method)", body: .object(body))
  }

  private static func config(_ call: WireCall, _ traits: GeminiTraits) throws(ModelError) -> JSONObject {
    let settings = call.request.settings
    var config = JSONObject()
    config.set("temperature", JSONValue(settings.temperature))
    config.set("topP", JSONValue(settings.topP))
    config.set("maxOutputTokens", JSONValue(settings.maxTokens))
    config.set("seed", JSONValue(settings.seed))
    if let stop = settings.stop, !stop.isEmpty {
      guard stop.count <= mostStops else {
        throw ModelError(
          .stops,
          "Gemini stops at no more than \(mostStops) texts, and the settings have \(stop.count); give fewer.")
      }
      config["stopSequences"] = .array(stop.map { .string($0) })
    }
    if let thinking = settings.thinking, call.profile.thinks != false {
      config.set("thinkingConfig", traits.config(thinking))
    }
    if call.request.schema != nil, call.mode == .native, let projection = call.projection {
      config["responseMimeType"] = "application/json"
      let key = projection.dialect == .geminiResponseSchema ? "responseSchema" : "responseJsonSchema"
      config[key] = projection.schema
    }
    return config
  }

  private static func function(_ tool: WireTool) -> JSONValue {
    let key = tool.parameters.dialect == .geminiResponseSchema ? "parameters" : "parametersJsonSchema"
    return ["name": .string(tool.name), "description": .string(tool.purpose), key: tool.parameters.schema]
  }

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
