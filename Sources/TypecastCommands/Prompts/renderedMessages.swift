import TypecastJSON
import TypecastPrompts

extension [PromptMessage] {
  /// The messages for people: a heading each, and nothing in a text that looks like one.
  var text: String {
    var lines: [String] = []
    for message in self {
      if !lines.isEmpty { lines.append("") }
      lines.append("# \(message.role.rawValue)")
      lines.append("")
      lines += message.text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
        let rest = line.drop { $0 == UInt8(ascii: "\\") }
        let isHeading = PromptRole.allCases.contains { rest.starts(with: "# \($0.rawValue)".utf8) }
        return (isHeading ? "\\" : "") + String(decoding: line, as: UTF8.self)
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The messages and what their call is set to, for programs.
  func json(settings: PromptSettings) -> JSONValue {
    var object = JSONObject()
    if let temperature = settings.temperature.flatMap(JSONNumber.init) { object["temperature"] = .number(temperature) }
    if let maxTokens = settings.maxTokens { object["max_tokens"] = .number(JSONNumber(maxTokens)) }
    if let seed = settings.seed { object["seed"] = .number(JSONNumber(seed)) }
    if !settings.stop.isEmpty { object["stop"] = .array(settings.stop.map { .string($0) }) }
    let messages = map { ["role": .string($0.role.rawValue), "text": .string($0.text)] as JSONValue }
    return ["settings": .object(object), "messages": .array(messages)]
  }
}

extension String {
  /// The text with a capital at its start and a full stop at its end.
  var sentence: String {
    let text = prefix(1).uppercased() + dropFirst()
    return text.hasSuffix("?") || text.hasSuffix(".") ? text : text + "."
  }
}
