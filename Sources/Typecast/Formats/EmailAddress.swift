/// An address of electronic mail.
public struct EmailAddress: FormattedText {
  public static var formatNumber: UInt8 { 4 }

  public let text: String

  public init(checked text: CheckedText) {
    self.text = text.string
  }
}

extension EmailAddress {
  /// What stands before the `@`, with its quotation marks where it has them.
  public var localPart: String { text.utf8.lastIndex(of: UInt8(ascii: "@")).map { String(text[..<$0]) } ?? text }

  /// What stands after the `@`: the name of a domain, or an address in brackets.
  public var domain: String {
    text.utf8.lastIndex(of: UInt8(ascii: "@")).map { String(text[text.utf8.index(after: $0)...]) } ?? ""
  }
}
