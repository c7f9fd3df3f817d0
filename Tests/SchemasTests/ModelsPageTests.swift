import Schemas
import TestSupport
import Testing
import Typecast
import TypecastModels

/// The page prints what it shows; the test does not.
private func print(_ items: Any...) {}

/// The Swift of Documentation/models.md, block by block. Nothing of it leaves the machine.
@Suite("The page on models")
struct ModelsPageTests {
  private let mail = "An invoice."
  private let key = "key"
  private let bytes: [UInt8] = [1, 2, 3]

  /// Answers everything that the page asks.
  private struct PageTransport: Transport {
    func send(_ request: HTTPRequest) async throws -> HTTPResponse {
      let path = request.url
      let body: String
      if path.hasSuffix("/api/chat") {
        let text = InvoiceClientTests.answer.replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
        body = #"{"message":{"content":"\#(text)"},"done":true,"done_reason":"stop"}"#
      } else if path.hasSuffix("/api/tags") {
        body = #"{"models":[{"name":"llama3.2"}]}"#
      } else if path.hasSuffix("/api/embed") {
        body = #"{"embeddings":[[1],[2]]}"#
      } else {
        body = #"{"input_tokens":3}"#
      }
      return HTTPResponse(
        status: 200, headers: HTTPHeaders([(name: "content-type", value: "application/json")]),
        body: HTTPBody([Array(body.utf8)]))
    }
  }

  private let myTransport: any Transport = PageTransport()

  @Test("Every block of the page is in this file, and so is compiled and run")
  func page() throws {
    try PageBlocks.expect("Documentation/models.md", in: "Tests/SchemasTests/ModelsPageTests.swift", count: 8)
  }

  @Test("What the page shows works")
  func blocks() async throws {
    try await CallEnvironment.with(transport: PageTransport()) {
      let model = try RemoteModel("ollama:llama3.2")
      let reply = try await InvoiceClient(model).extract(text: mail)
      #expect(reply.value.number.isEmpty == false)

      let local = try RemoteModel("compatible:qwen3", options: ModelOptions(baseURL: "http://localhost:8080/v1"))
      let cloud = try RemoteModel("ollama:gpt-oss:120b", options: ModelOptions(baseURL: "https://ollama.com", key: key))
      print(local, cloud)

      let byTool = try RemoteModel("anthropic:claude-sonnet-4-5", options: ModelOptions(mode: .tool))
      print(byTool)

      let question = Message(.user, [.text("What is this?"), .image(Image(bytes, mediaType: "image/png"))])
      let answer = try await model.reply(to: ModelRequest([question], settings: Settings(thinking: .off)))
      print(answer)

      do throws(ReplyError) {
        _ = try await InvoiceClient(model).extract(text: mail)
      } catch {
        let failure = error.underlying as? ModelError
        print(error.kind, failure?.row ?? "", failure?.mayRetry ?? false, failure?.retryAfter ?? .zero)
      }

      let patient = ModelOptions(retries: RetryPolicy(tries: 6, longestHint: .seconds(300), time: .seconds(600)))
      print(patient)

      let names = try await ProviderModels("ollama").all().map(\.id)
      let vectors = try await EmbeddingModel("ollama:nomic-embed-text").vectors(of: ["one", "two"]).vectors
      let count = try await RemoteModel("anthropic:claude-sonnet-4-5").tokenCount(of: ModelRequest([question]))
      #expect(names == ["llama3.2"])
      #expect(vectors == [[1], [2]])
      #expect(count == 3)

      try await CallEnvironment.with(transport: myTransport) {
        _ = try await InvoiceClient(model).extract(text: mail)
      }
    }
  }
}
