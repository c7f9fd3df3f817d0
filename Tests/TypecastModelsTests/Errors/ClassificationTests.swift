import Testing
import Typecast

@testable import TypecastModels

@Suite("What an exchange comes to")
struct ClassificationTests {
  private func classified(
    _ provider: String, _ url: String, _ status: Int? = 200, _ body: String = "", type: String = "application/json",
    transport: TransportError.Kind? = nil
  ) -> [String?] {
    let verdict = Classification(
      provider: provider, url: url, status: status, headers: HTTPHeaders([("content-type", type)]),
      body: Array(body.utf8), transport: transport)
    return [verdict.outcome.rawValue, verdict.row, verdict.kind?.rawValue]
  }

  @Test("Whole answers, by the reason of their end")
  func whole() {
    func chat(_ finish: String) -> String {
      #"{"choices":[{"message":{"role":"assistant","content":"a"},"finish_reason":"\#(finish)"}]}"#
    }
    let url = "https://api.openai.com/v1/chat/completions"
    #expect(classified("openai", url, 200, chat("stop")) == ["ok", nil, nil])
    #expect(classified("openai", url, 200, chat("length")) == ["truncated", "openai.finish.length", "truncated"])
    #expect(
      classified("openai", url, 200, chat("content_filter")) == ["blocked", "openai.finish.blocked", "contentPolicy"])
    let refusal = #"{"choices":[{"message":{"refusal":"no","content":null},"finish_reason":"stop"}]}"#
    #expect(classified("openai", url, 200, refusal) == ["refused", "openai.finish.refusal", "refusal"])
    let gemini = "https://generativelanguage.googleapis.com/v1beta/models/m:generateContent"
    let called = #"{"candidates":[{"content":{"parts":[]},"finishReason":"MALFORMED_FUNCTION_CALL"}]}"#
    #expect(classified("gemini", gemini, 200, called) == ["error", "gemini.finish.call", "invalidOutput"])
    let blocked = #"{"promptFeedback":{"blockReason":"SAFETY"}}"#
    #expect(classified("gemini", gemini, 200, blocked) == ["blocked", "gemini.finish.blocked", "contentPolicy"])
    let open = #"{"candidates":[{"content":{"parts":[{"text":"a"}]}}]}"#
    #expect(classified("gemini", gemini, 200, open) == ["incomplete", "gemini.finish.incomplete", "malformedReply"])
  }

  @Test("Streams, by their end or the lack of one, whatever the header calls them")
  func streams() {
    let url = "http://127.0.0.1:11434/api/chat"
    let open = #"{"message":{"role":"assistant","content":"a"},"done":false}"# + "\n"
    let end = #"{"message":{"content":""},"done":true,"done_reason":"stop"}"# + "\n"
    for type in ["application/x-ndjson", "application/json", "text/plain"] {
      #expect(classified("ollama", url, 200, open + end, type: type) == ["ok", nil, nil])
      #expect(
        classified("ollama", url, 200, open + open, type: type)
          == ["incomplete", "ollama.finish.incomplete", "malformedReply"])
      #expect(
        classified(
          "ollama", url, 200, open + #"{"error":"an error was encountered while running the model: EOF"}"#, type: type)
          == ["error", "ollama.crash", "server"])
    }
    #expect(classified("ollama", url, 200, "") == ["incomplete", "ollama.finish.incomplete", "malformedReply"])
    let overloaded = """
      event: message_start
      data: {"type":"message_start","message":{"id":"m","usage":{}}}

      event: error
      data: {"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}


      """
    #expect(
      classified("anthropic", "/v1/messages", 200, overloaded) == ["error", "anthropic.overloaded", "overloaded"])
    let chunk = #"data: {"choices":[{"delta":{"content":"a"}}]}"# + "\n\n"
    for path in ["https://openrouter.ai/api/v1/chat/completions", "/v1/chat/completions"] {
      let error = #"data: {"error":{"code":429,"message":"Rate limit"},"choices":[]}"# + "\n\n"
      #expect(classified("openrouter", path, 200, chunk + error) == ["error", "compatible.rate.said", "rateLimit"])
      #expect(
        classified("openrouter", path, 200, chunk) == ["incomplete", "compatible.finish.incomplete", "malformedReply"])
    }
  }

  @Test("The provider's name and the path choose the dialect")
  func dialects() {
    let body = #"{"error":{"type":"not_found_error","message":"model: x"}}"#
    #expect(classified("relay", "https://h/v1/messages", 404, body)[1] == "anthropic.model")
    #expect(classified("relay", "https://h/v1beta/models/m:generateContent", 404)[1] == "gemini.status.404")
    #expect(classified("relay", "https://h/v1/chat/completions", 404)[1] == "compatible.status.404")
    #expect(classified("ollama", "http://h/v1/chat/completions", 404)[1] == "ollama.status.404")
    let failed = #"{"status":"failed","error":{"code":"server_error","message":"x"},"output":[]}"#
    #expect(classified("openai", "https://h/v1/responses", 200, failed) == ["error", "openai.server", "server"])
    let cut = #"{"status":"incomplete","incomplete_details":{"reason":"max_output_tokens"},"output":[]}"#
    #expect(classified("openai", "https://h/v1/responses", 200, cut)[0] == "truncated")
    #expect(classified("openai", "https://h/v1/models", 200, #"{"data":[]}"#) == ["ok", nil, nil])
    #expect(
      classified("openai", "https://h/v1/models", 200, #"{"error":{"code":"server_error"}}"#)[1] == "openai.server")
  }

  @Test("Another one's page is no answer")
  func pages() {
    let page = "<!doctype html><title>Sign in</title>"
    for type in ["text/html", "application/json"] {
      #expect(
        classified("openai", "/v1/chat/completions", 200, page, type: type)
          == ["error", "openai.malformed", "malformedReply"])
    }
    #expect(classified("openai", "/v1/chat/completions", 200, "[1]")[1] == "openai.malformed")
    #expect(classified("openai", "/v1/chat/completions", 302, page) == ["error", "openai.redirect", "badRequest"])
  }

  @Test(
    "What got no answer",
    arguments: [
      ("dns", "transport.dns", "connection"), ("refused", "ollama.notRunning", "connection"),
      ("reset", "transport.reset", "connection"), ("tls", "transport.tls", "connection"),
      ("timeout.connect", "transport.timeout.connect", "timeout"),
      ("timeout.firstByte", "transport.timeout.firstByte", "timeout"),
      ("timeout.idle", "transport.timeout.idle", "timeout"), ("timeout.total", "transport.timeout.total", "timeout"),
      ("cut", "transport.cut", "connection"), ("tea", "transport.other", "connection"),
    ])
  func transport(kind: String, row: String, failure: String) {
    let url = "http://localhost:11434/api/chat"
    #expect(
      classified("ollama", url, nil, transport: TransportError.Kind(rawValue: kind)) == ["error", row, failure])
    #expect(classified("ollama", "https://ollama.com/api/chat", nil, transport: .refused)[1] == "transport.refused")
  }

  @Test("Details are those of the contract")
  func details() {
    func detail(_ provider: String, _ status: Int, _ body: String) -> String? {
      Classification(provider: provider, status: status, body: Array(body.utf8)).detail
    }
    #expect(detail("gemini", 429, #"{"error":{"message":"No more per day"}}"#) == "day")
    #expect(detail("openai", 429, #"{"error":{"code":"insufficient_quota"}}"#) == "spend")
    #expect(detail("ollama", 400, #"{"error":"x does not support tools"}"#) == nil)
    #expect(Classification(provider: "x", transport: .idleTimeout).detail == "idle")
  }
}
