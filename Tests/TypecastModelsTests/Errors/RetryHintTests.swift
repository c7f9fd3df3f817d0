import Testing
import Typecast

@testable import TypecastModels

@Suite("How long to wait")
struct RetryHintTests {
  private static let date = ("Date", "Fri, 27 Nov 2026 10:00:00 GMT")

  @Test(
    "Headers",
    arguments: [
      ([("Retry-After", "3")], 3), ([("retry-after", " 1.5 ")], 1.5), ([("retry-after-ms", "250")], 0.25),
      ([("retry-after", "9"), ("retry-after-ms", "1500.5")], 1.5005), ([("retry-after", "0")], 0),
      ([("retry-after", "604800")], 604_800), ([("retry-after", "1m30s")], 90),
      ([date, ("retry-after", "Fri, 27 Nov 2026 10:00:20 GMT")], 20),
      ([date, ("retry-after", "Friday, 27-Nov-2026 10:00:20 GMT")], 20),
      ([date, ("retry-after", "Fri, 27 Nov 2026 09:00:00 GMT")], 0),
      ([date, ("retry-after", "2026-11-27T11:00:00+01:00")], 0),
      ([("retry-after-ms", "x"), ("retry-after", "2")], 2),
      // None is meant.
      ([], nil), ([("retry-after", "-3")], nil), ([("retry-after", "")], nil), ([("retry-after", "soon")], nil),
      ([("retry-after", "1e400")], nil), ([("retry-after", "NaN")], nil), ([("retry-after", "inf")], nil),
      ([("retry-after", "99999999999999999999999999")], 1_000_000_000), ([("retry-after", "0x10")], nil),
      ([("retry-after", ".")], nil), ([("retry-after", "١٢")], nil),
      ([date, ("retry-after", "Fri, 99 Nov 2026 10:00:20 GMT")], nil),
      ([date, ("retry-after", "Fri, 27 Nov 999999999999 10:00:20 GMT")], nil),
      ([("date", "x"), ("retry-after", "Fri, 27 Nov 2026 10:00:20 GMT")], nil),
    ] as [([(String, String)], Double?)])
  func headers(fields: [(String, String)], seconds: Double?) {
    let headers = HTTPHeaders(fields.map { (name: $0.0, value: $0.1) })
    #expect(RetryHint.header(headers) == seconds.map { .nanoseconds(Int64(($0 * 1e9).rounded())) })
  }

  @Test("A date is compared with the time that is given where no header says what time it is")
  func clock() {
    let headers = HTTPHeaders([("retry-after", "Thu, 01 Jan 1970 00:01:00 GMT")])
    #expect(RetryHint.header(headers, now: 20) == .seconds(40))
    #expect(RetryHint.header(headers) == nil)
  }

  @Test(
    "Texts",
    arguments: [
      ("Please try again in 3.2s. Visit the page.", 3.2), ("try again in 1m30s", 90), ("Try again in 350ms.", 0.35),
      ("Please retry in 34.07s.", 34.07), ("Please retry after 6 seconds.", 6), ("try again in 2 minutes", 120),
      ("try again in 7m12.345s", 432.345), ("try again in 1h2m3s", 3723), ("please wait 20 sec and retry", 20),
      ("wait for it, then try again in 5s", 5), ("try again in a while; retry in 9s", 9),
      ("Try again later.", nil), ("try again in", nil), ("try again in -5s", nil), ("try again in 5 apples", nil),
      ("try again in 99999999999999999999s", nil), ("retry in 1.2.3s", nil), ("", nil),
    ] as [(String, Double?)])
  func texts(text: String, seconds: Double?) {
    #expect(RetryHint.said(text) == seconds.map { .nanoseconds(Int64(($0 * 1e9).rounded())) })
  }

  @Test("A long text takes no long time", .timeLimit(.minutes(10)))
  func long() {
    #expect(RetryHint.said(String(repeating: "try again in ", count: 100_000)) == nil)
  }

