import TypecastJSON

/// A file that begins with a byte-order mark.
///
/// JSON has none; the mark is skipped here, but other readers refuse the file. Editors call the right form "UTF-8
/// without BOM".
package enum ByteOrderMarkRule {
  /// U+FEFF in UTF-8.
  package static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// What there is to say about a file that begins with a mark; nil for one that does not.
  package static func check(_ bytes: [UInt8], of name: String) -> Diagnostic? {
    guard bytes.starts(with: mark) else { return nil }
    return Diagnostic(
      severity: .warning, rule: .byteOrderMark,
      message: "a byte-order mark is skipped; save the file as UTF-8 without one", document: name, pointer: nil,
      position: TextPosition(line: 1, column: 1, offset: 0))
  }
}

extension Diagnostic.Rule {
  /// A file begins with a byte-order mark.
  public static let byteOrderMark = Self(rawValue: "byte-order-mark")
}
