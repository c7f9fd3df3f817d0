/// A time of day, such as `09:30:00Z`.
public struct ClockTime: FormattedText {
  public static var formatNumber: UInt8 { 2 }

  public let text: String

  public init(trusted text: String) {
    self.text = text
  }
}
