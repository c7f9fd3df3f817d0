import Typecast

/// What an answer looks like, whatever it says: which members it has, and of which types.
///
/// Two recordings of one server differ in every text; where their shapes differ, the server has changed.
public struct ExchangeShape: Hashable, Sendable {
  /// Whether it is an answer or an error, and whether it came to its end: others do not look alike.
  private enum Ending: Hashable {
    case success, error, broken, none
  }

  private let ending: Ending
  private let status: Int?
  private let failure: String?

  /// What headers say that clients act on, by their names.
  private var headers: [String: String] = [:]

  /// A body of one piece, and the events of a stream by their sort.
  private var values: [String: ValueShape] = [:]

  /// Looks at the status, at headers that clients act on, and at the types within a body of JSON or of events.
  public init(_ exchange: Exchange) {
    switch exchange.outcome {
    case .failure(let failed):
      (ending, status, failure) = (.none, nil, failed.error.kind.rawValue)
    case .response(let response):
      status = response.status
      failure = response.failure?.error.kind.rawValue
      ending = failure != nil ? .broken : response.status < 400 ? .success : .error
      for header in response.headers { note(header) }
      note(BodyContent(response.body, contentType: headers["content-type"], isWhole: failure == nil))
    }
  }

  /// How a shape differs from an earlier one.
  ///
  /// An answer has little in common with an error, or with one that broke off: then it is told that it is another, and no
  /// more.
  ///
  /// - Parameters:
  ///   - earlier: What the answer looked like before.
  ///   - limit: How many differences are told; the others are counted.
  public func differences(from earlier: ExchangeShape, limit: Int = 1000) -> ShapeDifferences {
    var comparison = ShapeComparison(limit: limit)
    comparison.compare(earlier.status.map { String($0) }, status.map { String($0) }, at: "status")
    comparison.compare(earlier.failure, failure, at: "failure")
    guard ending == earlier.ending else { return comparison.differences }
    for name in Set(headers.keys).union(earlier.headers.keys).sorted() {
      comparison.compare(earlier.headers[name], headers[name], at: "header \(name)")
    }
    for name in Set(values.keys).union(earlier.values.keys).sorted() {
      comparison.compare(earlier.values[name], values[name], at: name, counts: name == Self.body)
    }
    return comparison.differences
  }

  private static let body = "body"

  private mutating func note(_ content: BodyContent) {
    switch content {
    case .json(let json): values[Self.body, default: ValueShape()].add(json)
    case .text: values[Self.body, default: ValueShape()].add("text")
    case .bytes: values[Self.body, default: ValueShape()].add("bytes")
    case .none: break
    case .stream(let events):
      for event in events where event.sort != Self.keptAlive {
        let place = event.sort.map { "stream(\($0))" } ?? "stream"
        if let json = event.json {
          values[place, default: ValueShape()].add(json)
        } else {
          values[place, default: ValueShape()].add("text")
        }
      }
    }
  }

  /// The sort of an event that only says that the server is still there: it comes after a time, and not each time.
  private static let keptAlive = "ping"

  // MARK: Headers

  /// Headers of which it counts that they are there.
  private static let noticed: Set<String> = [
    "retry-after", "retry-after-ms", "x-should-retry", "location", "www-authenticate", "deprecation", "sunset",
    "warning",
  ]

  /// Other headers are of the connection, of the day and of the server: they change while the interface stays.
  private mutating func note(_ header: RecordedHeader) {
    let name = header.name.lowercased()
    switch name {
    case "content-type": headers[name] = Self.mediaType(header.value)
    case "content-encoding": headers[name] = header.value.lowercased()
    case _ where name.hasSuffix("-version"): headers[name] = header.value
    case _ where Self.noticed.contains(name) || name.contains("ratelimit-"): headers[name] = "text"
    default: break
    }
  }

  /// The type of content, without its parameters.
  private static func mediaType(_ value: String) -> String {
    let type = value.prefix { $0 != ";" }
    return String(type.filter { !$0.isWhitespace }).lowercased()
  }
}
