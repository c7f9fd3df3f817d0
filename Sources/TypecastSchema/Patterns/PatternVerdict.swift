/// The outcome of a search.
public enum PatternVerdict: Equatable, Sendable {
  /// The pattern occurs in the text.
  case match
  /// The pattern occurs nowhere in the text.
  case noMatch
  /// The search reached its limit of work, so neither of the other two may be claimed.
  case undecided
}
