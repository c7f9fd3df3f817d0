import Typecast
import TypecastJSON

/// The messages of a request as Gemini takes them: what the system says for itself, and turns that alternate.
struct GeminiTurns {
  private(set) var system: String?
  private(set) var turns: [JSONValue] = []

  private let wantsSignatures: Bool

  /// What a thought is called that the model signed, and the signature of a part of the answer itself.
  static let signedThought = "gemini.thought"
  static let signedAnswer = "gemini.answer"

  /// What the provider lets pass for its signature of calls that another model made.
  private static let foreign = base64(Array("skip_thought_signature_validator".utf8))

  /// - Parameter wantsSignatures: Whether the model goes on after a call only with a signature of it.
  init(_ messages: [Message], wantsSignatures: Bool) {
    self.wantsSignatures = wantsSignatures
    let texts = messages.filter { $0.role == .system }.map(\.text).filter { !$0.isEmpty }
    let words = texts.joined(separator: "\n\n")
    var open: [(role: String, hasResults: Bool, parts: [JSONValue])] = []
    for message in messages where message.role != .system {
      let role = message.role == .assistant ? "model" : "user"
      // Results of tools are a turn of their own.
      for (hasResults, parts) in [(true, Self.results(of: message)), (false, parts(of: message))] where !parts.isEmpty {
        if let last = open.last, last.role == role, last.hasResults == hasResults {
          open[open.count - 1].parts += parts
        } else {
          open.append((role, hasResults, parts))
        }
      }
    }
    // Somebody has to say something: where only the system does, it is the user who says it.
    if open.isEmpty, !words.isEmpty {
      open = [("user", false, [["text": .string(words)]])]
    } else if !words.isEmpty {
      system = words
    }
    turns = open.map { ["role": .string($0.role), "parts": .array($0.parts)] }
  }

  private func parts(of message: Message) -> [JSONValue] {
    var parts: [JSONValue] = []
    /// A signature of the answer, until the text comes that it is of.
    var signature: String?
    var hasCall = false
    func signAlone() {
      if let alone = signature { parts.append(["text": "", "thoughtSignature": .string(alone)]) }
      signature = nil
    }
    for part in message.parts {
      switch part {
      case .text(let text):
        if text.isEmpty { continue }
        var object: JSONObject = ["text": .string(text)]
        object.set("thoughtSignature", JSONValue(signature))
        signature = nil
        parts.append(.object(object))
      case .image(let image): parts.append(Self.picture(image))
      case .thought(let thought):
        guard message.role == .assistant, let own = thought.signature, !own.isEmpty else { continue }
        if thought.id == Self.signedAnswer {
          signAlone()
          signature = own
        } else if thought.id == Self.signedThought {
          parts.append(["text": .string(thought.text), "thought": true, "thoughtSignature": .string(own)])
        }
      case .toolCall(let call):
        signAlone()
        let isFirst = !hasCall
        hasCall = true
        parts.append(self.call(call, isFirst: isFirst))
      case .toolResult: break
      }
    }
    signAlone()
    return parts
  }

  private static func results(of message: Message) -> [JSONValue] {
    message.role == .assistant ? [] : message.toolResults.map(result)
  }

  private static func picture(_ image: Image) -> JSONValue {
    if let (type, data) = image.inline { return ["inlineData": ["mimeType": .string(type), "data": .string(data)]] }
    var file = JSONObject()
    if !image.mediaType.isEmpty { file["mimeType"] = .string(image.mediaType) }
    if case .url(let url) = image.source { file["fileUri"] = .string(url) }
    return ["fileData": .object(file)]
  }

  private func call(_ call: ToolCall, isFirst: Bool) -> JSONValue {
    let arguments = (try? JSONValue(parsing: call.arguments))?.ifObject
    var function: JSONObject = ["name": .string(call.name), "args": arguments ?? .object([:])]
    if !call.id.hasPrefix(GeminiAnswer.madeUpID) { function["id"] = .string(call.id) }
    var part: JSONObject = ["functionCall": .object(function)]
    // Of calls that are made at once, the first one is signed.
    part.set("thoughtSignature", JSONValue(call.signature ?? (isFirst && wantsSignatures ? Self.foreign : nil)))
    return .object(part)
  }

  private static func result(_ result: ToolResult) -> JSONValue {
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
