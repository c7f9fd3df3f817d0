/// An address of electronic mail.
public struct EmailAddress: FormattedText {
  public static var formatNumber: UInt8 { 4 }

  public let text: String

  public init(trusted text: String) {
    self.text = text
  }
}
