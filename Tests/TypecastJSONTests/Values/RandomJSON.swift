import TypecastJSON

/// Values, texts and parts of texts that look random and are the same for the same generator.
enum RandomJSON {
  /// A value with at most so many levels, and a text of it with white space and escapes here and there.
  static func value(levels: Int, using generator: inout SeededGenerator) -> (value: JSONValue, text: String) {
    switch Int.random(in: 0...(levels > 0 ? 9 : 6), using: &generator) {
    case 0: return (.null, "null")
    case 1: return (true, "true")
    case 2: return (false, "false")
    case 3, 4:
      let text = number(using: &generator)
      return (JSONNumber(text).map(JSONValue.number) ?? .null, text)
    case 5, 6:
      let (content, text) = string(using: &generator)
      return (.string(content), text)
    case 7:
      var elements: [JSONValue] = []
      var texts: [String] = []
      for _ in 0..<Int.random(in: 0...5, using: &generator) {
        let element = value(levels: levels - 1, using: &generator)
        elements.append(element.value)
        texts.append(space(using: &generator) + element.text + space(using: &generator))
      }
      return (.array(elements), "[" + (texts.isEmpty ? space(using: &generator) : texts.joined(separator: ",")) + "]")
    default:
      var object = JSONObject()
      var texts: [String] = []
      for _ in 0..<Int.random(in: 0...(levels == 1 ? 60 : 6), using: &generator) {
        let (key, keyText) = string(using: &generator)
        if object[key] != nil { continue }
        let member = value(levels: levels - 1, using: &generator)
        object[key] = member.value
        let colon = space(using: &generator) + ":" + space(using: &generator)
        texts.append(space(using: &generator) + keyText + colon + member.text + space(using: &generator))
      }
      return (.object(object), "{" + (texts.isEmpty ? space(using: &generator) : texts.joined(separator: ",")) + "}")
    }
  }

  static func number(using generator: inout SeededGenerator) -> String {
    func digits(_ range: ClosedRange<Int>) -> String {
      String(
        (0..<Int.random(in: range, using: &generator)).map { _ in "0123456789".randomElement(using: &generator) ?? "0" }
      )
    }
    var text = Bool.random(using: &generator) ? "-" : ""
    let whole = digits(1...(Bool.random(using: &generator) ? 3 : 25))
    let trimmed = whole.drop { $0 == "0" }
    text += trimmed.isEmpty ? "0" : trimmed
    if Bool.random(using: &generator) { text += "." + digits(1...8) }
    if Int.random(in: 0...3, using: &generator) == 0 {
      text += ["e", "E", "e+", "E-"].randomElement(using: &generator) ?? "e"
      text += digits(1...3)
    }
    return text
  }

  static func string(using generator: inout SeededGenerator) -> (content: String, text: String) {
    var (content, text) = ("", "\"")
    for _ in 0..<Int.random(in: 0...9, using: &generator) {
      let (written, meant) = piece(using: &generator)
      content.unicodeScalars.append(contentsOf: meant.unicodeScalars)
      text.unicodeScalars.append(contentsOf: written.unicodeScalars)
    }
    return (content, text + "\"")
  }

  /// A piece of a string as written and as meant.
  static func piece(using generator: inout SeededGenerator) -> (written: String, meant: String) {
    let pieces: [(String, String)] = [
      ("a", "a"), ("bcdefgh", "bcdefgh"), ("0123456789abcdef", "0123456789abcdef"), (" ", " "), ("é", "é"),
      ("e\u{301}", "e\u{301}"), ("日本語", "日本語"), ("😀", "😀"), ("\u{7F}", "\u{7F}"), ("/", "/"),
      (#"\""#, "\""), (#"\\"#, "\\"), (#"\/"#, "/"), (#"\n"#, "\n"), (#"\t"#, "\t"), (#"\b"#, "\u{8}"),
      (#"\u0000"#, "\u{0}"),
      (#"\u00e9"#, "é"), (#"\u20AC"#, "€"), (#"\ud83d\ude00"#, "😀"), (#"\u0061"#, "a"),
    ]
    return pieces.randomElement(using: &generator) ?? ("", "")
  }

  private static func space(using generator: inout SeededGenerator) -> String {
    [" ", "\n", "\r\n", "\t", "\n          "].randomElement(using: &generator).map {
      Bool.random(using: &generator) ? $0 : ""
    } ?? ""
  }
}
