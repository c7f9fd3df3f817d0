/// `date`: a `full-date` of RFC 3339 section 5.6.
enum DateFormat: FormatRule {
  static let name = "date"
  static let drafts = Draft.draft7...Draft.draft2020
  static let explanation = "a date as in RFC 3339, such as 2024-05-01"

  static func accepts(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    text.count == CalendarReading.length && CalendarReading(text) != nil
  }
}
