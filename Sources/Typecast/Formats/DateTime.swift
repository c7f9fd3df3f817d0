/// A moment, such as `2026-03-01T09:30:00Z`.
public struct DateTime: FormattedText {
  public static var formatNumber: UInt8 { 0 }

  public let text: String

  public init(checked text: CheckedText) {
    self.text = text.string
  }
}

extension DateTime {
  /// The day, as it is where the moment was written down.
  public var date: CalendarDate { CalendarDate(checked: CheckedText(string: String(text.utf8.prefix(10)) ?? text)) }

  /// The time of day with its offset.
  public var time: ClockTime { ClockTime(checked: CheckedText(string: String(text.utf8.dropFirst(11)) ?? text)) }

  /// How many whole seconds there are from 1970-01-01T00:00:00Z to this moment, leap seconds left out; negative before it.
  public var wholeSecondsSince1970: Int {
    let time = time
    return date.daysSince1970 * 86_400 + time.hour * 3600 + (time.minute - time.offsetInMinutes) * 60 + time.second
  }

  /// The same with the fraction, as Foundation's `Date(timeIntervalSince1970:)` takes it.
  public var secondsSince1970: Double { Double(wholeSecondsSince1970) + time.fraction }
}

/// Moments are in their order in time; the same moment written in two ways, in that of the texts.
extension DateTime: Comparable {
  public static func < (left: DateTime, right: DateTime) -> Bool {
    let (leftSecond, rightSecond) = (left.wholeSecondsSince1970, right.wholeSecondsSince1970)
    if leftSecond != rightSecond { return leftSecond < rightSecond }
    let (leftDigits, rightDigits) = (left.significantDigits, right.significantDigits)
    if leftDigits != rightDigits { return leftDigits.lexicographicallyPrecedes(rightDigits) }
    return left.isSpeltBefore(right)
  }

  /// The digits of the fraction without zeros at their end.
  private var significantDigits: [UInt8] {
    let digits = Array(time.fractionDigits.utf8)
    return Array(digits[..<((digits.lastIndex { $0 != 0x30 } ?? -1) + 1)])
  }
}
