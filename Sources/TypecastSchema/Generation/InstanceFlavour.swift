/// What generated instances look like.
public enum InstanceFlavour: String, Hashable, Sendable, CaseIterable {
  /// As little as the schema allows: required members alone, short texts.
  case minimal
  /// What a person would expect: most optional members, readable texts, examples that the schema gives.
  case typical
  /// What nobody expects: control characters, other scripts, huge numbers, odd spellings of numbers, unknown members.
  case wild
}

/// How large generated instances may get.
public struct InstanceLimits: Hashable, Sendable {
  /// The nesting from which on only what is required is added.
  public var depth: Int

  /// The number of values from which on only what is required is added.
  public var values: Int

  /// How many parts may be drawn, failed attempts included, before a search is given up.
  public var work: Int

  /// Limits that make values a person can still read.
  public init(depth: Int = 6, values: Int = 120, work: Int = 6_000) {
    self.depth = depth
    self.values = values
    self.work = work
  }
}
