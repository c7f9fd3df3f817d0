import TestSupport
import Testing
import Typecast

@testable import TypecastCassettes

@Suite("What is written is read again")
struct RoundTripTests {
  private func again(_ cassette: Cassette) throws -> Cassette {
    try Cassette(cassette.xml())
  }

  private func exchange(_ body: [UInt8], chunks: [[UInt8]]) -> Exchange {
    Exchange(
      id: "a <\"b\"> &\t\n", note: "two\r\nlines", date: RecordingDate("2026-11-21T01:16:03Z"),
      RecordedRequest(
        "POST", "http://h/p?a=1&b=<\">'\n", headers: [RecordedHeader("a", " b\r\n\t"), RecordedHeader("c", "")],
        body: body),
      .response(
        RecordedResponse(
          200, headers: [RecordedHeader("d", "\u{1}e")], at: .microseconds(12),
          chunks: chunks.enumerated().map { RecordedResponse.Chunk($1, at: .microseconds(100 * $0)) },
          failure: RecordedFailure(TransportError(.cut, "It was cut & gone."), at: .seconds(2)))))
  }

  @Test(
    "Bodies of every kind",
    arguments: [
      "", " ", "\n", "{}", "{\"a\":1}", "{ \"a\": 1}", "[1,2.50,\"\\u00e9\"]", "[\"é\"]", "data: {\"a\":1}\n\n", "\r\n",
      "a\u{0}b", "]]>", "<!DOCTYPE html>", "&amp;", "\u{FFFE}", "\u{FFFF}x", "{\"a\":\"\u{FFFF}\"}", "\u{1F600}",
      "{\"a\":1}\n", "\u{85}\u{2028}", "[\"\u{7F}\"]",
    ])
  func bodies(text: String) throws {
    let body = Array(text.utf8)
    for chunks in [[], [body], body.map { [$0] }, [[], body, []]] {
      let cassette = Cassette(.authored, note: "n", [exchange(body, chunks: chunks)])
      #expect(try again(cassette) == cassette)
    }
  }

  @Test("Bytes that are no text, and those that are cut inside of a character")
  func bytes() throws {
    var dice = SystemRandomNumberGenerator()
    for length in [1, 2, 3, 56, 57, 58, 1000] {
      let body = (0..<length).map { _ in UInt8.random(in: 0...255, using: &dice) }
      let cassette = Cassette(.recorded, [exchange(body, chunks: [body, Array("é".utf8.prefix(1))])])
      #expect(try again(cassette) == cassette)
    }
  }

  @Test("Bodies that are too long for one text, some of which divide a character", arguments: [1, 0, 2].sampled(3))
  func long(shift: Int) throws {
    let body = Array((String(repeating: "x", count: shift) + String(repeating: "€", count: 400_000)).utf8)
    let json = Array(("[\"" + String(repeating: "x", count: 1_100_000) + "\"]").utf8)
    let bytes = [UInt8](repeating: 0xFF, count: 1_100_000)
    let cassette = Cassette(.recorded, [exchange(body, chunks: [json, bytes, body]), exchange(json, chunks: [json])])
    #expect(try again(cassette) == cassette)
  }

  @Test("Requests without an answer")
  func failures() throws {
    let failure = RecordedFailure(TransportError(.firstByteTimeout, "Nobody answered."), at: .seconds(30))
    let cassette = Cassette(.recorded, [Exchange(RecordedRequest("GET", "http://h/"), .failure(failure))])
    #expect(try again(cassette) == cassette)
    #expect(try again(Cassette(.authored)) == Cassette(.authored))
  }

  @Test("A cassette reads well")
  func layout() throws {
    let cassette = Cassette(
      .recorded, note: "One call.",
      [
        Exchange(
          id: "chat", date: RecordingDate(seconds: 0),
          RecordedRequest(
            "POST", "http://127.0.0.1:11434/api/chat", headers: [RecordedHeader("content-type", "application/json")],
            body: Array(#"{"model":"m","stream":true}"#.utf8)),
          .response(
            RecordedResponse(
              200, at: .milliseconds(4),
              chunks: [
                RecordedResponse.Chunk(Array("data: {\"a\":\"<b>\"}\n\n".utf8), at: .milliseconds(5)),
                RecordedResponse.Chunk(Array("data: [DONE]\n\n".utf8), at: .milliseconds(6)),
              ])))
      ])
    #expect(
      String(decoding: try cassette.xml(), as: UTF8.self) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <cassette version="1" origin="recorded">
          <note>One call.</note>
          <exchange id="chat" recorded="1970-01-01T00:00:00Z">
            <request method="POST" url="http://127.0.0.1:11434/api/chat">
              <header name="content-type">application/json</header>
              <body as="json">{
          "model": "m",
          "stream": true
        }</body>
            </request>
            <response status="200" at="0.004">
              <chunk at="0.005" as="text">data: {"a":"&lt;b&gt;"}

        </chunk>
              <chunk at="0.006" as="text">data: [DONE]

        </chunk>
            </response>
          </exchange>
        </cassette>

        """)
  }
}
