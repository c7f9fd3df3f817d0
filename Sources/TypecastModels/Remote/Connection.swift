import Typecast
import TypecastJSON

/// The way to one provider: where it is, how it is reached, and about which of its models.
struct Connection: Sendable {
  let endpoint: Endpoint
  let options: ModelOptions

  /// What the provider calls the model; empty where it is about none.
  let model: String

  /// What must not be shown: the key, a password in the address, and headers that are called as such things are.
  var secrets: [String] {
    endpoint.secrets + options.headers.filter { Endpoint.isSecret($0.name) }.map(\.value)
  }

  /// What carries requests: the environment may put another one in its place, or something around it.
  func transport(in environment: CallEnvironment) -> any Transport {
    environment.transport(KeyedTransport(endpoint: endpoint, base: Surroundings.transport))
  }

  /// The request as it is sent.
  func httpRequest(_ wire: WireRequest, _ limits: TimeLimits = TimeLimits()) -> HTTPRequest {
    var headers = HTTPHeaders([(name: "content-type", value: "application/json")])
    for header in wire.headers + options.headers { headers[header.name] = header.value }
    var body = wire.body
    if case .object(var object) = body, !options.extraBody.isEmpty {
      for member in options.extraBody { object[member.key] = member.value.over(object[member.key]) }
      body = .object(object)
    }
    return HTTPRequest(
      wire.method, endpoint.url(wire.path), headers: headers,
      body: wire.method == "GET" ? [] : JSONWriter().bytes(of: body), limits: limits.over(options.timeLimits))
  }

  /// Sends a request whose answer is JSON that comes whole, and again after a failure that may pass.
  func json(_ wire: WireRequest) async throws -> JSONValue {
    let environment = CallEnvironment.current
    var tries = Tries(options.retries, environment)
    while true {
      do {
        try tries.begin()
        let response = try await transport(in: environment).send(httpRequest(wire, tries.limits()))
        guard (200..<300).contains(response.status) else { throw try await HTTPFailure(response, environment.clock) }
        let bytes = try await response.body.bytes()
        do throws(WireFault) { return try JSONValue(answer: bytes) } catch {
          throw AnswerFault(fault: error, response.headers.requestID)
        }
      } catch {
        try await tries.wait(after: failure(error, in: tries))
      }
    }
  }

  /// What a caller gets to see of a failure; throws where it was not wanted any more.
  func failure(_ error: any Error, in tries: Tries) throws -> ModelError {
    if Task.isCancelled || error is CancellationError { throw CancellationError() }
    var failure = self.error(for: error)
    failure.tries = tries.count
    return failure
  }
}

extension JSONValue {
  /// This value; where both are objects, the members of the other one that this one does not have stay.
  fileprivate func over(_ other: JSONValue?) -> JSONValue {
    guard case .object(let mine) = self, case .object(var both)? = other else { return self }
    for member in mine { both[member.key] = member.value }
    return .object(both)
  }
}
