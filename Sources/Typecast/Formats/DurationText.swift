/// A length of time, such as `P3DT4H`.
public struct DurationText: FormattedText {
  public static var formatNumber: UInt8 { 3 }

  public let text: String

  public init(checked text: CheckedText) {
    self.text = text.string
  }
}

extension DurationText {
  /// The years; of this as of all other parts, 0 where there are none, and the largest `Int` for all that are larger.
  public var years: Int { amount("Y", inTime: false) }

  /// The months, not counting those of the years.
  public var months: Int { amount("M", inTime: false) }

  /// The weeks; where there are any, ISO 8601 has no other parts beside them.
  public var weeks: Int { amount("W", inTime: false) }

  /// The days.
  public var days: Int { amount("D", inTime: false) }

  /// The hours.
  public var hours: Int { amount("H", inTime: true) }

  /// The minutes, not counting those of the hours.
  public var minutes: Int { amount("M", inTime: true) }

  /// The whole seconds, not counting those of the minutes.
  public var seconds: Int { amount("S", inTime: true) }

  /// The length in seconds, where a day has 24 hours; nil where years or months, which differ in length, are among the parts,
  /// and where it is more than an `Int` holds.
  public var totalSeconds: Int? {
    guard years == 0, months == 0 else { return nil }
    var total = 0
    for (amount, length) in [(weeks, 604_800), (days, 86_400), (hours, 3600), (minutes, 60), (seconds, 1)] {
      let (product, isLarge) = amount.multipliedReportingOverflow(by: length)
      let (sum, isLarger) = total.addingReportingOverflow(product)
      if isLarge || isLarger || amount == .max { return nil }
      total = sum
    }
    return total
  }

  /// The number before a designator, in the part before or after `T`.
  private func amount(_ designator: Unicode.Scalar, inTime: Bool) -> Int {
    var isTime = false
    var start = 1
    for (index, byte) in text.utf8.enumerated().dropFirst() where !(0x30...0x39 ~= byte) {
      if byte == UInt8(ascii: "T") { isTime = true }
      if byte == UInt8(ascii: designator), isTime == inTime { return number(start..<index) }
      start = index + 1
    }
    return 0
  }
}
