import TypecastJSON

/// Exchanges of two recordings that belong together, or one that has no partner.
package struct ExchangePair: Hashable, Sendable {
  /// How much two requests have in common.
  package enum Question: String, Hashable, Sendable {
    case same = "the same"
    case ofAnotherModel = "another model"
    case other = "something else"
  }

  /// Where the exchange is in the earlier recording; nil for one that came.
  package let old: Int?

  /// Where it is in the later one; nil for one that went.
  package let new: Int?

  /// What the later one asks, beside the earlier one.
  package var question = Question.same

  /// All exchanges of two recordings, in the order of the later one; those that went are last.
  package static func all(_ old: [ComparedExchange], _ new: [ComparedExchange]) -> [ExchangePair] {
    var pairs: [ExchangePair?] = Array(repeating: nil, count: new.count)
    var (openOld, openNew) = (Array(old.indices), Array(new.indices))
    for bond in Bond.all where !openOld.isEmpty && !openNew.isEmpty {
      var waiting: [Sign: ArraySlice<Int>] = [:]
      for place in openOld {
        if let sign = bond.old(old[place]) { waiting[sign, default: []].append(place) }
      }
      var taken: Set<Int> = []
      for place in openNew {
        guard let sign = bond.new(new[place]), let partner = waiting[sign]?.popFirst() else { continue }
        pairs[place] = ExchangePair(old: partner, new: place, question: bond.question)
        taken.insert(partner)
      }
      openNew.removeAll { pairs[$0] != nil }
      openOld.removeAll { taken.contains($0) }
    }
    return pairs.enumerated().map { $1 ?? ExchangePair(old: nil, new: $0) }
      + openOld.map { ExchangePair(old: $0, new: nil) }
  }
}

/// What makes exchanges belong together. Where several have the same sign, their order decides.
private struct Bond {
  let question: ExchangePair.Question
  let old: @Sendable (ComparedExchange) -> Sign?
  let new: @Sendable (ComparedExchange) -> Sign?

  /// From the strongest to the weakest.
  static let all =
    [
      Bond(.same) { Sign(words: [$0.file], key: $0.key) },
      Bond(.same) { Sign(key: $0.key) },
      Bond(.same) { Sign(key: $0.key.withoutHost) },
      Bond(.ofAnotherModel) { exchange in
        exchange.id.map { Sign(words: [$0], key: exchange.key.withoutHost.withoutModel) }
      },
      Bond(.other) { exchange in
        exchange.id.map { Sign(words: [$0, exchange.key.method, exchange.key.pathOfModels]) }
      },
      Bond(.ofAnotherModel) { Sign(key: $0.key.withoutHost.withoutModel) },
    ]
    + byAddress { Sign(words: [$0.file, $0.key.host, $0.key.method, $0.key.pathOfModels], streams: $0.key.streams) }
    + byAddress { Sign(words: [$0.key.host, $0.key.method, $0.key.pathOfModels], streams: $0.key.streams) }
    + byAddress { Sign(words: [$0.key.method, $0.key.pathOfModels], streams: $0.key.streams) }
    + byAddress { Sign(words: [$0.key.method, $0.key.pathOfModels]) }

  private init(_ question: ExchangePair.Question, _ sign: @escaping @Sendable (ComparedExchange) -> Sign?) {
    (self.question, old, new) = (question, sign, sign)
  }

  private init(
    old: @escaping @Sendable (ComparedExchange) -> Sign?, new: @escaping @Sendable (ComparedExchange) -> Sign?
  ) {
    (question, self.old, self.new) = (.other, old, new)
  }

  /// What goes to one address belongs together, unless a person gave both names, and different ones.
  private static func byAddress(_ sign: @escaping @Sendable (ComparedExchange) -> Sign) -> [Bond] {
    let named = { @Sendable (exchange: ComparedExchange) in exchange.id == nil ? nil : sign(exchange) }
    let nameless = { @Sendable (exchange: ComparedExchange) in exchange.id == nil ? sign(exchange) : nil }
    return [Bond(.other, nameless), Bond(old: named, new: nameless), Bond(old: nameless, new: named)]
  }
}

/// What partners have in common.
private struct Sign: Hashable {
  var words: [String?] = []
  var streams: Bool?
  var key: RequestKey?
}

extension RequestKey {
  /// What it asks of any model.
  fileprivate var withoutModel: RequestKey {
    var key = self
    key.path = pathOfModels
    if let json {
      key.body = .json(JSONWriter(style: .canonical).bytes(of: json.removing([JSONPointer(tokens: ["model"])])))
    }
    return key
  }

  /// The path with `*` in the place of a model's name, which some providers have in it.
  fileprivate var pathOfModels: String {
    var parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    for index in parts.indices.dropFirst() where Self.placesOfModels.contains(parts[index - 1]) {
      parts[index] = "*" + parts[index].drop { $0 != ":" }
    }
    return parts.joined(separator: "/")
  }

  private static let placesOfModels: Set<String> = ["models", "model", "deployments", "engines"]

  /// Whether the request says that the answer is to be a stream, or is not to be one: they look different.
  fileprivate var streams: Bool? { json?["stream"]?.bool }

  private var json: JSONValue? {
    guard case .json(let bytes) = body else { return nil }
    return try? JSONValue(parsing: bytes)
  }
}
