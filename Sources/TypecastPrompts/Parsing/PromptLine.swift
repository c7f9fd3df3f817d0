/// A line of a prompt's text: where it stands in the bytes, its end not included.
struct PromptLine {
  let start: Int
  let end: Int

  var isEmpty: Bool { start == end }

  /// The lines of a text; LF, CR and CRLF each end one.
  static func lines(of bytes: [UInt8]) -> [PromptLine] {
    var lines: [PromptLine] = []
    var start = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      guard byte == 0x0A || byte == 0x0D else { continue }
      lines.append(PromptLine(start: start, end: index - 1))
      if byte == 0x0D, index < bytes.count, bytes[index] == 0x0A { index += 1 }
      start = index
    }
    lines.append(PromptLine(start: start, end: bytes.count))
    return lines
  }

  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}

/// A piece of a line.
enum PromptToken {
  /// What a tag does.
  enum Kind {
    case variable, section, inverted, end
  }

  case text([UInt8])
  case tag(Kind, PromptName)
  /// `{{! … }}`
  case comment

  /// Whether the token, alone in its line, takes the line away with it.
  var isStandalone: Bool {
    switch self {
    case .text, .tag(.variable, _): false
    case .tag, .comment: true
    }
  }

  var isBlank: Bool {
    if case .text(let bytes) = self { bytes.allSatisfy(PromptLine.isBlank) } else { false }
  }
}
