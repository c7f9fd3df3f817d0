/// Something in a pattern that works here but may not elsewhere.
public struct PatternWarning: Equatable, Sendable {
  /// The reason for a warning; more may be added.
  public struct Kind: Hashable, Sendable {
    /// The kind in a word, for messages and logs.
    public let name: String

    /// Valid only without the `u` flag, by Annex B of ECMA-262.
    public static let lenientSyntax = Kind(name: "lenient-syntax")
    /// Too large for an automaton: a search of a long text may stay undecided.
    public static let costly = Kind(name: "costly")
  }

  /// Why there is a warning.
  public let kind: Kind
  /// What was met, in sentences that end with the next thing to do.
  public let message: String
  /// Where in the pattern, counted in bytes of UTF-8.
  public let offset: Int
}
