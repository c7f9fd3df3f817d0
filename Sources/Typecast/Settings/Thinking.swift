/// Whether and how much a model is to think before it answers.
public struct Thinking: Hashable, Sendable {
  /// How much; more may be added.
  public struct Effort: Hashable, Sendable, RawRepresentable {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    public static let low = Effort(rawValue: "low")
    public static let medium = Effort(rawValue: "medium")
    public static let high = Effort(rawValue: "high")
  }

  /// Whether it thinks at all, as far as it can do without.
  public var isOn: Bool
  public var effort: Effort?
  /// The most tokens that it may think, for providers that count them.
  public var budget: Int?

  private init(isOn: Bool, effort: Effort? = nil, budget: Int? = nil) {
    self.isOn = isOn
    self.effort = effort
    self.budget = budget
  }

  public static let off = Thinking(isOn: false)
  public static let on = Thinking(isOn: true)
  public static func effort(_ effort: Effort) -> Thinking { Thinking(isOn: true, effort: effort) }
  public static func budget(_ tokens: Int) -> Thinking { Thinking(isOn: true, budget: tokens) }
}
