/// A universally unique identifier.
public struct UUIDText: FormattedText {
  public static var formatNumber: UInt8 { 14 }

  public let text: String

  public init(trusted text: String) {
    self.text = text
  }
}
