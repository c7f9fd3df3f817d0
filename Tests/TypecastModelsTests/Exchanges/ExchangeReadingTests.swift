import Testing
import Typecast

@testable import TypecastModels

@Suite("Reading exchanges")
struct ExchangeReadingTests {
  @Test(
    "A folder of a provider's name tells who was asked, else the address does",
    arguments: [
      ("gemini", "http://127.0.0.1:8080/x", "gemini"), ("groq", "https://api.openai.com/v1/chat/completions", "groq"),
      ("invoices", "https://api.openai.com/v1/chat/completions", "openai"),
      (nil, "https://generativelanguage.googleapis.com/v1beta/models/m:generateContent", "gemini"),
      (nil, "https://api.anthropic.com/v1/messages", "anthropic"), (nil, "https://api.groq.com/openai/v1", "groq"),
      (nil, "https://ollama.com/api/chat", "ollama"), (nil, "http://10.0.0.7:11434/api/chat", "ollama"),
      (nil, "http://127.0.0.1:11434/v1/chat/completions", "compatible"), (nil, "nonsense", "compatible"),
    ] as [(String?, String, String)])
  func providers(folder: String?, url: String, provider: String) {
    #expect(ExchangeReading(folder: folder, url: url).provider == provider)
  }

  @Test("An answer of success is read, whole or in pieces, and nothing else")
  func replies() {
    let reading = ExchangeReading(folder: "ollama", url: "http://127.0.0.1:11434/api/chat")
    func reply(_ body: String, _ status: Int = 200, type: String = "application/json") -> ModelReply? {
      reading.reply(status: status, headers: HTTPHeaders([("content-type", type)]), body: Array(body.utf8))
    }
    let end = #"{"message": {"content": "b"}, "done": true, "done_reason": "stop"}"#
    #expect(reply(end)?.text == "b")
    let stream = #"{"message": {"content": "a"}}"# + "\n" + end + "\n"
    #expect(reply(stream, type: "application/x-ndjson")?.text == "ab")
    #expect(reply(stream + stream, type: "application/x-ndjson")?.text == "ab", "nothing is read behind the end")
    #expect(reply(#"{"message": {"content": "a"}}"# + "\n", type: "application/x-ndjson")?.finish == .incomplete)
    #expect(reply(end, 500) == nil)
    #expect(reply("<html>") == nil)
    #expect(
      ExchangeReading(folder: "ollama", url: "http://127.0.0.1:11434/api/tags").reply(
        status: 200, headers: HTTPHeaders(), body: Array("{}".utf8)) == nil)
  }
}
