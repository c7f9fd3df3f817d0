import Typecast
import TypecastCurl
import TypecastJSON
import TypecastSchema

extension RemoteModel {
  /// The modes that are worth a try for a schema, the best first.
  func modes(for schema: CompiledSchema) -> [AnswerMode] {
    if let mode = options.mode { return [mode] }
    let modes = ModeMemory.shared.modes(profile, for: schema, at: endpoint.base, model)
    if modes.count > 1, modes.first == .native, let dialect = profile.dialect,
      !Projections.shared[schema, dialect].limitsExceeded.isEmpty
    {
      // The provider says itself that it refuses such a schema.
      return Array(modes.dropFirst())
    }
    return modes
  }

  /// What carries requests: the environment may put another one in its place, or something around it.
  func transport(in environment: CallEnvironment) -> any Transport {
    environment.transport(KeyedTransport(endpoint: endpoint, base: CurlTransport.shared))
  }

  /// The request as it is sent.
  func httpRequest(_ wire: WireRequest, _ limits: TimeLimits) -> HTTPRequest {
    var headers = HTTPHeaders([(name: "content-type", value: "application/json")])
    for header in wire.headers + options.headers { headers[header.name] = header.value }
    var body = wire.body
    if case .object(var object) = body, !options.extraBody.isEmpty {
      for member in options.extraBody { object[member.key] = member.value }
      body = .object(object)
    }
    return HTTPRequest(
      wire.method, endpoint.base + wire.path, headers: headers,
      body: wire.method == "GET" ? [] : JSONWriter().bytes(of: body), limits: limits.over(options.timeLimits))
  }
}
