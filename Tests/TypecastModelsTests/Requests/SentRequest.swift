import Typecast
import TypecastJSON

@testable import TypecastModels

/// What leaves for a case, as its golden shows it.
struct SentRequest: Equatable {
  /// The key of whoever asks.
  static let key = "the-key"

  /// The request, or why there is none.
  private(set) var json: JSONObject

  /// Asks, and catches what would leave.
  init(_ asked: RequestCase, to target: RequestTarget) async throws {
    let transport = ScriptedTransport()
    let options = asked.options(for: target)
    do {
      let endpoint = try Endpoint(
        Provider.required(target.provider), base: options.baseURL, key: options.key, environment: target.variable)
      try await CallEnvironment.with(transport: KeyedTransport(endpoint: endpoint, base: transport)) {
        try await asked.ask(target)
      }
      throw NothingSent(what: "\(target.id)/\(asked.name) was answered by nobody")
    } catch let error as ModelError {
      guard let request = transport.requests.first else {
        json = [
          "refused": [
            "kind": .string(error.kind.rawValue), "row": .string(error.row), "message": .string(error.message),
          ]
        ]
        return
      }
      guard transport.requests.count == 1 else {
        throw NothingSent(what: "\(target.id)/\(asked.name) was sent \(transport.requests.count) times")
      }
      json = try Self.json(request)
    }
  }

  /// The row that says why it was not sent; nil where it was.
  var refusal: String? { json["refused"]?["row"]?.string }

  /// What a case asks for and what leaves no trace in this request.
  func dropped(_ asked: RequestCase, to target: RequestTarget) async throws -> [String] {
    if refusal != nil { return [] }
    var dropped: [String] = []
    for (name, shortened) in asked.shortened where try await SentRequest(shortened, to: target) == self {
      dropped.append(name)
    }
    return dropped
  }

  /// The text of the golden.
  ///
  /// - Parameter dropped: What was asked and left no trace.
  func text(dropping dropped: [String]) -> String {
    var json = json
    if !dropped.isEmpty { json["dropped"] = .array(dropped.map { .string($0) }) }
    return JSONWriter(style: .pretty).string(of: .object(json)) + "\n"
  }

  private static func json(_ request: HTTPRequest) throws -> JSONObject {
    var json: JSONObject = ["method": .string(request.method), "url": .string(request.url)]
    var headers = JSONObject()
    for field in request.headers.fields {
      // The key stands at the end of one header, and nowhere else.
      let isKey = field.value.hasSuffix(key)
      headers[field.name] = .string(isKey ? field.value.dropLast(key.count) + "…" : field.value)
    }
    json["headers"] = .object(headers)
    if request.limits != ModelOptions.usualTimeLimits { json["seconds"] = .object(seconds(request.limits)) }
    if !request.body.isEmpty { json["body"] = try JSONValue(parsing: request.body) }
    if JSONWriter().string(of: .object(json)).contains(key) { throw NothingSent(what: "a key is out of its place") }
    return json
  }

  private static func seconds(_ limits: TimeLimits) -> JSONObject {
    var json = JSONObject()
    let all = [
      ("connect", limits.connect), ("firstByte", limits.firstByte), ("idle", limits.idle), ("total", limits.total),
    ]
    for (name, limit) in all { json.set(name, JSONValue(limit.map { $0 / .seconds(1) })) }
    return json
  }

  /// What keeps a test from judging what is sent.
  struct NothingSent: Error { let what: String }
}
