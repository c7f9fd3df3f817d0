import TypecastJSON
import TypecastSchema

extension PromptParser {
  /// Takes a line apart into text and tags, escapes resolved.
  mutating func tokens(of line: PromptLine) -> [PromptToken] {
    var tokens: [PromptToken] = []
    var text: [UInt8] = []
    var place = line.start + (isEscapedHeading(line) ? 1 : 0)
    func flush() {
      if !text.isEmpty { tokens.append(.text(text)) }
      text = []
    }
    while place < line.end {
      let byte = bytes[place]
      let slashes = byte == 0x5C ? (place..<line.end).prefix { bytes[$0] == 0x5C }.count : 0
      guard opensTag(at: place + slashes, line) else {
        let count = max(slashes, 1)
        text += bytes[place..<(place + count)]
        place += count
        continue
      }
      // Two backslashes are one; one that is left takes the brace for text.
      text += repeatElement(0x5C, count: slashes / 2)
      place += slashes
      if slashes % 2 == 1 {
        text.append(0x7B)
        place += 1
        continue
      }
      flush()
      place = tag(at: place, line, &tokens)
    }
    flush()
    return tokens
  }

  private func opensTag(at place: Int, _ line: PromptLine) -> Bool {
    place + 1 < line.end && bytes[place] == 0x7B && bytes[place + 1] == 0x7B
  }

  /// Whether a line would open a message if it did not begin with a backslash.
  private func isEscapedHeading(_ line: PromptLine) -> Bool {
    let rest = bytes[line.start..<line.end].drop { $0 == 0x5C }
    guard rest.startIndex > line.start, rest.first == 0x23 else { return false }
    return rest.dropFirst().first.map(PromptLine.isBlank) ?? true
  }

  /// Reads the tag at a place, and says where the line goes on.
  private mutating func tag(at place: Int, _ line: PromptLine, _ tokens: inout [PromptToken]) -> Int {
    let start = place + 2
    guard let end = (start..<line.end).first(where: { bytes[$0] == 0x7D && $0 + 1 < line.end && bytes[$0 + 1] == 0x7D })
    else {
      report(.promptSyntax, "the tag isn't closed in its line; add \"}}\", or write \"\\{{\" for two braces", at: place)
      return line.end
    }
    var content = bytes[start..<end]
    let next = end + 2
    var kind = PromptToken.Kind.variable
    switch content.first {
    case 0x21:
      tokens.append(.comment)
      return next
    case 0x23: kind = .section
    case 0x5E: kind = .inverted
    case 0x2F: kind = .end
    case 0x7B, 0x26:
      let hint = "nothing is escaped here; write {{name}}, or \"\\{{{name}}\" for a brace before it"
      report(.promptSyntax, hint, at: place)
      return min(bytes[next..<line.end].first == 0x7D && content.first == 0x7B ? next + 1 : next, line.end)
    case 0x3E, 0x3D:
      report(.promptSyntax, "prompts have no partials and no other delimiters; write the text itself", at: place)
      return next
    default: break
    }
    if kind != .variable { content = content.dropFirst() }
    if let name = name(content, at: place) { tokens.append(.tag(kind, name)) }
    return next
  }

  private mutating func name(_ content: ArraySlice<UInt8>, at place: Int) -> PromptName? {
    let text = Self.trimmed(content)
    let position = index.position(of: place)
    if text == "." { return PromptName([], position: position) }
    if text.isEmpty {
      report(.promptSyntax, "the tag names nothing; write a name between the braces", at: place)
      return nil
    }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    let isName = parts.allSatisfy { part in
      !part.isEmpty
        && part.unicodeScalars.allSatisfy { scalar in
          scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar.properties.isXIDContinue
            || scalar == "-" || scalar == "$"
        }
    }
    guard isName else {
      report(
        .promptSyntax,
        "\(text.shownInMessage) is no name; for two braces as text write \"\\{{\"", at: place)
      return nil
    }
    return PromptName(parts, position: position)
  }
}
