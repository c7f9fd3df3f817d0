public import TypecastPrompts

/// How a model is to answer. What is left open is as the next wider settings say: those of the call come before those of
/// the client, these before those of the prompt, and all before what the model does by itself.
public struct Settings: Sendable {
  /// From 0 to 2; higher is more varied.
  public var temperature: Double?

  /// From 0 to 1: how much of what is likely is chosen from.
  public var topP: Double?

  /// The most tokens that an answer may have, at least 1.
  public var maxTokens: Int?

  /// Makes answers repeatable, where the model can do that.
  public var seed: Int?

  /// Texts at which the model stops.
  public var stop: [String]?

  /// Whether and how much the model thinks before it answers.
  public var thinking: Thinking?

  /// How long one request may take.
  public var timeLimits: TimeLimits

  /// What was said before: it stands between the system's messages and those of the prompt.
  public var history: [Message]?

  /// Leaves open whatever is not given.
  public init(
    temperature: Double? = nil, topP: Double? = nil, maxTokens: Int? = nil, seed: Int? = nil, stop: [String]? = nil,
    thinking: Thinking? = nil, timeLimits: TimeLimits = TimeLimits(), history: [Message]? = nil
  ) {
    self.temperature = temperature
    self.topP = topP
    self.maxTokens = maxTokens
    self.seed = seed
    self.stop = stop
    self.thinking = thinking
    self.timeLimits = timeLimits
    self.history = history
  }

  /// What a prompt says.
  public init(_ prompt: PromptSettings) {
    self.init(
      temperature: prompt.temperature, maxTokens: prompt.maxTokens, seed: prompt.seed,
      stop: prompt.stop.isEmpty ? nil : prompt.stop)
  }

  /// These settings, and for what they leave open the wider ones.
  public func over(_ wider: Settings) -> Settings {
    Settings(
      temperature: temperature ?? wider.temperature, topP: topP ?? wider.topP, maxTokens: maxTokens ?? wider.maxTokens,
      seed: seed ?? wider.seed, stop: stop ?? wider.stop, thinking: thinking ?? wider.thinking,
      timeLimits: timeLimits.over(wider.timeLimits), history: history ?? wider.history)
  }

  /// What can't be meant by these settings; nil if all of it can.
  var fault: String? {
    if let maxTokens, maxTokens < 1 { return "settings.maxTokens is \(maxTokens); give at least 1." }
    if let temperature, !(temperature >= 0) || temperature.isInfinite {
      return "settings.temperature is \(temperature); give a number from 0 on."
    }
    if let topP, !(0...1).contains(topP) { return "settings.topP is \(topP); give a number from 0 to 1." }
    if let budget = thinking?.budget, budget < 1 {
      return "settings.thinking has a budget of \(budget) tokens; give at least 1, or turn it off."
    }
    if stop?.contains("") == true { return "settings.stop has an empty text; leave it out." }
    let limits = [timeLimits.connect, timeLimits.firstByte, timeLimits.idle, timeLimits.total]
    if limits.contains(where: { $0.map { $0 <= .zero } ?? false }) {
      return "settings.timeLimits has a limit without any time; leave it out to wait."
    }
    return nil
  }
}
