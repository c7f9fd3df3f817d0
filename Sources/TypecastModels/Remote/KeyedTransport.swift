import Typecast

/// A provider's own transport: adds the key on the last step, so that nothing before it ever sees one.
///
/// A transport that takes its place, such as a recording, needs no key.
struct KeyedTransport: Transport {
  let endpoint: Endpoint
  let base: any Transport

  func send(_ request: HTTPRequest) async throws -> HTTPResponse {
    var request = request
    if let key = endpoint.key {
      switch endpoint.provider.keyHeader {
      case .bearer: request.headers["authorization"] = "Bearer \(key)"
      case .named(let name): request.headers[name] = key
      }
    } else if !endpoint.provider.isOpen {
      throw MissingKey()
    }
    return try await base.send(request)
  }
}

/// A request that would leave without the key that its provider asks for.
struct MissingKey: Error {}
