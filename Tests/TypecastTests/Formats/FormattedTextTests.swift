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
    let id = "2eb8aa08-aa98-11ea-b4aa-73b441d16380"
    #expect(Set([UUIDText(id), UUIDText(id.uppercased())]).count == 2)
    #expect(UUIDText(id)?.number == UUIDText(id.uppercased())?.number)
  }

  @Test("A day has its parts, and an order")
  func days() throws {
    let day = try #require(CalendarDate("2024-02-29"))
    #expect((day.year, day.month, day.day) == (2024, 2, 29))
    #expect(CalendarDate(year: 2024, month: 2, day: 29) == day && CalendarDate(year: 2023, month: 2, day: 29) == nil)
    #expect(
      CalendarDate(year: 7, month: 1, day: 2)?.text == "0007-01-02" && CalendarDate(year: -1, month: 1, day: 1) == nil)
    let days = ["0000-01-01", "0000-03-01", "1969-12-31", "1970-01-01", "2000-02-29", "2026-11-27", "9999-12-31"]
    let numbers = [-719_528, -719_468, -1, 0, 11_016, 20_784, 2_932_896]
    #expect(days.compactMap { CalendarDate($0)?.daysSince1970 } == numbers)
    #expect(days.shuffled().compactMap { CalendarDate($0) }.sorted().map(\.text) == days)
  }

  @Test("A time has its parts")
  func times() throws {
    #expect(ClockTime("15:29:60.0625-08:30")?.second == 60)
    let plain = try #require(ClockTime("09:08:07.0625-08:30"))
    #expect((plain.hour, plain.minute, plain.second, plain.fraction, plain.nanosecond) == (9, 8, 7, 0.0625, 62_500_000))
    #expect(plain.offsetInMinutes == -510)
    let whole = try #require(ClockTime("09:08:07z"))
    #expect((whole.fraction, whole.nanosecond, whole.offsetInMinutes) == (0, 0, 0))
    #expect(ClockTime("09:08:07.1234567899Z")?.nanosecond == 123_456_789)
  }

  @Test("A moment has its day, its time and its place among the others")
  func moments() throws {
    let moment = try #require(DateTime("2026-03-01T09:30:00.5+01:00"))
    #expect(moment.date == CalendarDate("2026-03-01") && moment.time == ClockTime("09:30:00.5+01:00"))
    #expect(moment.secondsSince1970 == 1_772_353_800.5 && moment.wholeSecondsSince1970 == 1_772_353_800)
    #expect(DateTime("1969-12-31T23:59:59Z")?.wholeSecondsSince1970 == -1)
    let ordered = [
      "1970-01-01T00:00:00+00:01", "1970-01-01T00:00:00Z", "1970-01-01T01:00:00.0+01:00", "1970-01-01T00:00:00.09Z",
      "1970-01-01T00:00:00.1Z", "1969-12-31T23:00:01-01:00",
    ]
    #expect(ordered.shuffled().compactMap { DateTime($0) }.sorted().map(\.text) == ordered)
  }

  @Test("A duration has its parts, and a length where that is the same at all times")
  func durations() throws {
    let duration = try #require(DurationText("P1Y2M3DT4H5M6S"))
    #expect((duration.years, duration.months, duration.days) == (1, 2, 3))
    #expect((duration.hours, duration.minutes, duration.seconds, duration.weeks) == (4, 5, 6, 0))
    #expect(duration.totalSeconds == nil)
    #expect(DurationText("P2W")?.totalSeconds == 1_209_600 && DurationText("PT5M")?.totalSeconds == 300)
    #expect(DurationText("P3DT4H")?.totalSeconds == 273_600 && DurationText("P5M")?.minutes == 0)
    let long = try #require(DurationText("PT99999999999999999999S"))
    #expect(long.seconds == .max && long.totalSeconds == nil)
  }

  @Test("Addresses have their parts")
  func addresses() throws {
    let mail = try #require(EmailAddress(#""a@b"@example.com"#))
    #expect(mail.localPart == #""a@b""# && mail.domain == "example.com")
    let page = try #require(URIText("https://me:x@example.com:8080/a/b?c=%20#d"))
    #expect((page.scheme, page.user, page.host, page.port) == ("https", "me:x", "example.com", 8080))
    #expect((page.path, page.query, page.fragment) == ("/a/b", "c=%20", "d"))
    let numeric = try #require(URIText("http://[2001:db8::1]:80"))
    #expect((numeric.host, numeric.port, numeric.path) == ("2001:db8::1", 80, ""))
    let name = try #require(URIText("mailto:ada@example.com"))
    #expect((name.host, name.port, name.path) == (nil, nil, "ada@example.com"))
    let id = try #require(UUIDText("2EB8AA08-AA98-11EA-B4AA-73B441D16380"))
    #expect(id.bytes.prefix(3) == [0x2E, 0xB8, 0xAA] && id.bytes.count == 16)
  }
}
