/// A length of time, such as `P3DT4H`.
public struct DurationText: FormattedText {
  public static var formatNumber: UInt8 { 3 }

  public let text: String

  public init(trusted text: String) {
    self.text = text
  }
}
