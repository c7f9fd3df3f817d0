/// Exchanges to be found again by what they ask, each once.
struct ExchangePool {
  private let exchanges: [Exchange]
  private let matching: Matching

  /// Where the exchanges of a request are that were not taken yet.
  private var places: [RequestKey: [Int]]

  init(_ exchanges: [Exchange], _ matching: Matching) {
    self.exchanges = exchanges
    self.matching = matching
    places = Dictionary(grouping: exchanges.indices) { RequestKey(exchanges[$0].request, matching) }
  }

  /// Takes the first one that asks the same and is answered the same.
  mutating func take(like exchange: Exchange) -> Exchange? {
    let matching = matching
    return take(asking: exchange) { Sameness.holds(exchange, $0, matching) }
  }

  /// Takes the first one that asks the same.
  mutating func take(asking exchange: Exchange) -> Exchange? { take(asking: exchange) { _ in true } }

  private mutating func take(asking exchange: Exchange, where fits: (Exchange) -> Bool) -> Exchange? {
    let key = RequestKey(exchange.request, matching)
    guard let index = places[key]?.firstIndex(where: { fits(exchanges[$0]) }),
      let place = places[key]?.remove(at: index)
    else { return nil }
    return exchanges[place]
  }
}
