/// What the uses of one file record anew in a run, and what becomes of the file by it.
///
/// What was there before keeps its place, so that the file does not depend on which use ended first, or on which of two
/// requests was sent first.
struct Rerecording {
  /// What was in the file before the run.
  private let before: [Exchange]
  private var recorded: [Exchange] = []

  /// What of the file may go. With ``replacesAll`` it is all of it.
  private var replaced: [Exchange] = []
  private var replacesAll = false

  /// Whether a use failed. What it would have asked for is not known, so that nothing goes.
  var hasFailedUse = false

  init(before: [Exchange]) { self.before = before }

  /// Whether no use has recorded anything.
  var isEmpty: Bool { recorded.isEmpty }

  /// Adds what a use has recorded.
  ///
  /// Each use plays the whole cassette, so that what one of them got for a request answers all.
  ///
  /// - Parameter old: What the use asked for before, and what goes where nobody asks for it any more; nil for all.
  mutating func add(_ new: [Exchange], replacing old: [Exchange]?, _ matching: Matching) {
    recorded.add(new, matching)
    if let old { replaced.add(old, matching) } else { replacesAll = true }
  }

  /// What the file has to hold now.
  func exchanges(_ matching: Matching) -> [Exchange] {
    var old = ExchangePool(before, matching)
    var gone = ExchangePool(replaced, matching)
    var result: [(place: Int, exchange: Exchange)] = []
    for (index, exchange) in recorded.enumerated() {
      if let place = old.take(asking: exchange) {
        _ = gone.take(asking: exchange)
        result.append((place, Self.update(before[place], to: exchange, matching)))
      } else {
        result.append((before.count + index, exchange))
      }
    }
    for place in old.places where !isGone(before[place], &gone) { result.append((place, before[place])) }
    // Where the order counts, what stays comes behind what was recorded in its order.
    return (matching.isOrdered ? result : result.sorted { $0.place < $1.place }).map(\.exchange)
  }

  private func isGone(_ exchange: Exchange, _ gone: inout ExchangePool) -> Bool {
    !hasFailedUse && (replacesAll || gone.take(asking: exchange) != nil)
  }

  /// The old exchange where the new one says the same: what has not changed changes nothing.
  private static func update(_ old: Exchange, to new: Exchange, _ matching: Matching) -> Exchange {
    if Sameness.holds(new, old, matching) { return old }
    // A name and a note are a person's, and stay.
    var new = new
    (new.id, new.note) = (old.id, old.note)
    return new
  }
}

extension [Exchange] {
  /// Appends those whose requests are not there yet, or not as often.
  fileprivate mutating func add(_ others: [Exchange], _ matching: Matching) {
    var known = ExchangePool(self, matching)
    self += others.filter { known.take(asking: $0) == nil }
  }
}
