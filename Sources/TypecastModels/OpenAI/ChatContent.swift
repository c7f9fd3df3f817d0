import TypecastJSON

/// What stands in `content`: a text, or a list of parts of several sorts.
struct ChatContent {
  private(set) var text = ""
  private(set) var thinking: String?
  private(set) var refusal = ""

  init(_ json: JSONValue?) {
    switch json {
    case nil, .null?: break
    case .string(let whole)?: text = whole
    case .array(let parts)?: for part in parts { take(part) }
    // A server that reads JSON out of an answer before it hands it on.
    case .object(let object)? where object["type"] == nil: text = JSONWriter().string(of: .object(object))
    case .object(let part)?: take(.object(part))
    case let other?: text = JSONWriter().string(of: other)
    }
  }

  private mutating func take(_ part: JSONValue) {
    if let plain = part.string {
      text += plain
      return
    }
    switch part["type"]?.string {
    case "thinking", "reasoning":
      let words = Self.words(part["thinking"] ?? part["reasoning"] ?? part["text"])
      thinking = (thinking ?? "") + words
    case "refusal": refusal += part["refusal"]?.string ?? ""
    default: text += part["text"]?.string ?? ""
    }
  }

  /// A text, or the texts of a list of parts.
  private static func words(_ json: JSONValue?) -> String {
    json?.string ?? json?.array?.map { $0.string ?? $0["text"]?.string ?? "" }.joined() ?? ""
  }

  /// The words in OpenRouter's list of thoughts; nil for none.
  static func reasoning(in details: JSONValue?) -> String? {
    let texts = details?.array?.compactMap { $0["text"]?.words ?? $0["summary"]?.words } ?? []
    return texts.isEmpty ? nil : texts.joined()
  }
}
