import Synchronization

/// The exchanges of a cassette while they are played.
final class Deck: Sendable {
  private struct Card {
    let exchange: Exchange
    let key: RequestKey
    var plays = 0
    /// Whether a request was for it, even if a fault stood in its place.
    var isTouched = false
  }

  private struct State {
    var cards: [Card]
    /// The cards of each key, hosts included.
    var queues: [RequestKey: Queue] = [:]
    /// The cards of each key, whatever their hosts.
    var queuesOfAllHosts: [RequestKey: Queue] = [:]
    /// How many of the first cards were played, where the order counts.
    var first = 0
    var misses: [CassetteMiss] = []
  }

  /// Cards that answer the same request, in their order.
  private struct Queue {
    var places: [Int] = []
    /// How many of the first of them were played. It only grows, so that equal requests don't look at each other.
    private var played = 0

    mutating func next(in cards: [Card]) -> Int? {
      while played < places.count, cards[places[played]].plays > 0 { played += 1 }
      return played < places.count ? places[played] : nil
    }
  }

  /// How many misses are kept: a server may run for long and be asked for anything.
  private static let mostMisses = 100

  private let matching: Matching
  private let path: String?
  private let state: Mutex<State>

  init(_ exchanges: [Exchange], _ matching: Matching, path: String?) {
    self.matching = matching
    self.path = path
    var state = State(cards: exchanges.map { Card(exchange: $0, key: RequestKey($0.request, matching)) })
    for (place, card) in state.cards.enumerated() {
      state.queues[card.key, default: Queue()].places.append(place)
      state.queuesOfAllHosts[card.key.withoutHost, default: Queue()].places.append(place)
    }
    self.state = Mutex(state)
  }

  /// Finds the exchange for a request.
  ///
  /// - Parameter plays: Whether it is gone after that.
  func take(_ request: RecordedRequest, plays: Bool = true) throws(CassetteMiss) -> Exchange {
    let key = RequestKey(request, matching)
    let found: Result<Exchange, CassetteMiss> = state.withLock { state in
      guard let place = place(of: key, in: &state) else {
        let miss = miss(of: request, key, in: state)
        if state.misses.count < Self.mostMisses { state.misses.append(miss.withoutBody) }
        return .failure(miss)
      }
      state.cards[place].isTouched = true
      if plays {
        state.cards[place].plays += 1
        while state.first < state.cards.count, state.cards[state.first].plays > 0 { state.first += 1 }
      }
      return .success(state.cards[place].exchange)
    }
    return try found.get()
  }

  private func place(of key: RequestKey, in state: inout State) -> Int? {
    if matching.isOrdered {
      if state.first < state.cards.count, key.matches(state.cards[state.first].key) { return state.first }
      guard matching.allowsRepeats, state.first > 0, key.matches(state.cards[state.first - 1].key) else { return nil }
      return state.first - 1
    }
    let next: Int?
    if key.host == nil {
      next = state.queuesOfAllHosts[key]?.next(in: state.cards)
    } else {
      let nexts = [
        state.queues[key]?.next(in: state.cards), state.queues[key.withoutHost]?.next(in: state.cards),
      ]
      next = nexts.compactMap(\.self).min()
    }
    return next ?? (matching.allowsRepeats ? last(of: key, in: state) : nil)
  }

  /// The last card that answers a request, played or not.
  private func last(of key: RequestKey, in state: State) -> Int? {
    if key.host == nil { return state.queuesOfAllHosts[key]?.places.last }
    return [state.queues[key]?.places.last, state.queues[key.withoutHost]?.places.last].compactMap(\.self).max()
  }

  /// The exchanges that nobody asked for.
  var unused: [(place: Int, exchange: Exchange)] {
    state.withLock { state in
      state.cards.enumerated().filter { !$0.element.isTouched }.map { ($0.offset, $0.element.exchange) }
    }
  }

  /// The first requests that nothing was recorded for.
  var misses: [CassetteMiss] { state.withLock { $0.misses } }

  // MARK: Misses

  /// How many recorded requests are looked at to find the nearest.
  private static let mostCompared = 500

  private func miss(of request: RecordedRequest, _ key: RequestKey, in state: State) -> CassetteMiss {
    if let place = last(of: key, in: state) {
      let isPlayed = state.cards[place].plays > 0
      let reason =
        isPlayed
        ? "Each exchange that matches was played already (the last of them is \(name(place, state))). Record one more, or "
          + "allow repeats: Matching(allowsRepeats: true), or --repeats."
        : "It matches \(name(place, state)), but comes before \(name(state.first, state)), and the order counts."
      return CassetteMiss(path: path, request: request, reason: reason)
    }
    let open = state.cards.indices.filter { state.cards[$0].plays == 0 }
    let nearest = (open.isEmpty ? Array(state.cards.indices) : open).prefix(Self.mostCompared)
      .map { ($0, Difference(sent: request, recorded: state.cards[$0].exchange.request, matching)) }
      .min { $0.1.weight < $1.1.weight }
    guard let (place, difference) = nearest else {
      return CassetteMiss(path: path, request: request, reason: "The cassette is empty.")
    }
    let lines = difference.lines.map { "\n  \($0)" }.joined()
    return CassetteMiss(
      path: path, request: request, reason: "The nearest is \(name(place, state)), which differs in:\(lines)")
  }

  private func name(_ place: Int, _ state: State) -> String {
    guard state.cards.indices.contains(place) else { return "the end" }
    return "exchange \(place + 1)" + (state.cards[place].exchange.id.map { " '\($0)'" } ?? "")
  }
}

/// A request that nothing was recorded for.
public struct CassetteMiss: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file of the cassette; nil where it has none.
  public let path: String?

  /// What was sent, without secrets.
  public let request: RecordedRequest

  /// The nearest recorded request and what differs.
  public let reason: String

  /// As it is kept: bodies may be long, and what differs was told.
  var withoutBody: CassetteMiss {
    var request = request
    request.body = []
    return CassetteMiss(path: path, request: request, reason: reason)
  }

  public var description: String {
    let place = request.url.prefix { $0 != "?" }
    return "\(path ?? "The cassette") has no answer to \(request.method) \(place). \(reason)\n"
      + "To record it, with the server reachable: set \(RecordMode.variable)=missing and run the test again, or use "
      + "typecast record --add."
  }
}
