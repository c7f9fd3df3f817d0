public import TypecastJSON

/// What makes a request the one that was recorded.
///
/// The method, the path, the query and the body always count; so does the host, but that a recording of this machine
/// stands for every host.
public struct Matching: Sendable {
  /// Headers that have to be equal, too. The case of their names does not matter.
  public var headers: [String]

  /// Whether bodies count. JSON counts by value: the order of its members and the way in which its numbers are written
  /// does not matter.
  public var comparesBodies: Bool

  /// Places in JSON bodies that do not count, as JSON Pointers in which `*` stands for each member or element.
  public var ignoredPaths: [JSONPointer]

  /// Whether requests come in the order in which they were recorded.
  public var isOrdered: Bool

  /// Whether an exchange may be played more than once, when no other one matches.
  public var allowsRepeats: Bool

  /// Each of `ignoredPaths` has to be a JSON Pointer; another text is a mistake in the program, and ends it.
  public init(
    headers: [String] = [], comparesBodies: Bool = true, ignoredPaths: [String] = [], isOrdered: Bool = false,
    allowsRepeats: Bool = false
  ) {
    self.headers = headers
    self.comparesBodies = comparesBodies
    self.ignoredPaths = ignoredPaths.map { path in
      guard let pointer = JSONPointer(path) else { preconditionFailure("'\(path)' is no JSON Pointer.") }
      return pointer
    }
    self.isOrdered = isOrdered
    self.allowsRepeats = allowsRepeats
  }
}

/// A request as it is compared.
struct RequestKey: Hashable {
  enum Body: Hashable {
    case none
    /// JSON in its canonical form.
    case json([UInt8])
    case bytes([UInt8])
  }

  let method: String
  /// Nil for this machine, which stands for every host.
  private(set) var host: String?
  var path: String
  let query: [String]
  let headers: [String]
  var body: Body

  init(_ request: RecordedRequest, _ matching: Matching) {
    method = request.method.uppercased()
    let address = Address(request.url)
    host = address.isLocal ? nil : address.host
    path = address.path
    query = address.query.sorted()
    headers = matching.headers.map { name in
      request.headers.filter { $0.name.lowercased() == name.lowercased() }.map(\.value).joined(separator: ", ")
    }
    if !matching.comparesBodies || request.body.isEmpty {
      body = .none
    } else if let json = request.json {
      body = .json(JSONWriter(style: .canonical).bytes(of: json.removing(matching.ignoredPaths)))
    } else {
      body = .bytes(request.body)
    }
  }

  /// Whether a request is the one that was recorded.
  func matches(_ recorded: RequestKey) -> Bool {
    guard host == nil || recorded.host == nil || host == recorded.host else { return false }
    return withoutHost == recorded.withoutHost
  }

  /// What is looked up: hosts are compared afterwards.
  var withoutHost: RequestKey {
    var key = self
    key.host = nil
    return key
  }
}

extension RecordedRequest {
  /// The body as JSON; nil where it is none.
  var json: JSONValue? {
    guard let first = body.first(where: { $0 > 0x20 }), first == UInt8(ascii: "{") || first == UInt8(ascii: "[") else {
      return nil
    }
    return try? JSONValue(parsing: body)
  }
}

/// The parts of an address that are compared.
struct Address {
  let host: String
  let path: String
  let query: [String]
  let isLocal: Bool

  init(_ url: String) {
    var rest = Substring(url.prefix { $0 != "#" })
    let parts = rest.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    query = parts.count > 1 ? parts[1].split(separator: "&").map(String.init) : []
    rest = parts.first ?? ""
    guard let scheme = rest.firstRange(of: "://") else {
      (host, path, isLocal) = ("", String(rest), true)
      return
    }
    rest = rest[scheme.upperBound...]
    let place = rest.prefix { $0 != "/" }
    path = place.endIndex == rest.endIndex ? "/" : String(rest[place.endIndex...])
    let machine = (place.split(separator: "@", omittingEmptySubsequences: false).last ?? "").lowercased()
    host = machine
    let isNumber = machine.utf8.allSatisfy { (0x30...0x3A).contains($0) || $0 == 0x2E }
    let name = machine.prefix { $0 != ":" }
    isLocal = name == "localhost" || isNumber && machine.hasPrefix("127.") || machine.hasPrefix("[::1]")
  }
}

extension JSONValue {
  /// Without what stands at some places.
  func removing(_ pointers: [JSONPointer]) -> JSONValue {
    pointers.reduce(self) { json, pointer in json.removing(pointer.tokens.map(\.string)[...]) }
  }

  private func removing(_ path: ArraySlice<String>) -> JSONValue {
    guard let name = path.first else { return self }
    let rest = path.dropFirst()
    switch self {
    case .object(let object):
      var kept = JSONObject()
      for member in object {
        let isMeant = name == "*" || name.utf8.elementsEqual(member.key.utf8)
        if isMeant, rest.isEmpty { continue }
        kept[member.key] = isMeant ? member.value.removing(rest) : member.value
      }
      return .object(kept)
    case .array(let elements):
      var kept: [JSONValue] = []
      for (index, element) in elements.enumerated() {
        let isMeant = name == "*" || name == String(index)
        if isMeant, rest.isEmpty { continue }
        kept.append(isMeant ? element.removing(rest) : element)
      }
      return .array(kept)
    default: return self
    }
  }
}
