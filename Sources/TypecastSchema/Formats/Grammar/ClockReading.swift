/// A `full-time` of RFC 3339: time of day, fraction and offset.
struct ClockReading {
  private let minuteOfDay: Int
  private let second: Int
  private let offset: Int

  /// Reads the bytes from `start` to the end of a text; `nil` unless they follow the grammar with every number in its
  /// range, where 60 is a second.
  @inline(__always)
  init?(_ text: UnsafeBufferPointer<UInt8>, from start: Int) {
    guard text.count >= start + 9, text[start + 2] == UInt8(ascii: ":"), text[start + 5] == UInt8(ascii: ":"),
      let hour = Digits.pair(text, at: start), let minute = Digits.pair(text, at: start + 3),
      let second = Digits.pair(text, at: start + 6), hour < 24, minute < 60, second <= 60
    else { return nil }
    minuteOfDay = hour * 60 + minute
    self.second = second
    var index = start + 8
    if text[index] == UInt8(ascii: ".") {
      let first = index + 1
      index = Digits.end(in: text, from: first)
      guard index > first, index < text.count else { return nil }
    }
    if text[index] | 0x20 == UInt8(ascii: "z") {
      guard index + 1 == text.count else { return nil }
      offset = 0
      return
    }
    let sign = text[index]
    guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"), index + 6 == text.count,
      text[index + 3] == UInt8(ascii: ":"), let hours = Digits.pair(text, at: index + 1),
      let minutes = Digits.pair(text, at: index + 4), hours < 24, minutes < 60
    else { return nil }
    let distance = hours * 60 + minutes
    offset = sign == UInt8(ascii: "+") ? distance : -distance
  }

  var isLeapSecond: Bool { second == 60 }

  /// Whether the time can occur on some day: a leap second only ends a day of UTC.
  var isPossible: Bool {
    let minutesPerDay = 1440
    return !isLeapSecond || (minuteOfDay - offset + minutesPerDay) % minutesPerDay == minutesPerDay - 1
  }

  /// How many days the date in UTC is ahead of the date at the offset.
  var daysToUTC: Int {
    let minute = minuteOfDay - offset
    return minute < 0 ? -1 : minute < 1440 ? 0 : 1
  }
}
