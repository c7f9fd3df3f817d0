#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// When something was recorded, to the second and in UTC, such as `2026-11-21T01:16:03Z`.
public struct RecordingDate: Hashable, Sendable, CustomStringConvertible {
  public let description: String

  /// Seconds since 1970.
  public let seconds: Int

  /// The current second, from the machine's clock.
  public static var now: RecordingDate { RecordingDate(seconds: time(nil)) }

  /// The date so many seconds after 1970 began; what lies outside of the years 0 to 9999 is moved to their borders.
  public init(seconds: Int) {
    var moment = time_t(min(max(seconds, -62_167_219_200), 253_402_300_799))
    self.seconds = moment
    var parts = tm()
    gmtime_r(&moment, &parts)
    func padded(_ number: Int32, _ length: Int = 2) -> String { String(String(Int(number) + 100_000).suffix(length)) }
    description =
      "\(padded(parts.tm_year + 1900, 4))-\(padded(parts.tm_mon + 1))-\(padded(parts.tm_mday))"
      + "T\(padded(parts.tm_hour)):\(padded(parts.tm_min)):\(padded(parts.tm_sec))Z"
  }

  /// Reads what ``description`` writes.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 20 else { return nil }
    func number(_ from: Int, _ to: Int) -> Int32 { bytes[from..<to].reduce(0) { $0 * 10 + Int32($1 & 15) } }
    var parts = tm()
    (parts.tm_year, parts.tm_mon, parts.tm_mday) = (number(0, 4) - 1900, number(5, 7) - 1, number(8, 10))
    (parts.tm_hour, parts.tm_min, parts.tm_sec) = (number(11, 13), number(14, 16), number(17, 19))
    self.init(seconds: timegm(&parts))
    // Whatever else was there, or a day that its month does not have, comes out as another text.
    guard description == text else { return nil }
  }
}
