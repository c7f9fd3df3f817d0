import Testing
import Typecast
import TypecastJSON

@testable import TypecastModels

@Suite("What providers have besides answers")
struct ProviderModelsTests {
  private func with<Result>(_ transport: ScriptedTransport, _ body: () async throws -> Result) async throws -> Result {
    try await CallEnvironment.with(clock: VirtualClock(skippingSleep: true), transport: transport) { try await body() }
  }

  @Test(
    "Lists of models",
    arguments: [
      ("ollama", #"{"models":[{"name":"a:1b","size":5,"details":{"context_length":9}}]}"#, "/api/tags", "a:1b", 9),
      ("openai", #"{"object":"list","data":[{"id":"gpt-5"}]}"#, "/v1/models", "gpt-5", nil),
      ("groq", #"{"data":[{"id":"x/y","context_window":7}]}"#, "/openai/v1/models", "x/y", 7),
      ("gemini", #"{"models":[{"name":"models/g","inputTokenLimit":3}]}"#, "/v1beta/models?pageSize=1000", "g", 3),
      ("anthropic", #"{"data":[{"id":"c"}],"has_more":false}"#, "/v1/models?limit=1000", "c", nil),
    ] as [(String, String, String, String, Int?)])
  func lists(provider: String, body: String, path: String, id: String, window: Int?) async throws {
    let transport = ScriptedTransport(ScriptedTransport.text(body))
    let models = try await with(transport) { try await ProviderModels(provider, environment: { _ in nil }).all() }
    #expect(models.map(\.id) == [id])
    #expect(models[0].contextWindow == window)
    #expect(transport.requests[0].url.hasSuffix(path))
    #expect(transport.requests[0].method == "GET")
  }

  @Test("Pages are followed to their end, and no further")
  func pages() async throws {
    let transport = ScriptedTransport(
      ScriptedTransport.text(#"{"models":[{"name":"models/a"}],"nextPageToken":"p/ 1"}"#),
      ScriptedTransport.text(#"{"models":[{"name":"models/b"}]}"#))
    let models = try await with(transport) { try await ProviderModels("gemini", environment: { _ in nil }).all() }
    #expect(models.map(\.id) == ["a", "b"])
    #expect(transport.requests[1].url.hasSuffix("&pageToken=p/%201"))
    let same = ScriptedTransport.text(#"{"data":[{"id":"a"}],"has_more":true,"last_id":"a"}"#)
    let circle = ScriptedTransport(same, same, same)
    #expect(
      try await with(circle) { try await ProviderModels("anthropic", environment: { _ in nil }).all() }.count == 2)
  }

  @Test("A list that does not end is an error, and none that is cut off")
  func endless() async throws {
    let pages = (0..<101).map {
      ScriptedTransport.text("{\"models\":[{\"name\":\"models/a\"}],\"nextPageToken\":\"p\($0)\"}")
    }
    let error = await #expect(throws: ModelError.self) {
      try await with(ScriptedTransport(pages)) { try await ProviderModels("gemini", environment: { _ in nil }).all() }
    }
    #expect(error?.message.contains("does not end after 100 pages") == true)
  }

  @Test("What is no list is an error", arguments: ["{}", "[]", "", "{\"data\":5}"])
  func malformed(body: String) async throws {
    let answer = ScriptedTransport.text(body)
    await #expect(throws: ModelError.self) {
      try await with(ScriptedTransport(answer, answer, answer)) {
        try await ProviderModels("openai", environment: { _ in nil }).all()
      }
    }
  }

  @Test(
    "Vectors",
    arguments: [
      ("ollama:m", #"{"embeddings":[[1,2],[3,4]],"prompt_eval_count":6}"#, "/api/embed"),
      (
        "openai:m",
        #"{"data":[{"index":1,"embedding":[3,4]},{"index":0,"embedding":[1,2]}],"usage":{"prompt_tokens":6}}"#,
        "/embeddings"
      ),
      ("gemini:m", #"{"embeddings":[{"values":[1,2]},{"values":[3,4]}]}"#, "/v1beta/models/m:batchEmbedContents"),
    ])
  func vectors(name: String, body: String, path: String) async throws {
    let transport = ScriptedTransport(ScriptedTransport.text(body))
    let reply = try await with(transport) {
      try await EmbeddingModel(name, environment: { _ in nil }).vectors(of: ["a", "b"], dimensions: 2)
    }
    #expect(reply.vectors == [[1, 2], [3, 4]])
    #expect(transport.requests[0].url.hasSuffix(path))
    let few = ScriptedTransport.text(#"{"embeddings":[[1]],"data":[]}"#)
    await #expect(throws: ModelError.self) {
      try await with(ScriptedTransport(few, few, few)) {
        try await EmbeddingModel(name, environment: { _ in nil }).vectors(of: ["a", "b"])
      }
    }
  }

  @Test("Tokens are counted where the provider can")
  func tokens() async throws {
    let request = ModelRequest([Message(.system, "s"), Message(.user, "a")])
    let anthropic = ScriptedTransport(ScriptedTransport.text(#"{"input_tokens":12}"#))
    let count = try await with(anthropic) {
      try await RemoteModel("anthropic:c", environment: { _ in nil }).tokenCount(of: request)
    }
    #expect(count == 12)
    let body = try JSONValue(parsing: anthropic.requests[0].body)
    #expect(body["max_tokens"] == nil)
    #expect(body["system"]?.string == "s")
    #expect(anthropic.requests[0].url.hasSuffix("/v1/messages/count_tokens"))
    let gemini = ScriptedTransport(ScriptedTransport.text(#"{"totalTokens":4}"#))
    #expect(
      try await with(gemini) { try await RemoteModel("gemini:g", environment: { _ in nil }).tokenCount(of: request) }
        == 4)
    #expect(gemini.requests[0].url.hasSuffix("/v1beta/models/g:countTokens"))
    await #expect(throws: ModelError.self) {
      try await RemoteModel("ollama:m", environment: { _ in nil }).tokenCount(of: request)
    }
  }
}
