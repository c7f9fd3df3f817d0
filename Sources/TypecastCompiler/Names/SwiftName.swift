import TypecastJSON

/// Names of Swift made from words that may be anything.
enum SwiftName {
  /// The words of a text: runs of letters and digits, divided where the case changes too.
  ///
  /// Characters that no identifier may hold divide words; what is left is ASCII letters, digits, and letters of other
  /// scripts that Swift takes.
  static func words(of text: String) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    var last: Kind = .other
    func end() {
      if !word.isEmpty { words.append(String(word)) }
      word = String.UnicodeScalarView()
    }
    let scalars = Array(text.unicodeScalars.prefix(200))
    for (index, scalar) in scalars.enumerated() {
      let kind = Kind(scalar)
      switch (last, kind) {
      case (_, .other): end()
      case (.lower, .upper), (.digit, .upper): end()
      case (.upper, .upper):
        // The last capital of a run belongs to the word after it: "HTTPServer".
        if index + 1 < scalars.count, Kind(scalars[index + 1]) == .lower { end() }
      default: break
      }
      if kind != .other { word.append(scalar) }
      last = kind
    }
    end()
    return words
  }

  private enum Kind {
    case lower, upper, digit, other

    init(_ scalar: Unicode.Scalar) {
      switch scalar {
      case "a"..."z": self = .lower
      case "A"..."Z": self = .upper
      case "0"..."9": self = .digit
      default:
        guard scalar.value >= 0x80 else {
          self = .other
          return
        }
        switch scalar.properties.generalCategory {
        case .lowercaseLetter, .otherLetter: self = SwiftName.isIdentifier(scalar) ? .lower : .other
        case .uppercaseLetter, .titlecaseLetter: self = SwiftName.isIdentifier(scalar) ? .upper : .other
        default: self = .other
        }
      }
    }
  }

  /// Whether Swift takes a scalar beyond ASCII in an identifier; only planes and ranges that are safely so.
  private static func isIdentifier(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x167F, 0x1681...0x180D, 0x180F...0x1DBF, 0x1E00...0x1FFF,
      0x3040...0x318F, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3:
      return scalar.properties.isXIDContinue
    default: return false
    }
  }

  /// A name in the manner of types; nil for a text without a letter or digit.
  static func type(_ words: [String]) -> String? {
    let joined = words.map(capitalized).joined()
    guard let first = joined.unicodeScalars.first else { return nil }
    return "0"..."9" ~= first ? "_" + joined : joined
  }

  /// A name in the manner of properties; nil for a text without a letter or digit.
  static func member(_ words: [String]) -> String? {
    guard let first = words.first else { return nil }
    let isAcronym = first.unicodeScalars.allSatisfy { !("a"..."z" ~= $0) }
    let head = isAcronym ? first.lowercased() : lowercasedFirst(first)
    let joined = head + words.dropFirst().map(capitalized).joined()
    guard let start = joined.unicodeScalars.first else { return nil }
    return "0"..."9" ~= start ? "_" + joined : joined
  }

  /// Whether a text can be a name as it is, but for the case of its first word.
  static func isName(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, first != "_", !("0"..."9" ~= first) else { return false }
    return text.unicodeScalars.count <= 200 && text.unicodeScalars.allSatisfy { $0 == "_" || isWordScalar($0) }
  }

  /// The name that a schema chooses for itself, if it is one.
  static func chosen(by schema: JSONNode) -> String? {
    schema["x-swift-name"]?.string.flatMap { isName($0) ? $0 : nil }
  }

  /// A chosen name in the manner of types.
  static func type(chosen name: String) -> String { capitalized(name) }

  /// A chosen name in the manner of properties.
  static func member(chosen name: String) -> String {
    guard let first = words(of: name).first, let head = member([first]) else { return name }
    return head + String(name.unicodeScalars.dropFirst(first.unicodeScalars.count))
  }

  private static func capitalized(_ word: String) -> String {
    guard let first = word.first else { return word }
    let head = first.uppercased()
    // "ß" becomes two letters, which is fine; what becomes something else stays as it is.
    return head.unicodeScalars.allSatisfy { isWordScalar($0) } ? head + word.dropFirst() : word
  }

  private static func lowercasedFirst(_ word: String) -> String {
    guard let first = word.first else { return word }
    let head = first.lowercased()
    return head.unicodeScalars.allSatisfy { isWordScalar($0) } ? head + word.dropFirst() : word
  }

  private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    "a"..."z" ~= scalar || "A"..."Z" ~= scalar || "0"..."9" ~= scalar || isIdentifier(scalar)
  }

  /// One thing where the name is that of many: "lines" gives "line".
  static func singular(_ words: [String]) -> [String]? {
    guard let last = words.last, last.utf8.count > 3 else { return nil }
    let stem: String
    if last.hasSuffix("ies") {
      stem = last.dropLast(3) + "y"
    } else if last.hasSuffix("sses") || last.hasSuffix("xes") || last.hasSuffix("ches") || last.hasSuffix("shes") {
      stem = String(last.dropLast(2))
    } else if last.hasSuffix("s"), !last.hasSuffix("ss"), !last.hasSuffix("us"), !last.hasSuffix("is") {
      stem = String(last.dropLast())
    } else {
      return nil
    }
    return words.dropLast() + [stem]
  }

  /// A name as it stands where Swift would read a keyword.
  static func escaped(_ name: String) -> String {
    keywords.contains(name) ? "`\(name)`" : name
  }

  /// Words that are keywords somewhere; in backticks each is a name like any other.
  private static let keywords: Set<String> = [
    "Any", "Protocol", "Self", "Type", "actor", "any", "as", "associatedtype", "async", "await", "borrowing", "break",
    "case", "catch", "class", "consume", "consuming", "continue", "convenience", "copy", "default", "defer", "deinit",
    "didSet", "discard", "do", "dynamic", "each", "else", "enum", "extension", "fallthrough", "false", "fileprivate",
    "final", "for", "func", "get", "guard", "if", "import", "in", "indirect", "infix", "init", "inout", "internal",
    "is",
    "isolated", "lazy", "left", "let", "macro", "mutating", "nil", "none", "nonisolated", "nonmutating", "open",
    "operator", "optional", "override", "package", "postfix", "precedence", "precedencegroup", "prefix", "private",
    "protocol", "public", "repeat", "required", "rethrows", "return", "right", "self", "sending", "set", "some",
    "static",
    "struct", "subscript", "super", "switch", "then", "throw", "throws", "true", "try", "typealias", "unowned", "var",
    "weak", "where", "while", "willSet", "yield",
  ]
}
