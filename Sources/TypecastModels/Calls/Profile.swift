public import TypecastSchema

/// What a model at a host can do, as far as that decides how it is asked.
public struct Profile: Hashable, Sendable {
  /// The ways to bring it to a shape, the best first.
  public var modes: [AnswerMode]

  /// What its structured output takes; nil where it has none.
  public var dialect: Dialect?

  /// What the arguments of its tools are described in; nil where it calls none.
  public var toolDialect: Dialect?

  /// Whether it thinks unless it is told not to; nil where nobody knows.
  public var thinks: Bool?

  /// What it needs to be told: the limit on an answer, for providers that insist on one.
  public var maxTokens: Int?

  /// What is known of a model; what is not given stays unknown.
  public init(
    modes: [AnswerMode] = [.native, .tool, .prompted], dialect: Dialect? = nil, toolDialect: Dialect? = nil,
    thinks: Bool? = nil, maxTokens: Int? = nil
  ) {
    self.modes = modes
    self.dialect = dialect
    self.toolDialect = toolDialect
    self.thinks = thinks
    self.maxTokens = maxTokens
  }
}
