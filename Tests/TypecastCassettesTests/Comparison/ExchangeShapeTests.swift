import Testing
import Typecast
import TypecastJSON

@testable import TypecastCassettes

@Suite("How the shapes of two answers differ")
struct ExchangeShapeTests {
  private func answer(
    _ body: String, status: Int = 200, headers: [RecordedHeader] = [], failure: TransportError.Kind? = nil
  ) -> Exchange {
    Exchange(
      RecordedRequest("POST", "http://127.0.0.1/x"),
      .response(
        RecordedResponse(
          status, headers: headers, chunks: [RecordedResponse.Chunk(Array(body.utf8))],
          failure: failure.map { RecordedFailure(TransportError($0, "it broke off")) })))
  }

  private func lines(_ old: Exchange, _ new: Exchange) -> [String] {
    ExchangeShape(new).differences(from: ExchangeShape(old)).told.map(\.description)
  }

  @Test(
    "Members and elements of one body",
    arguments: [
      (#"{"a":1}"#, #"{"a":-2.5}"#, []),
      (#"{"a":1}"#, #"{"a":null}"#, ["~ body/a: number -> null"]),
      (#"{"a":1}"#, #"{}"#, ["- body/a: number"]),
      (#"{}"#, #"{"a":{"b/c":[true]}}"#, ["+ body/a: object", "+ body/a/b~1c: array", "+ body/a/b~1c/*: boolean"]),
      (#"[1,2]"#, #"[3]"#, []),
      (#"[1,2]"#, #"[3,"x"]"#, ["~ body/*: number -> number | string"]),
      // Two spellings that Swift takes for one.
      ("{\"\u{F6}\":1}", "{\"o\u{308}\":1}", ["+ body/o\u{308}: number", "- body/\u{F6}: number"]),
      // A key that comes twice.
      (#"{"a":1,"a":2}"#, #"{"a":1,"a":"x"}"#, ["~ body/a: number -> string"]),
      // No JSON.
      ("some text", "another", []),
      ("some text", "", ["- body: text"]),
      ("some text", #"{"a":1}"#, ["~ body: text -> object", "+ body/a: number"]),
    ] as [(String, String, [String])])
  func bodies(old: String, new: String, expected: [String]) {
    #expect(lines(answer(old), answer(new)) == expected)
  }

  @Test(
    "Members that some elements have",
    arguments: [
      ("a", #"[{"a":1},{"a":2}]"#, #"[{"a":1},{},{}]"#, ["~ body/*/a: number in 2 of 2 -> number in 1 of 3"]),
      ("b", #"[{},{}]"#, #"[{},{"a":1}]"#, ["+ body/*/a: number in 1 of 2"]),
      ("c", #"[{},{"a":1}]"#, #"[{},{},{}]"#, ["- body/*/a: number in 1 of 2"]),
      ("d", #"[{},{"a":1}]"#, #"[{},{},{"a":1},{"a":1}]"#, []),
      ("e", #"[{},{"a":1}]"#, #"[{},{"a":"x"}]"#, ["~ body/*/a: number in 1 of 2 -> string in 1 of 2"]),
      (
        "within what is optional itself", #"[{},{"a":{"b":1}}]"#, #"[{},{"a":{"b":1}},{"a":{}}]"#,
        ["~ body/*/a/b: number in 1 of 1 -> number in 1 of 2"]
      ),
      // What has a sort is compared with its like.
      (
        "sorts", #"[{"type":"text","text":""}]"#, #"[{"type":"text","text":""},{"type":"tool_use","id":""}]"#,
        ["+ body/*(tool_use): object", "+ body/*(tool_use)/id: string", "+ body/*(tool_use)/type: string"]
      ),
      ("a type that is a text", #"[{"type":"what you say"}]"#, #"[{"type":"and what I say"}]"#, []),
    ] as [(String, String, String, [String])])
  func elements(name: String, old: String, new: String, expected: [String]) {
    #expect(lines(answer(old), answer(new)) == expected, "\(name)")
  }

  @Test(
    "A stream has the shape of all its events, however many there are",
    arguments: ["application/x-ndjson", "text/event-stream", nil])
  func streams(type: String?) {
    func stream(_ events: [String]) -> Exchange {
      let isEvents = type != "application/x-ndjson"
      return answer(
        events.map { isEvents ? "data: \($0)\n\n" : "\($0)\n" }.joined(),
        headers: type.map { [RecordedHeader("Content-Type", $0)] } ?? [])
    }
    let delta = #"{"m":{"c":"x"},"done":false}"#
    let end = #"{"m":{"c":""},"done":true,"count":1}"#
    #expect(lines(stream([delta, end]), stream([delta, delta, delta, end])) == [])
    #expect(lines(stream([end]), stream([delta, delta, end])) == [])
    let thought = #"{"m":{"c":"","t":"x"},"done":false}"#
    #expect(lines(stream([delta, end]), stream([thought, delta, end])) == ["+ stream/m/t: string"])
    #expect(lines(stream([delta, end]), stream([delta])) == ["- stream/count: number"])
  }

  @Test("Events of other sorts are compared with their like, and some are only there to keep the line open")
  func sorts() {
    let start = "event: message_start\ndata: {\"type\":\"message_start\",\"id\":\"1\"}\n\n"
    let named = "event: note\r\ndata: {\"a\":1,\r\ndata:\"b\":2}\r\n\r\n"
    let ping = ": comment\nevent: ping\ndata: {\"type\":\"ping\"}\n\n"
    #expect(lines(answer(start + named), answer(ping + start + ping + named)) == [])
    #expect(
      lines(answer(start + named), answer(start)) == [
        "- stream(note): object", "- stream(note)/a: number", "- stream(note)/b: number",
      ])
    #expect(
      lines(answer(start + "data: [DONE]\n\n"), answer(start + "data: oh\n\n")) == [
        "+ stream: text", "- stream([DONE]): text",
      ])
    // An error as bare JSON, over several lines.
    #expect(
      lines(answer(start), answer(start + "{\n  \"error\": {}\n}\n\n")) == [
        "+ stream: object", "+ stream/error: object",
      ])
  }

  @Test("Half an event at the end of a broken body has no shape")
  func broken() {
    let event = "data: {\"a\":1}\n\n"
    #expect(lines(answer(event, failure: .cut), answer(event + "data: {\"b\":2}", failure: .cut)) == [])
    let line = "{\"a\":1}\n"
    #expect(lines(answer(line + line, failure: .cut), answer(line + line + "{\"a", failure: .cut)) == [])
  }

  @Test("Of headers those count that clients act on, and not what they say of the day")
  func headers() {
    let old = [
      RecordedHeader("Date", "Sat"), RecordedHeader("Content-Type", "application/json; charset=utf-8"),
      RecordedHeader("x-ratelimit-remaining-tokens", "5"), RecordedHeader("x-request-id", "1"),
      RecordedHeader("openai-version", "2020-10-01"),
    ]
    let same = [
      RecordedHeader("date", "Sun"), RecordedHeader("content-type", "application/JSON"),
      RecordedHeader("X-RateLimit-Remaining-Tokens", "4"), RecordedHeader("cf-ray", "2"),
      RecordedHeader("OpenAI-Version", "2020-10-01"),
    ]
    #expect(lines(answer("{}", headers: old), answer("{}", headers: same)) == [])
    let other = [
      RecordedHeader("content-type", "text/plain"), RecordedHeader("openai-version", "2026-01-01"),
      RecordedHeader("Sunset", "Mon"),
    ]
    #expect(
      lines(answer("{}", headers: old), answer("{}", headers: other)) == [
        "~ header content-type: application/json -> text/plain",
        "~ header openai-version: 2020-10-01 -> 2026-01-01", "+ header sunset: text",
        "- header x-ratelimit-remaining-tokens: text",
      ])
  }

  @Test("An answer and an error, or one that broke off, have nothing in common that is compared")
  func endings() {
    let (body, error) = (#"{"a":1}"#, #"{"error":{}}"#)
    #expect(lines(answer(body), answer(error, status: 429)) == ["~ status: 200 -> 429"])
    #expect(lines(answer(body), answer("{", failure: .cut)) == ["+ failure: cut"])
    #expect(
      lines(answer(body, status: 200), answer(error, status: 201)) == [
        "~ status: 200 -> 201", "- body/a: number", "+ body/error: object",
      ])
    #expect(
      lines(answer(error, status: 400), answer(body, status: 422)) == [
        "~ status: 400 -> 422", "+ body/a: number", "- body/error: object",
      ])
    #expect(
      lines(answer(body, failure: .cut), answer("{}", failure: .reset)) == [
        "~ failure: cut -> reset", "- body/a: number",
      ])
  }

  @Test("An answer that was none before")
  func failures() {
    let failure = Exchange(
      RecordedRequest("POST", "http://127.0.0.1/x"), .failure(RecordedFailure(TransportError(.refused, "no"))))
    #expect(lines(failure, answer("x")) == ["+ status: 200", "- failure: refused"])
  }

  @Test("Long names are cut, and of many differences some are told")
  func giants() {
    let long = String(repeating: "x", count: 1 << 20)
    let marked = "e" + String(repeating: "\u{301}", count: 1 << 20)
    let told = lines(answer("{}"), answer(#"{"\#(long)":{"\#(marked)":1}}"#))
    #expect(told.count == 2 && told.allSatisfy { $0.utf8.count < 400 })
    let deep = (0..<400).reduce("1") { json, _ in "{\"\(String(repeating: "n", count: 500))\":\(json)}" }
    let differences = ExchangeShape(answer(deep)).differences(from: ExchangeShape(answer("1")))
    #expect(differences.told.count == 401 && differences.told.allSatisfy { $0.place.utf8.count < 1500 })
    #expect(differences.told.last?.place.contains("/…/") == true)
    let wide = "{" + (0..<5000).map { "\"m\($0)\":1" }.joined(separator: ",") + "}"
    let many = ExchangeShape(answer(wide)).differences(from: ExchangeShape(answer("{}")), limit: 10)
    #expect(many.told.count == 10 && many.others == 4990)
  }

  @Test("A shape differs from itself in nothing, and what came one way goes the other way")
  func mirrored() {
    var dice = Dice(state: 7)
    var differing = 0
    for _ in 0..<300 {
      let (old, new) = (answer(randomBody(&dice)), answer(randomBody(&dice)))
      #expect(ExchangeShape(old).differences(from: ExchangeShape(old)).isEmpty)
      let there = ExchangeShape(new).differences(from: ExchangeShape(old))
      let back = ExchangeShape(old).differences(from: ExchangeShape(new))
      #expect(there.told.map(\.place) == back.told.map(\.place))
      #expect(there.told.map(\.old) == back.told.map(\.new) && there.told.map(\.new) == back.told.map(\.old))
      differing += there.isEmpty ? 0 : 1
    }
    #expect(differing > 100)
  }
}

/// A body of JSON, or a stream of it, in which names and types come again.
private func randomBody(_ dice: inout Dice) -> String {
  func value(_ depth: Int, _ dice: inout Dice) -> JSONValue {
    switch Int.random(in: 0...(depth > 3 ? 3 : 6), using: &dice) {
    case 0: .null
    case 1: .bool(true)
    case 2: 7
    case 3: "text"
    case 4: .array((0..<Int.random(in: 0...3, using: &dice)).map { _ in value(depth + 1, &dice) })
    default: .object(object(depth, &dice))
    }
  }
  func object(_ depth: Int, _ dice: inout Dice) -> JSONObject {
    var object = JSONObject()
    for name in ["a", "b/c", "~", ""] where Bool.random(using: &dice) { object[name] = value(depth + 1, &dice) }
    if Bool.random(using: &dice) { object["type"] = Bool.random(using: &dice) ? "one" : "two" }
    return object
  }
  func text(_ dice: inout Dice) -> String { JSONWriter().string(of: .object(object(0, &dice))) }
  return switch Int.random(in: 0...3, using: &dice) {
  case 0: (0..<3).map { _ in "data: \(text(&dice))\n\n" }.joined()
  case 1: (0..<3).map { _ in "\(text(&dice))\n" }.joined()
  default: text(&dice)
  }
}
