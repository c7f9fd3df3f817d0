public import Typecast
import TypecastJSON

/// A model that turns texts into vectors: of Ollama, Gemini, OpenAI, or a server that speaks as OpenAI does.
public struct EmbeddingModel: Sendable {
  /// Provider and model, as in `ollama:nomic-embed-text`.
  public let name: String
  let connection: Connection

  /// What came of some texts.
  public struct Reply: Hashable, Sendable {
    /// One vector for each text, in their order.
    public var vectors: [[Float]]
    /// How many tokens the texts took, as far as the provider says.
    public var usage: Usage
  }

  /// A model by its provider and what that calls it: `ollama:nomic-embed-text`. Throws for providers that make no vectors.
  public init(_ name: String, options: ModelOptions = ModelOptions()) throws(ModelError) {
    try self.init(name, options: options, environment: Surroundings.variable)
  }

  package init(
    _ name: String, options: ModelOptions = ModelOptions(), environment: (String) -> String?
  ) throws(ModelError) {
    let (provider, model) = try Provider.parts(of: name)
    guard ["ollama", "gemini", "openai", "openai-responses", "compatible"].contains(provider.id) else {
      throw ModelError(
        .noVectors,
        "\(provider.title) makes no vectors; take a model of ollama, gemini, openai or compatible.")
    }
    self.name = name
    connection = Connection(
      endpoint: try Endpoint(provider, base: options.baseURL, key: options.key, environment: environment),
      options: options, model: model)
  }

  /// Makes a vector of each text, with so many dimensions where the model lets one choose.
  public func vectors(of texts: [String], dimensions: Int? = nil) async throws -> Reply {
    if texts.isEmpty { return Reply(vectors: [], usage: Usage()) }
    let json = try await connection.json(request(texts, dimensions))
    let lists: [JSONValue?]
    switch connection.endpoint.provider.id {
    case "ollama": lists = json["embeddings"]?.array ?? []
    case "gemini": lists = json["embeddings"]?.array?.map { $0["values"] } ?? []
    default:
      // Each says where it belongs.
      lists = (json["data"]?.array ?? []).enumerated()
        .sorted { ($0.element["index"]?.int ?? $0.offset) < ($1.element["index"]?.int ?? $1.offset) }
        .map { $0.element["embedding"] }
    }
    let vectors = lists.map { list in list?.array?.compactMap { $0.number.map { Float($0.double) } } ?? [] }
    guard vectors.count == texts.count, vectors.allSatisfy({ !$0.isEmpty }) else {
      throw connection.error(
        for: AnswerFault(fault: .malformed("the answer has not one vector for each of \(texts.count) texts"), nil))
    }
    let input = json["prompt_eval_count"]?.int ?? json["usage"]?["prompt_tokens"]?.int
    return Reply(vectors: vectors, usage: Usage(input: input))
  }

  private func request(_ texts: [String], _ dimensions: Int?) -> WireRequest {
    let model = connection.model
    let list = JSONValue.array(texts.map { .string($0) })
    switch connection.endpoint.provider.id {
    case "ollama":
      // Without it, a text that is too long is cut and nobody is told.
      var body: JSONObject = ["model": .string(model), "input": list, "truncate": false]
      body.set("dimensions", JSONValue(dimensions))
      return WireRequest(path: "/api/embed", body: .object(body))
    case "gemini":
      let path = model.utf8.contains(UInt8(ascii: "/")) ? model : "models/\(model)"
      let requests = texts.map { text in
        var request: JSONObject = ["model": .string(path), "content": ["parts": [["text": .string(text)]]]]
        request.set("outputDimensionality", JSONValue(dimensions))
        return JSONValue.object(request)
      }
      return WireRequest(
        path: "/v1beta/\(GeminiGenerate.escaped(path)):batchEmbedContents", body: ["requests": .array(requests)])
    default:
      var body: JSONObject = ["model": .string(model), "input": list, "encoding_format": "float"]
      body.set("dimensions", JSONValue(dimensions))
      return WireRequest(path: "/embeddings", body: .object(body))
    }
  }
}
