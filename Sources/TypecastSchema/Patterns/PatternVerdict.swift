/// The outcome of a search.
public enum PatternVerdict: Equatable, Sendable {
  case match
  case noMatch
  /// The search reached its limit of work, so neither of the other two may be claimed.
  case undecided
}
