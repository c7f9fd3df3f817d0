/// Whether and how much a model is to think before it answers.
public struct Thinking: Hashable, Sendable {
  /// How much; more may be added.
  public struct Effort: Hashable, Sendable, RawRepresentable {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    /// A little.
    public static let low = Effort(rawValue: "low")
    /// Neither little nor much.
    public static let medium = Effort(rawValue: "medium")
    /// Much.
    public static let high = Effort(rawValue: "high")
  }

  /// Whether it thinks at all, as far as it can do without.
  public var isOn: Bool
  /// How much it is to think, for providers that take a word for it; nil leaves it to the model.
  public var effort: Effort?
  /// The most tokens that it may think, for providers that count them.
  public var budget: Int?

  private init(isOn: Bool, effort: Effort? = nil, budget: Int? = nil) {
    self.isOn = isOn
    self.effort = effort
    self.budget = budget
  }

  /// Not to think, or as little as the model can.
  public static let off = Thinking(isOn: false)
  /// To think, as much as the model finds right.
  public static let on = Thinking(isOn: true)
  /// To think about so much.
  public static func effort(_ effort: Effort) -> Thinking { Thinking(isOn: true, effort: effort) }
  /// To think, in at most so many tokens.
  public static func budget(_ tokens: Int) -> Thinking { Thinking(isOn: true, budget: tokens) }
}
