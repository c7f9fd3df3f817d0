/// A URI with its scheme.
public struct URIText: FormattedText {
  public static var formatNumber: UInt8 { 10 }

  public let text: String

  public init(trusted text: String) {
    self.text = text
  }
}
