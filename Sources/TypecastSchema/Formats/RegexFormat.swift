/// `regex`: a regular expression of ECMA-262.
///
/// The grammar is that of the `u` flag, with one thing that only holds without it: any character but a letter or a
/// digit may be escaped needlessly, as `\-` and `\"` so often are. What Annex B adds for old scripts is refused.
enum RegexFormat: FormatRule {
  static let name = "regex"
  static let drafts = Draft.draft7...Draft.draft2020
  static let explanation = "an ECMA-262 regular expression such as ^[a-z]+$"

  static func accepts(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let source = String(validating: text, as: UTF8.self) else { return false }
    return isStrict(source) || isStrict(String(decoding: withoutNeedlessEscapes(text), as: UTF8.self))
  }

  private static func isStrict(_ source: String) -> Bool {
    do {
      try Pattern.validate(source, strict: true)
      return true
    } catch {
      return false
    }
  }

  private static func withoutNeedlessEscapes(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    let meaningful = ASCIISet.meaningfulEscapes
    var output: [UInt8] = []
    output.reserveCapacity(text.count)
    var isInClass = false
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte == UInt8(ascii: "\\"), index + 1 < text.count {
        let escaped = text[index + 1]
        let isMeaningful = meaningful.contains(escaped) || isInClass && escaped == UInt8(ascii: "-")
        if isMeaningful { output.append(byte) }
        output.append(escaped)
        index += 2
        continue
      }
      if byte == UInt8(ascii: "[") { isInClass = true }
      if byte == UInt8(ascii: "]") { isInClass = false }
      output.append(byte)
      index += 1
    }
    return output
  }
}

extension ASCIISet {
  /// The characters that a backslash before them changes, or that need one to stand for themselves.
  fileprivate static let meaningfulEscapes = ASCIISet(alphanumericsAnd: "^$\\.*+?()[]{}|/")
}
