public import Typecast
import TypecastSchema

/// A model of a provider, asked over HTTP.
///
///     let model = try RemoteModel("ollama:llama3.2")
///
/// Where the provider is and what its key is comes from ``ModelOptions`` or from the environment variables that its users
/// already have.
public struct RemoteModel: Model {
  public let name: String

  let connection: Connection
  let profile: Profile

  /// What the provider calls it.
  var model: String { connection.model }

  var endpoint: Endpoint { connection.endpoint }
  var options: ModelOptions { connection.options }

  /// A model by its name: a provider and what it calls the model, such as `openai:gpt-5-mini` or `ollama:llama3.2:3b`.
  public init(_ name: String, options: ModelOptions = ModelOptions()) throws(ModelError) {
    try self.init(name, options: options, environment: Surroundings.variable)
  }

  /// The same with variables of an environment that is not the process's.
  package init(
    _ name: String, options: ModelOptions = ModelOptions(), environment: (String) -> String?
  ) throws(ModelError) {
    let (provider, model) = try Provider.parts(of: name)
    let endpoint = try Endpoint(provider, base: options.baseURL, key: options.key, environment: environment)
    self.name = name
    connection = Connection(endpoint: endpoint, options: options, model: model)
    profile = options.profile ?? endpoint.provider.profile(model, endpoint.base)
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
