import TypecastJSON

/// Texts of a schema as a sketch can hold them: each stays in its line, comment or literal.
enum SketchText {
  /// A text as part of a comment: what would end the line becomes a space, runs of white space shrink to one.
  static func flat(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var isPending = false
    for scalar in text.unicodeScalars {
      if isSpace(scalar) {
        isPending = !result.isEmpty
      } else {
        if isPending { result.append(" ") }
        isPending = false
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// A value as compact JSON without any character that could end a line.
  static func literal(_ value: JSONValue) -> String {
    escaped(JSONWriter().string(of: value))
  }

  /// The name of a member, quoted unless it is a plain word.
  static func name(_ name: String) -> String {
    isWord(name) ? name : literal(.string(name))
  }

  /// Several names of members.
  static func names(_ names: [String]) -> String {
    names.map(name).joined(separator: ", ")
  }

  /// A regular expression between slashes.
  static func pattern(_ source: String) -> String {
    var result = "/"
    var isEscaped = false
    for scalar in source.unicodeScalars {
      switch scalar {
      case "/" where !isEscaped: result += "\\/"
      case "\n": result += isEscaped ? "n" : "\\n"
      case "\r": result += isEscaped ? "r" : "\\r"
      default: result.unicodeScalars.append(scalar)
      }
      isEscaped = scalar == "\\" && !isEscaped
    }
    return escaped(result) + "/"
  }

  private static func isWord(_ name: String) -> Bool {
    guard let first = name.utf8.first, !(0x30...0x39).contains(first) else { return false }
    return name.utf8.allSatisfy { byte in
      switch byte {
      case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, 0x5F, 0x24: true
      default: false
      }
    }
  }

  private static func escaped(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: endsLine) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      guard endsLine(scalar) else {
        result.append(scalar)
        continue
      }
      let digits = String(scalar.value, radix: 16)
      result.append(contentsOf: "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".unicodeScalars)
    }
    return String(result)
  }

  private static func endsLine(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || endsLine(scalar)
  }
}
