import Testing
import Typecast
import TypecastJSON

@testable import TypecastModels

@Suite("Verdicts on failures")
struct ErrorVerdictTests {
  private func verdict(
    _ table: ErrorTable, _ status: Int?, _ body: String = "", _ headers: [(name: String, value: String)] = [],
    keys: [String] = ["OPENAI_API_KEY"], secrets: [String] = [], transport: TransportError.Kind? = nil
  ) -> ErrorVerdict {
    ErrorVerdict(
      ErrorSignal(
        status: status, headers: HTTPHeaders(headers), body: Array(body.utf8), transport: transport, isLocal: true),
      by: table,
      about: ErrorVerdict.Subject(title: "It", provider: "p", model: "m:1b", keyNames: keys, secrets: secrets))
  }

  @Test("A message says what happened, in whose words, and what to do")
  func message() {
    let missing = verdict(.ollama, 404, #"{"error":"model 'm:1b' not found"}"#)
    #expect(
      missing.message == "It has no model 'm:1b' (status 404): model 'm:1b' not found. Run: ollama pull m:1b")
    #expect(verdict(.ollama, nil, transport: .refused).message.hasSuffix("Run: ollama serve"))
    let key = verdict(.gemini, 401, keys: ["GEMINI_API_KEY", "GOOGLE_API_KEY"])
    #expect(key.message == "It refused the key (status 401). Set GEMINI_API_KEY or GOOGLE_API_KEY to a valid key.")
    #expect(verdict(.openAI, 401, keys: []).message.hasSuffix("Set its key to a valid key."))
  }

