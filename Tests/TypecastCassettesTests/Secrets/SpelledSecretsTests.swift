import Testing
import Typecast

@testable import TypecastCassettes

@Suite("Secrets that a stream spells out")
struct SpelledSecretsTests {
  private static let key = "sk-" + "abcdef1234567890abcdef"
  private let redaction = Redaction(values: ["hunter2/value+1"])
  private let scan = SecretScan(known: [("A_KEY", "hunter2/value+1")])

  /// Before and behind a piece, in the words of providers.
  private static let frames = [
    (#"data: {"id":"c1","choices":[{"index":0,"delta":{"content":""#, "\"}}]}\n\n"),
    (#"{"model":"m","message":{"role":"assistant","content":""#, "\"},\"done\":false}\n"),
    (
      "event: content_block_delta\r\n"
        + #"data:{"type":"content_block_delta","index":0,"delta":{"type":"input_json_delta","partial_json":""#,
      "\"}}\r\n\r\n"
    ),
  ]

  private static func events(_ frame: (String, String), _ pieces: [String]) -> [String] {
    pieces.map { frame.0 + $0 + frame.1 }
  }

  @Test("Cut anywhere, each is taken out where it begins, and nothing else changes", arguments: frames)
  func cut(before: String, after: String) {
    let line = (before, after)
    for (secret, end) in [(Self.key, "."), ("hunter2/value+1", "x")] {
      for size in 1...secret.count {
        var pieces = ["It is ", "\\\"so "]
        var rest = secret[...]
        while !rest.isEmpty {
          pieces.append(String(rest.prefix(size)))
          rest = rest.dropFirst(size)
        }
        let count = pieces.count - 2
        let exchange = sample(answer: Self.events(line, pieces + [end, "bye"]))
        let body = redaction.redacted(exchange).response.map { String(decoding: $0.body, as: UTF8.self) }
        let expected = ["It is ", "\\\"so ", "REDACTED"] + Array(repeating: "", count: count - 1) + [end, "bye"]
        #expect(body == Self.events(line, expected).joined())
        #expect(scan.findings(in: exchange).count == 1)
        #expect(scan.findings(in: redaction.redacted(exchange)) == [])
      }
    }
  }

  @Test("Chunks may cut the lines, too")
  func chunks() {
    let whole = Self.events(Self.frames[0], ["sk-abcdef1234", "567890abcdef", " "]).joined()
    let expected = Self.events(Self.frames[0], ["REDACTED", "", " "]).joined()
    for size in [1, 7, 50] {
      let cut = stride(from: 0, to: whole.count, by: size).map { String(whole.dropFirst($0).prefix(size)) }
      let redacted = redaction.redacted(sample(answer: cut))
      #expect(redacted.response.map { String(decoding: $0.body, as: UTF8.self) } == expected)
      #expect(redacted.response?.chunks.count == cut.count)
    }
  }

  @Test("What stands at other places, or in no JSON, is not put together")
  func apart() {
    let (start, rest) = ("sk-abcdef1234", "567890abcdef")
    for body in [
      #"{"a":"\#(start)"}"# + "\n" + #"{"b":"\#(rest)"}"#, #"{"a":["\#(start)","\#(rest)"]}"#,
      #"{"a":"\#(start)"}"# + "\n" + #"{"a":{"a":"\#(rest)"}}"#, "a {\"\(start)\"\nb {\"\(rest)\"",
    ] {
      let exchange = sample(answer: [body])
      #expect(redaction.redacted(exchange) == exchange, "\(body)")
    }
  }

  @Test("What is no JSON does no harm")
  func broken() {
    for body in ["{", "{\"", "{\"a\":\"", "data: {\"a\\", "{]}\"a\":\"b\"", "[{{{", "data: {\"a\":\"b\"}}}}}\"c\":"] {
      let exchange = sample(answer: [body, "\n", body])
      #expect(redaction.redacted(exchange) == exchange, "\(body)")
    }
  }
}
