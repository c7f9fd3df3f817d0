import TypecastJSON

/// A file with nothing in it, or with nothing but white space.
///
/// An empty text is no JSON. The schema that allows everything is `{}`.
enum EmptyFileRule {
  static func check(_ text: UnsafeBufferPointer<UInt8>, of name: String) -> Diagnostic? {
    guard text.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }) else { return nil }
    return Diagnostic(
      severity: .error, rule: .emptyFile, message: "the file is empty; the schema that allows everything is {}",
      document: name, pointer: nil, position: TextPosition(line: 1, column: 1, offset: 0))
  }
}

extension Diagnostic.Rule {
  /// A file has nothing but white space in it.
  public static let emptyFile = Self(rawValue: "empty-file")
}