  @Test("No key gets into a message, however long the text")
  func masking() {
    let body = #"{"error":{"message":"Incorrect API key provided: sk-abcdefgh12345678 and hunter2hunter2."}}"#
    let verdict = verdict(.openAI, 401, body, secrets: ["hunter2hunter2"])
    #expect(!verdict.message.contains("12345678") && !verdict.message.contains("hunter2"))
    let long = self.verdict(.openAI, 400, #"{"error":{"message":"\#(String(repeating: "a b ", count: 5000))"}}"#)
    #expect(long.message.count < 500)
  }

  @Test("A secret is masked in capitals or not, and where a text is cut")
  func secrets() {
    #expect(Masking.masked("at HUNTER2.example", secrets: ["Hunter2"]) == "at ….example")
    #expect(Masking.masked("hunter hunter2hunter2", secrets: ["hunter2"]) == "hunter ……")
    // A text that is shorter stands in too many words.
    #expect(Masking.masked("a cat", secrets: ["", "cat"]) == "a cat")
    let page = "<html><title>\(String(repeating: "x", count: 190))hunter2hunter2</title>"
    #expect(!verdict(.openAI, 500, page, secrets: ["hunter2hunter2"]).message.contains("hunter2"))
  }

  @Test(
    "What looks like a key is masked",
    arguments: [
      ("sk-proj-1234567890", "sk-…"), ("gsk_1234567890", "gsk_…"), ("AIzaSyA1234567890", "AIza…"),
      ("Authorization: Bearer abcdefghij", "Authorization: Bearer …"), ("u?key=abcdefghij&x=1", "u?key=…&x=1"),
      ("u?api_key=abcdefghij", "u?api_key=…"), ("xai-1234567890", "xai-…"), ("eyJhbGciOi.eyJzdWIi.sig", "eyJ…"),
      ("a task-list-of-things", "a task-list-of-things"), ("sk-short", "sk-short"), ("", ""), ("sk-", "sk-"),
    ])
  func keys(text: String, masked: String) {
    #expect(Masking.masked(text) == masked)
  }

  @Test("Whoever says that a request may be sent again is believed, where it can help")
  func shouldRetry() {
    #expect(!verdict(.openAI, 500, "", [("x-should-retry", "false")]).mayRetry)
    #expect(verdict(.openAI, 409, "", [("x-should-retry", "true")]).mayRetry)
    #expect(!verdict(.openAI, 401, "", [("x-should-retry", "true")]).mayRetry)
    #expect(verdict(.openAI, 500, "", [("x-should-retry", "maybe")]).mayRetry)
  }

  @Test("A wait is told where it helps")
  func waits() {
    let day =
      #"{"error":{"status":"RESOURCE_EXHAUSTED","details":[{"quotaId":"x","violations":[{"quotaId":"PerDay"}]},{"retryDelay":"3s"}]}}"#
    let quota = verdict(.gemini, 429, day)
    #expect((quota.row.id, quota.mayRetry, quota.retryAfter) == ("gemini.quota.day", false, nil))
    #expect(verdict(.gemini, 429, day, [("retry-after", "7200")]).retryAfter == .seconds(7200))
    let limits = [
      (name: "x-ratelimit-remaining-tokens", value: "0"), (name: "x-ratelimit-reset-tokens", value: "6s"),
    ]
    #expect(verdict(.openAI, 429, "", limits).retryAfter == .seconds(6))
    #expect(verdict(.openAI, 500, "", limits).retryAfter == nil)
    #expect(verdict(.openAI, 400, #"{"error":{"message":"try again in 5s"}}"#).retryAfter == nil)
    let days = verdict(.openAI, 429, "", [("retry-after", "259200")])
    #expect((days.mayRetry, days.retryAfter) == (true, .seconds(259_200)))
  }

  @Test(
    "Envelopes of all sorts",
    arguments: [
      (#"{"error":"text"}"#, "text"), (#"{"error":{"message":"text"}}"#, "text"),
      (#"[{"error":{"message":"text"}}]"#, "text"),
      (#"{"message":"text"}"#, "text"), (#"{"detail":"text"}"#, "text"),
      (#"{"detail":[{"msg":"one"},{"msg":"two"}]}"#, "one two"),
      (#"{"error":"{\"error\":{\"message\":\"text\"}}"}"#, "text"),
      (#"{"error":{"message":"{\"error\":{\"message\":\"text\"}}","type":"x"}}"#, "text"),
      (#"{"error":{"message":"{\"error\":\"{\\\"message\\\":\\\"text\\\"}\"}"}}"#, "text"),
      (#"{"error":"server: map[code:500 message:it broke: badly type:server_error]"}"#, "server: it broke: badly"),
      (#"{"errors":[{"code":1,"message":"text"}]}"#, "text"), (#"{"response":{"error":{"message":"text"}}}"#, "text"),
      (#"{"object":"error","message":{"detail":[{"msg":"text"}]}}"#, "text"), (" plain text\n", "plain text"),
      ("\u{FEFF}{\"error\":\"text\"}", "text"), ("<html><head><TITLE> 502 Bad\tGateway </TITLE>", "502 Bad\tGateway"),
      ("<!DOCTYPE html><p>x", "a page of HTML"),
      ("", ""), ("null", ""), ("[]", ""), (#"{"error":{"message":null}}"#, ""), (#"{"error":true}"#, ""), ("{", "{"),
    ])
  func envelopes(body: String, message: String) {
    #expect(ErrorSignal(status: 400, body: Array(body.utf8)).message == message)
  }

  @Test("An error in an answer of success has the status that it names")
  func status() {
    func status(_ body: String, _ status: Int = 200) -> Int? {
      ErrorSignal(status: status, body: Array(body.utf8)).status
    }
    #expect(status(#"{"error":{"code":429,"message":"x"}}"#) == 429)
    #expect(status(#"{"error":{"code":"503","message":"x"}}"#) == 503)
    #expect(status(#"{"error":"map[code:500 message:x]"}"#) == 500)
    #expect(status(#"{"error":{"code":"x"}}"#) == 200)
    #expect(status(#"{"error":{"code":429}}"#, 500) == 500)
    #expect(status(#"{"error":{"code":1e99}}"#) == 200)
  }

  @Test("A request is named by a header, else by the body")
  func requestID() {
    let body = Array(#"{"type":"error","error":{"message":"x"},"request_id":"req_1"}"#.utf8)
    #expect(ErrorSignal(status: 400, body: body).requestID == "req_1")
    #expect(ErrorSignal(status: 400, headers: HTTPHeaders([("request-id", "h")]), body: body).requestID == "h")
  }

  @Test("Hostile bodies end in a row", .timeLimit(.minutes(10)))
  func hostile() {
    let deep = String(repeating: "[", count: 20_000)
    let wide =
      #"{"error":{"details":["# + Array(repeating: #"{"reason":"r"}"#, count: 50_000).joined(separator: ",") + "]}}"
    var nested = #"{"message":"x"}"#
    for _ in 0..<10 { nested = JSONWriter().string(of: ["error": ["message": .string(nested)]]) }
    let long = #"{"error":{"message":"\#(String(repeating: "model ", count: 200_000))"}}"#
    for body in [deep, wide, nested, long, String(repeating: "map[", count: 10_000) + "]"] {
      for table in ErrorTable.servers {
        #expect(verdict(table, 400, body).row.kind == .badRequest, "\(body.prefix(20))")
      }
    }
    #expect(ErrorSignal(status: 400, body: Array(wide.utf8)).words.count <= 64)
  }
}
