import TypecastJSON
import TypecastSchema

extension PromptParser {
  private static let names = ["temperature", "max_tokens", "seed", "stop"]

  /// Reads the settings between two lines `---`, if the text begins with one.
  mutating func parseHeader(_ lines: inout ArraySlice<PromptLine>) -> PromptSettings {
    var settings = PromptSettings()
    guard let first = lines.first, isFence(first) else { return settings }
    lines.removeFirst()
    var seen: Set<ScalarText> = []
    while let line = lines.popFirst() {
      if isFence(line) { return settings }
      // A message opens: the end of the header was forgotten.
      if bytes[line.start..<line.end].first == 0x23 {
        lines = [line] + lines
        break
      }
      let content = bytes[line.start..<line.end]
      if content.allSatisfy(PromptLine.isBlank) { continue }
      parseSetting(line, &settings, &seen)
    }
    report(.invalidSetting, "the header isn't closed; end it with a line \"---\"", at: first.start)
    return settings
  }

  private func isFence(_ line: PromptLine) -> Bool {
    Self.trimmed(bytes[line.start..<line.end]) == "---" && bytes[line.start] == 0x2D
  }

  private mutating func parseSetting(
    _ line: PromptLine, _ settings: inout PromptSettings, _ seen: inout Set<ScalarText>
  ) {
    let content = bytes[line.start..<line.end]
    let start = content.firstIndex { !PromptLine.isBlank($0) } ?? line.start
    guard let colon = content.firstIndex(of: 0x3A) else {
      report(.invalidSetting, "a line of the header is \"name: value\"", at: start)
      return
    }
    let name = Self.trimmed(content[..<colon])
    guard Self.names.contains(where: { $0.utf8.elementsEqual(name.utf8) }) else {
      let near = suggestions.nearest(to: name, among: Self.names, count: Self.names.count)
      let hint = near.map { "did you mean \($0)?" } ?? "there are \(Self.names.joined(separator: ", "))"
      report(.invalidSetting, "there is no setting \(name.shownInMessage); \(hint)", at: start)
      return
    }
    guard seen.insert(ScalarText(name)).inserted else {
      report(.invalidSetting, "\(name) is set twice; keep one of the lines", at: start)
      return
    }
    let text = Self.trimmed(content[(colon + 1)...])
    let place = content[(colon + 1)...].firstIndex { !PromptLine.isBlank($0) } ?? line.end
    let value = try? JSONValue(parsing: text)
    guard let expected = Self.set(name, value, in: &settings) else { return }
    report(.invalidSetting, "\(name) must be \(expected)", at: place)
  }

  /// Sets what a line says; where it can't, returns what is expected.
  private static func set(_ name: String, _ value: JSONValue?, in settings: inout PromptSettings) -> String? {
    switch name {
    case "temperature":
      guard let number = value?.number?.double, (0...2).contains(number) else { return "a number from 0 to 2" }
      settings.temperature = number
    case "max_tokens":
      guard let count = value?.number?.int, count > 0 else { return "an integer of at least 1" }
      settings.maxTokens = count
    case "seed":
      guard let seed = value?.number?.int else { return "an integer" }
      settings.seed = seed
    default:
      let texts = value?.string.map { [$0] } ?? value?.array?.map { $0.string ?? "" } ?? []
      guard !texts.isEmpty, !texts.contains(where: \.isEmpty) else {
        return "a text in quotes, or an array of such texts"
      }
      settings.stop = texts
    }
    return nil
  }
}
