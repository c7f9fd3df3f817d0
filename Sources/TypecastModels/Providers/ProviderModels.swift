public import Typecast
import TypecastJSON

/// A model as its provider lists it.
public struct ListedModel: Hashable, Sendable {
  /// What the provider calls it.
  public var id: String

  /// How many tokens it can read at once, where the provider says so.
  public var contextWindow: Int?

  /// Its size in bytes, where the provider says so.
  public var size: Int?

  /// A model in a list, for tests.
  public init(_ id: String, contextWindow: Int? = nil, size: Int? = nil) {
    self.id = id
    self.contextWindow = contextWindow
    self.size = size
  }
}

/// The models that a provider has.
public struct ProviderModels: Sendable {
  /// What may stand before the colon in the names of models.
  package static let providers = Provider.all.map(\.id)

  let connection: Connection

  /// The models of the provider whose name stands before the colon in theirs, such as `ollama`.
  public init(_ provider: String, options: ModelOptions = ModelOptions()) throws(ModelError) {
    try self.init(provider, options: options, environment: Surroundings.variable)
  }

  package init(
    _ provider: String, options: ModelOptions = ModelOptions(), environment: (String) -> String?
  ) throws(ModelError) {
    let provider = try Provider.required(provider)
    connection = Connection(
      endpoint: try Endpoint(provider, base: options.baseURL, key: options.key, environment: environment),
      options: options, model: "")
  }

  /// Every model, in the order of the provider.
  public func all() async throws -> [ListedModel] {
    var models: [ListedModel] = []
    var page = ""
    // A provider that always has one more page would never end.
    for _ in 0..<100 {
      let json = try await connection.json(WireRequest(method: "GET", path: path(page), headers: headers, body: [:]))
      let found = (json["models"] ?? json["data"])?.array
      guard let found else {
        throw connection.error(for: AnswerFault(fault: .malformed("the answer has no list of models"), nil))
      }
      models += found.compactMap(Self.model)
      guard let next = next(json), next != page else { return models }
      page = next
    }
    throw connection.error(for: AnswerFault(fault: .malformed("the list of models does not end after 100 pages"), nil))
  }

  private var headers: [(name: String, value: String)] {
    connection.endpoint.provider.id == "anthropic" ? [(name: "anthropic-version", value: "2023-06-01")] : []
  }

  private func path(_ page: String) -> String {
    let page = GeminiGenerate.escaped(page)
    return switch connection.endpoint.provider.id {
    case "ollama": "/api/tags"
    case "gemini": "/v1beta/models?pageSize=1000" + (page.isEmpty ? "" : "&pageToken=\(page)")
    case "anthropic": "/v1/models?limit=1000" + (page.isEmpty ? "" : "&after_id=\(page)")
    default: "/models"
    }
  }

  private func next(_ json: JSONValue) -> String? {
    if json["has_more"]?.bool == true { return json["last_id"]?.words }
    return json["nextPageToken"]?.words
  }

  private static func model(_ json: JSONValue) -> ListedModel? {
    guard var id = json["id"]?.words ?? json["name"]?.words ?? json["model"]?.words else { return nil }
    if id.hasPrefix("models/") { id.removeFirst(7) }
    return ListedModel(
      id,
      contextWindow: json["inputTokenLimit"]?.int ?? json["context_window"]?.int ?? json["max_model_len"]?.int
        ?? json["context_length"]?.int ?? json["details"]?["context_length"]?.int,
      size: json["size"]?.int)
  }
}
