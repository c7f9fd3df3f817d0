/// `uri-template`: a URI Template of RFC 6570, of any level.
enum URITemplateFormat: FormatRule {
  static let name = "uri-template"
  static let drafts = Draft.draft6...Draft.draft2020
  static let explanation = "a URI Template such as https://example.com/{user}{?page,size}"

  static func accepts(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let literals = ASCIISet.templateLiterals
    var index = 0
    while index < text.count {
      let byte = text[index]
      if literals.contains(byte) {
        index += 1
      } else if byte == UInt8(ascii: "{") {
        guard skipExpression(in: text, from: &index) else { return false }
      } else if byte == UInt8(ascii: "%") {
        guard URIGrammar.isPercentEncoding(text, at: index) else { return false }
        index += 3
      } else {
        guard byte >= 0x80, let scalar = UTF8Decoding.scalar(in: text, at: &index) else { return false }
        guard IRICharacters.isUniversal(scalar) || IRICharacters.isPrivate(scalar) else { return false }
      }
    }
    return true
  }

  private static func skipExpression(in text: UnsafeBufferPointer<UInt8>, from index: inout Int) -> Bool {
    index += 1
    if index < text.count, ASCIISet.templateOperators.contains(text[index]) { index += 1 }
    while true {
      guard skipName(in: text, from: &index), index < text.count else { return false }
      if text[index] == UInt8(ascii: "*") {
        index += 1
      } else if text[index] == UInt8(ascii: ":") {
        let start = index + 1
        index = Digits.end(in: text, from: start)
        guard 1...4 ~= index - start, text[start] != UInt8(ascii: "0") else { return false }
      }
      guard index < text.count else { return false }
      let delimiter = text[index]
      index += 1
      if delimiter == UInt8(ascii: "}") { return true }
      guard delimiter == UInt8(ascii: ",") else { return false }
    }
  }

  /// Moves past a name: letters, digits, `_` and percent-encodings, with single dots between them.
  private static func skipName(in text: UnsafeBufferPointer<UInt8>, from index: inout Int) -> Bool {
    while true {
      let start = index
      while index < text.count {
        if ASCII.isLetterOrDigit(text[index]) || text[index] == UInt8(ascii: "_") {
          index += 1
        } else if URIGrammar.isPercentEncoding(text, at: index) {
          index += 3
        } else {
          break
        }
      }
      guard index > start else { return false }
      guard index < text.count, text[index] == UInt8(ascii: ".") else { return true }
      index += 1
    }
  }
}

extension ASCIISet {
  /// What stands outside expressions; `'` was left out of the RFC by mistake (erratum 6937).
  fileprivate static let templateLiterals = ASCIISet(alphanumericsAnd: "!#$&'()*+,-./:;=?@[]_~")
  /// What may follow `{`, including the operators that the RFC reserves for later.
  fileprivate static let templateOperators = ASCIISet(characters: "+#./;?&=,!@|")
}
