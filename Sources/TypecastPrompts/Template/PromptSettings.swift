/// What a prompt says about the call that it is for; nil leaves the choice to the caller or the provider.
public struct PromptSettings: Equatable, Sendable {
  /// From 0 to 2.
  public var temperature: Double?

  /// The most tokens that a reply may have, at least 1.
  public var maxTokens: Int?

  /// What makes an answer come out the same again, for models that can.
  public var seed: Int?

  /// Texts at which the model stops.
  public var stop: [String]

  /// Leaves open whatever is not given.
  public init(temperature: Double? = nil, maxTokens: Int? = nil, seed: Int? = nil, stop: [String] = []) {
    self.temperature = temperature
    self.maxTokens = maxTokens
    self.seed = seed
    self.stop = stop
  }
}
