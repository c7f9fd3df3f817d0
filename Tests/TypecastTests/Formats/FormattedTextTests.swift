import Testing
import Typecast

@Suite("Strings of a format")
struct FormattedTextTests {
  @Test("Only what is of the format is taken, and its spelling stays")
  func formats() {
    #expect(DateTime("2026-03-01T09:30:00Z")?.text == "2026-03-01T09:30:00Z")
    #expect(DateTime("2026-03-01t09:30:00.50+01:00")?.description == "2026-03-01t09:30:00.50+01:00")
    #expect(DateTime("2026-02-30T09:30:00Z") == nil && DateTime("2026-03-01") == nil)
    #expect(CalendarDate("2024-02-29") != nil && CalendarDate("2023-02-29") == nil)
    #expect(ClockTime("09:30:00Z") != nil && ClockTime("09:30") == nil)
    #expect(DurationText("P3DT4H") != nil && DurationText("P") == nil)
    #expect(EmailAddress("ada@example.com") != nil && EmailAddress("ada") == nil)
    #expect(UUIDText("2EB8AA08-AA98-11EA-B4AA-73B441D16380") != nil && UUIDText("2eb8aa08") == nil)
    #expect(URIText("https://example.com/a?b#c") != nil && URIText("/a") == nil)
  }

  @Test("The spelling counts")
  func equality() {
    #expect(DateTime("2026-03-01T09:30:00Z") != DateTime("2026-03-01T09:30:00z"))
    #expect(Set([UUIDText(trusted: "\u{E9}"), UUIDText(trusted: "e\u{301}")]).count == 2)
  }
}
