/// A moment, such as `2026-03-01T09:30:00Z`.
public struct DateTime: FormattedText {
  public static var formatNumber: UInt8 { 0 }

  public let text: String

  public init(trusted text: String) {
    self.text = text
  }
}
