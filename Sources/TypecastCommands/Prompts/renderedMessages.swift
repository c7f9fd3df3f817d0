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
      lines.append(Self.escaped(message.text))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A text with a backslash before each line that looks like a heading. A carriage return ends a line, too.
  private static func escaped(_ text: String) -> String {
    var output: [UInt8] = []
    var rest = [UInt8](text.utf8)[...]
    while true {
      let letters = rest.drop { $0 == UInt8(ascii: "\\") }
      if PromptRole.allCases.contains(where: { letters.starts(with: "# \($0.rawValue)".utf8) }) {
        output.append(UInt8(ascii: "\\"))
      }
      guard let end = rest.firstIndex(where: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }) else { break }
      output += rest[...end]
      rest = rest[(end + 1)...]
    }
    output += rest
    return String(decoding: output, as: UTF8.self)
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
