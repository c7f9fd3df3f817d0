/// `regex`: a regular expression of ECMA-262.
///
/// The grammar is that of the `u` flag, with one thing that only holds without it: a character may be escaped
/// needlessly, as `\-` and `\"` so often are, unless it is a letter or a digit. What Annex B adds is refused.
enum RegexFormat: FormatRule {
  static let name = "regex"
  static let drafts = Draft.draft7...Draft.draft2020
  static let explanation = "an ECMA-262 regular expression such as ^[a-z]+$"

  static func accepts(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let source = String(validating: text, as: UTF8.self) else { return false }
    return isStrict(source) || isStrict(withoutNeedlessEscapes(source))
  }

  private static func isStrict(_ source: String) -> Bool {
    do {
      try Pattern.validate(source, strict: true)
      return true
    } catch {
      return false
    }
  }

  /// Writes every escape of a character that needs none as its number, which the `u` flag allows.
  private static func withoutNeedlessEscapes(_ source: String) -> String {
    var output = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in source.unicodeScalars {
      if isEscaped, isNeedless(scalar) {
        output.append(contentsOf: "u{\(String(scalar.value, radix: 16))}".unicodeScalars)
      } else {
        output.append(scalar)
      }
      isEscaped = !isEscaped && scalar == "\\"
    }
    return String(output)
  }

  private static func isNeedless(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.isASCII else { return !scalar.properties.isIDContinue }
    return !ASCIISet.meaningfulEscapes.contains(UInt8(scalar.value))
  }
}

extension ASCIISet {
  /// The characters that a backslash before them changes, or that need one to stand for themselves.
  fileprivate static let meaningfulEscapes = ASCIISet(alphanumericsAnd: "^$\\.*+?()[]{}|/")
}
