import TypecastJSON

extension PromptTemplate {
  /// The template as the text of a prompt file, from which the same template is read.
  public var text: String {
    var writer = PromptWriter()
    writer.write(settings)
    for message in messages { writer.write(message) }
    return writer.output
  }
}

/// Writes the text of a prompt file, line by line: what a line needs of escapes shows when it is whole.
private struct PromptWriter {
  private enum Piece {
    case text(String)
    case tag(String, isStandalone: Bool)
  }

  private(set) var output = ""
  private var line: [Piece] = []

  mutating func write(_ settings: PromptSettings) {
    var lines: [String] = []
    if let temperature = settings.temperature.flatMap(JSONNumber.init) { lines.append("temperature: \(temperature)") }
    if let maxTokens = settings.maxTokens { lines.append("max_tokens: \(maxTokens)") }
    if let seed = settings.seed { lines.append("seed: \(seed)") }
    if !settings.stop.isEmpty { lines.append("stop: \(JSONValue.array(settings.stop.map { .string($0) }))") }
    if !lines.isEmpty { output += "---\n\(lines.joined(separator: "\n"))\n---\n" }
  }

  mutating func write(_ message: PromptTemplate.Message) {
    if !output.isEmpty { output += "\n" }
    output += "# \(message.role.rawValue)\n\n"
    write(message.segments)
    endLine()
  }

  private mutating func write(_ segments: [PromptTemplate.Segment]) {
    for segment in segments {
      switch segment {
      case .text(let text): write(text)
      case .variable(let name): line.append(.tag("{{\(name)}}", isStandalone: false))
      case .section(let name, let inner): write("#", name, inner)
      case .inverted(let name, let inner): write("^", name, inner)
      }
    }
  }

  private mutating func write(_ sigil: String, _ name: PromptName, _ inner: [PromptTemplate.Segment]) {
    line.append(.tag("{{\(sigil)\(name)}}", isStandalone: true))
    write(inner)
    line.append(.tag("{{/\(name)}}", isStandalone: true))
  }

  private mutating func write(_ text: String) {
    let parts = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (number, part) in parts.enumerated() {
      if number > 0 { endLine() }
      if part.isEmpty { continue }
      let piece = String(decoding: part, as: UTF8.self)
      if case .text(let before)? = line.last {
        line[line.count - 1] = .text(before + piece)
      } else {
        line.append(.text(piece))
      }
    }
  }

  // MARK: - Lines

  private mutating func endLine() {
    var text: [UInt8] = []
    let isAlone = isAloneInLine
    for (number, piece) in line.enumerated() {
      switch piece {
      case .text(let piece):
        let next = number + 1 < line.count ? line[number + 1] : nil
        var isBeforeTag = false
        if case .tag? = next { isBeforeTag = true }
        text += Self.escaped(Array(piece.utf8), isBeforeTag: isBeforeTag)
      case .tag(let tag, let isStandalone):
        text += tag.utf8
        // Two tags in a line keep it.
        if isAlone, isStandalone { text += "{{!}}".utf8 }
      }
    }
    let rest = text.drop { $0 == 0x5C }
    if rest.first == 0x23, rest.dropFirst().first.map(PromptLine.isBlank) ?? true { output += "\\" }
    output += String(decoding: text, as: UTF8.self) + "\n"
    line = []
  }

  /// Whether the line would vanish around its one tag.
  private var isAloneInLine: Bool {
    var tags = 0
    for piece in line {
      switch piece {
      case .text(let text): if !text.utf8.allSatisfy(PromptLine.isBlank) { return false }
      case .tag(_, let isStandalone):
        if !isStandalone { return false }
        tags += 1
      }
    }
    return tags == 1
  }

  /// A text in which no brace opens a tag.
  private static func escaped(_ text: [UInt8], isBeforeTag: Bool) -> [UInt8] {
    var result: [UInt8] = []
    var place = 0
    while place < text.count {
      let slashes = text[place...].prefix { $0 == 0x5C }.count
      let braces = text[(place + slashes)...].prefix { $0 == 0x7B }.count
      guard slashes + braces > 0 else {
        result.append(text[place])
        place += 1
        continue
      }
      place += slashes + braces
      let endsBeforeTag = isBeforeTag && place == text.count
      // The last brace of a run is plain, unless a tag follows it.
      let escapes = endsBeforeTag ? braces : braces - 1
      result += repeatElement(0x5C, count: escapes > 0 || endsBeforeTag && braces == 0 ? 2 * slashes : slashes)
      for number in 0..<braces {
        if number < escapes { result.append(0x5C) }
        result.append(0x7B)
        // A backslash counts only before two braces: the next one, escaped too, begins with its own.
        if number + 1 < escapes { result += "{{!}}".utf8 }
      }
    }
    return result
  }
}
