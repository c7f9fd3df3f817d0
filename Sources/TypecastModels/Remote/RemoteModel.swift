public import Typecast
import TypecastCurl
import TypecastSchema

/// A model of a provider, asked over HTTP.
///
///     let model = try RemoteModel("ollama:llama3.2")
///
/// Where the provider is and what its key is comes from ``ModelOptions`` or from the environment variables that its users
/// already have.
public struct RemoteModel: Model {
  public let name: String

  /// What the provider calls it.
  let model: String

  let endpoint: Endpoint
  let options: ModelOptions
  let profile: Profile

  /// A model by its name: a provider and what it calls the model, such as `openai:gpt-5-mini` or `ollama:llama3.2:3b`.
  public init(_ name: String, options: ModelOptions = ModelOptions()) throws(ModelError) {
    try self.init(name, options: options, environment: ProcessVariables.value)
  }

  /// The same with variables of an environment that is not the process's.
  package init(
    _ name: String, options: ModelOptions = ModelOptions(), environment: (String) -> String?
  ) throws(ModelError) {
    let parts = name.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard let provider = Provider.named(String(parts[0])) else {
      throw ModelError(
        .badRequest, row: "model.provider",
        "There is no provider '\(parts[0].prefix(40))'; name the model PROVIDER:MODEL with one of "
          + "\(Provider.all.map(\.id).joined(separator: ", ")).", anotherModelMayHelp: false)
    }
    guard parts.count == 2, !parts[1].isEmpty else {
      throw ModelError(
        .badRequest, row: "model.name", "\(provider.id) is a provider; name the model, too: \(provider.id):MODEL.",
        anotherModelMayHelp: false)
    }
    let endpoint = try Endpoint(provider, base: options.baseURL, key: options.key, environment: environment)
    self.name = name
    self.model = String(parts[1])
    self.endpoint = endpoint
    self.options = options
    profile = options.profile ?? endpoint.provider.profile(String(parts[1]), endpoint.base)
  }

  public func reply(to request: ModelRequest) async throws -> ModelReply {
    let call = RemoteCall(self, request, isStreamed: false)
    var reply = ModelReply("")
    while let piece = try await call.next() { reply.append(piece) }
    return reply
  }

  public func stream(_ request: ModelRequest) -> ModelStream {
    let environment = CallEnvironment.current
    return ModelStream(make: {
      RemoteCall.Pieces(call: RemoteCall(self, request, isStreamed: true, environment: environment))
    })
  }
}
