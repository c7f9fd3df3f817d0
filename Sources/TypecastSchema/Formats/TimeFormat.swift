/// `time`: a `full-time` of RFC 3339 section 5.6, with its offset from UTC.
enum TimeFormat: FormatRule {
  static let name = "time"
  static let drafts = Draft.draft7...Draft.draft2020
  static let explanation = "a time with its offset as in RFC 3339, such as 12:00:00Z or 14:00:00+02:00"

  static func accepts(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    ClockReading(text, from: 0)?.isPossible ?? false
  }
}