  @Test(
    "Bodies",
    arguments: [
      (#"{"error":{"details":[{"@type":"t","retryDelay":"34.074824224s"}]}}"#, 34.074824224),
      (#"{"error":{"details":[{"retryDelay":"-1s"}]}}"#, nil), (#"{"error":{"details":[{"retryDelay":5}]}}"#, nil),
      (#"{"error":{"message":"retry in 2s"}}"#, 2), (#"[{"error":{"message":"retry in 2s"}}]"#, 2),
    ] as [(String, Double?)])
  func bodies(body: String, seconds: Double?) {
    let signal = ErrorSignal(status: 429, body: Array(body.utf8))
    #expect(signal.wait(now: nil) == seconds.map { .nanoseconds(Int64(($0 * 1e9).rounded())) })
  }

  @Test(
    "Limits of which nothing is left",
    arguments: [
      ([("x-ratelimit-remaining-requests", "0"), ("x-ratelimit-reset-requests", "6m0s")], 360),
      ([("x-ratelimit-remaining-tokens", "0"), ("x-ratelimit-reset-tokens", "88ms")], 0.088),
      ([("x-ratelimit-remaining-requests", "5"), ("x-ratelimit-reset-requests", "6m0s")], nil),
      (
        [
          ("x-ratelimit-remaining-requests", "0"), ("x-ratelimit-reset-requests", "1s"),
          ("x-ratelimit-remaining-tokens", "0"), ("x-ratelimit-reset-tokens", "2s"),
        ], 2
      ),
      (
        [
          date, ("anthropic-ratelimit-input-tokens-remaining", "0"),
          ("anthropic-ratelimit-input-tokens-reset", "2026-11-27T10:00:30Z"),
        ], 30
      ),
      ([date, ("x-ratelimit-remaining", "0"), ("x-ratelimit-reset", "1795773605000")], 5),
      ([date, ("x-ratelimit-remaining", "0"), ("x-ratelimit-reset", "1795773605")], 5),
      ([("x-ratelimit-remaining-tokens", "0"), ("x-ratelimit-reset-tokens", "-1s")], nil),
      ([("x-ratelimit-reset-tokens", "1s")], nil),
    ] as [([(String, String)], Double?)])
  func resets(fields: [(String, String)], seconds: Double?) {
    let headers = HTTPHeaders(fields.map { (name: $0.0, value: $0.1) })
    #expect(RetryHint.reset(headers) == seconds.map { .nanoseconds(Int64(($0 * 1e9).rounded())) })
  }

  @Test("Limits are listed by name, in their order")
  func limits() {
    let limits = RateLimit.all(
      in: HTTPHeaders([
        ("X-RateLimit-Limit-Requests", "60"), ("x-ratelimit-limit-tokens", "1000.0"),
        ("x-ratelimit-remaining-requests", "59"), ("x-ratelimit-reset-requests", "1s"),
        ("anthropic-ratelimit-output-tokens-limit", "8"), ("anthropic-priority-input-tokens-remaining", "-1"),
        ("x-ratelimit-other", "1"), ("x-ratelimit-limit-tokens", "1e300"), ("content-type", "x"),
      ]))
    #expect(limits.map(\.name) == ["requests", "tokens", "output-tokens", "priority-input-tokens"])
    #expect(limits.first == RateLimit("requests", limit: 60, remaining: 59, reset: .seconds(1)))
    #expect(limits.last?.remaining == 0)
  }

  @Test("A server that sends a header for every thing there is gets a short list")
  func many() {
    let headers = HTTPHeaders((0..<10_000).map { ("x-ratelimit-limit-t\($0)", "1") })
    #expect(RateLimit.all(in: headers).count == 32)
  }

  @Test(
    "Dates",
    arguments: [
      ("Thu, 01 Jan 1970 00:00:00 GMT", 0), ("Thu, 29 Feb 2024 12:00:00 GMT", 1_709_208_000),
      ("Sun Nov  6 08:49:37 1994", nil), ("", nil), ("a b c d e", nil), ("Fri, 27 Nov 2026 25:00:00 GMT", nil),
    ] as [(String, Int?)])
  func dates(text: String, seconds: Int?) {
    #expect(HTTPDate.seconds(text) == seconds)
  }

  @Test(
    "Dates of RFC 3339",
    arguments: [
      ("1970-01-01T00:00:00Z", 0), ("2024-02-29T12:00:00.5Z", 1_709_208_000),
      ("2024-02-29T14:00:00+02:00", 1_709_208_000),
      ("2024-02-29T10:00:00-02:00", 1_709_208_000), ("2024-02-29", nil), ("2024-13-01T00:00:00Z", nil), ("T", nil),
      ("2024-02-29T12:00:00+99999999999999999999:00", nil), ("2024-02-29T12:00:00x", nil),
    ] as [(String, Int?)])
  func rfc3339(text: String, seconds: Int?) {
    #expect(HTTPDate.rfc3339(text) == seconds)
  }
}
