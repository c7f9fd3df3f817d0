/// A time of day, such as `09:30:00Z`.
public struct ClockTime: FormattedText {
  public static var formatNumber: UInt8 { 2 }

  public let text: String

  public init(checked text: CheckedText) {
    self.text = text.string
  }
}

extension ClockTime {
  /// The hour, from 0 to 23.
  public var hour: Int { number(0..<2) }

  /// The minute, from 0 to 59.
  public var minute: Int { number(3..<5) }

  /// The second, from 0 to 59, or 60 for a leap second.
  public var second: Int { number(6..<8) }

  /// The part of a second after the whole ones, from 0 up to 1.
  public var fraction: Double {
    let digits = fractionDigits
    return digits.isEmpty ? 0 : Double("0.\(digits)") ?? 0
  }

  /// The part of a second after the whole ones in billionths; digits beyond the ninth are left out.
  public var nanosecond: Int {
    let digits = fractionDigits.prefix(9)
    return Int(digits + String(repeating: "0", count: 9 - digits.count)) ?? 0
  }

  /// How many minutes the time is ahead of UTC; 0 for `Z`.
  public var offsetInMinutes: Int {
    guard text.utf8.last.map({ $0 | 0x20 }) != UInt8(ascii: "z") else { return 0 }
    let start = text.utf8.count - 6
    let minutes = number(start + 1..<start + 3) * 60 + number(start + 4..<start + 6)
    return text.utf8.dropFirst(start).first == UInt8(ascii: "-") ? -minutes : minutes
  }

  /// The digits after the point.
  var fractionDigits: Substring {
    let rest = text.utf8.dropFirst(8)
    guard rest.first == UInt8(ascii: ".") else { return "" }
    return Substring(rest.dropFirst().prefix { 0x30...0x39 ~= $0 })
  }
}
