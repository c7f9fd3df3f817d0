import Testing
import Typecast

@testable import TypecastCassettes

@Suite("Secrets are taken out of exchanges")
struct RedactionTests {
  private static let key = "sk-" + "abcdef1234567890abcdef"
  private let redaction = Redaction(values: ["hunter2/value+1"])

  @Test("Headers, in any case and on both sides")
  func headers() {
    let secret = ["Authorization", "X-API-Key", "x-goog-api-key", "Cookie", "api-key", "OpenAI-Organization"]
    var exchange = sample(headers: secret.map { RecordedHeader($0, "Bearer abc") } + [RecordedHeader("accept", "a")])
    guard case .response(var response) = exchange.outcome else { return }
    response.headers = [
      RecordedHeader("Set-Cookie", "a=b"), RecordedHeader("Set-Cookie", "c=d"), RecordedHeader("x", Self.key),
    ]
    exchange.outcome = .response(response)
    let redacted = redaction.redacted(exchange)
    #expect(redacted.request.headers.map(\.name) == secret + ["accept"])
    #expect(redacted.request.headers.map(\.value) == secret.map { _ in "REDACTED" } + ["a"])
    #expect(redacted.response?.headers.map(\.value) == ["REDACTED", "REDACTED", "REDACTED"])
  }

  @Test(
    "Addresses",
    arguments: [
      ("https://h/p?key=abc&alt=sse", "https://h/p?key=REDACTED&alt=sse"),
      ("https://h/p?a=1&API_KEY=x#f", "https://h/p?a=1&API_KEY=REDACTED#f"),
      ("https://u:p@h/x@y", "https://REDACTED@h/x@y"), ("https://h/p?key=&b=2", "https://h/p?key=&b=2"),
      ("https://h/p?monkey=1&key", "https://h/p?monkey=1&key"),
      ("https://h/?q=hunter2%2Fvalue%2B1", "https://h/?q=REDACTED"),
      ("https://h/\(key)/x", "https://h/REDACTED/x"), ("/p?token=a", "/p?token=REDACTED"), ("", ""),
    ])
  func addresses(before: String, after: String) {
    #expect(redaction.redacted(address: before) == after)
  }

  @Test(
    "Texts",
    arguments: [
      ("a \(key) b", "a REDACTED b"), ("\"\(key)\"", "\"REDACTED\""),
      ("task-\(key.dropFirst(3))", "task-\(key.dropFirst(3))"),
      ("sk-learn-is-a-library-of-python", "sk-learn-is-a-library-of-python"), ("sk-1", "sk-1"),
      ("AIzaSyA-abcdefghijklmnopqrstuvwxyzABCDE", "REDACTED"), ("hunter2/value+1", "REDACTED"),
      ("hunter2\\/value+1", "REDACTED"),
      ("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N", "REDACTED"),
      ("eyJhbGciOiJIUzI1NiJ9", "eyJhbGciOiJIUzI1NiJ9"),
      (#"{"api_key": "abc\"d", "b": "secret_key"}"#, #"{"api_key": "REDACTED", "b": "secret_key"}"#),
      (#"{"secret_key" : 12}"#, #"{"secret_key" : 12}"#), (#"{"secret_key":""}"#, #"{"secret_key":""}"#),
      (#""api_key":"x"#, #""api_key":"REDACTED"#),
      (#"{"secret_key":"\"#, #"{"secret_key":"REDACTED"#),
      ("-----BEGIN RSA PRIVATE KEY-----\nabc\n-----END RSA", "REDACTEDRSA"),
    ])
  func texts(before: String, after: String) {
    #expect(redaction.redacted(text: before) == after)
  }

  @Test("A secret that is cut by chunks at any place")
  func chunks() {
    let body = Array("data: a \(Self.key) b hunter2/value+1\n\n".utf8)
    for length in 1...body.count {
      let pieces = stride(from: 0, to: body.count, by: length).map { Array(body[$0..<min($0 + length, body.count)]) }
      var exchange = sample()
      exchange.outcome = .response(RecordedResponse(200, chunks: pieces.map { RecordedResponse.Chunk($0) }))
      let redacted = redaction.redacted(exchange).response
      #expect(
        redacted.map { String(decoding: $0.body, as: UTF8.self) } == "data: a REDACTED b REDACTED\n\n", "\(length)")
      #expect(redacted?.chunks.count == pieces.count)
    }
  }

  @Test("What is redacted is not redacted again")
  func twice() {
    let once = redaction.redacted(sample(#"{"api_key":"x","b":"\#(Self.key)"}"#, url: "https://u:p@h/?key=1&token=2"))
    #expect(redaction.redacted(once) == once)
  }
}

@Suite("A second look finds what is left")
struct SecretScanTests {
  private let scan = SecretScan(known: [("OPENAI_API_KEY", "s3cret/value+\"x\"")])

  @Test(
    "Shapes and values",
    arguments: [
      ("sk-" + "abcdef1234567890abcdef", "sk-"), ("x=AIza" + "SyA-abcdefghijklmnopqrstuvwxyz123456", "Google"),
      ("Bearer abcdefgh12345678", "bearer"), ("-----BEGIN PRIVATE KEY-----", "private"),
      ("s3cret/value+\"x\"", "OPENAI_API_KEY"),
      ("\"s3cret/value+\\\"x\\\"\"", "OPENAI_API_KEY"), ("s3cret%2Fvalue%2B%22x%22", "OPENAI_API_KEY"),
      ("s3cret%2fvalue%2b%22x%22", "OPENAI_API_KEY"),
    ])
  func found(text: String, what: String) {
    let findings = scan.findings(in: Array("a\n\(text)\n".utf8))
    #expect(findings.count >= 1 && findings.allSatisfy { $0.line == 2 }, "\(findings)")
    #expect(findings.contains { $0.what.contains(what) }, "\(findings)")
    #expect(!findings.description.contains("s3cret") && !findings.description.contains("abcdef"))
  }

  @Test(
    "What is no secret",
    arguments: [
      "", "REDACTED", "Bearer REDACTED", "sk-REDACTED", "ask-abcdef1234567890abcdef", "sk-learn-is-a-library",
    ])
  func clean(text: String) {
    #expect(scan.findings(in: Array(text.utf8)).isEmpty)
  }

  @Test("A secret in an exchange that no line of its file shows")
  func exchange() {
    let halves = ["sk-abcdef12345", "67890abcdef"]
    #expect(!scan.findings(in: sample(answer: halves)).isEmpty)
    #expect(!scan.findings(in: sample("\u{0}s3cret/value+\"x\"")).isEmpty)
    #expect(!scan.findings(in: sample(headers: [RecordedHeader("authorization", "Bearer abcdefgh12345678")])).isEmpty)
    #expect(scan.findings(in: sample()).isEmpty)
  }
}
