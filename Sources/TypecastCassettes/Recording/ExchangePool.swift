/// Exchanges to be found again by what they ask, each once.
struct ExchangePool {
  private let matching: Matching

  /// Where the exchanges of a request are that were not taken yet.
  private var placesOfRequests: [RequestKey: ArraySlice<Int>]

  init(_ exchanges: [Exchange], _ matching: Matching) {
    self.matching = matching
    placesOfRequests = Dictionary(grouping: exchanges.indices) { RequestKey(exchanges[$0].request, matching) }
      .mapValues { $0[...] }
  }

  /// Takes the first one that asks the same, and tells its place.
  mutating func take(asking exchange: Exchange) -> Int? {
    placesOfRequests[RequestKey(exchange.request, matching)]?.popFirst()
  }

  /// The places of those that nobody took, in their order.
  var places: [Int] { placesOfRequests.values.joined().sorted() }
}
