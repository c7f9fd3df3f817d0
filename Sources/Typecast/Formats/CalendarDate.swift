/// A day, such as `2026-03-01`.
public struct CalendarDate: FormattedText {
  public static var formatNumber: UInt8 { 1 }

  public let text: String

  public init(trusted text: String) {
    self.text = text
  }
}
