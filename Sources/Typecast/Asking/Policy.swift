/// What is done about an answer that gives no value.
public struct Policy: Sendable {
  /// What a model can be asked after a wrong answer.
  public enum Step: String, Hashable, Sendable {
    /// The same again, with the wrong answer and a list of what is wrong with it.
    case correct
    /// To turn the wrong answer into JSON, and nothing else. It is left out where only a check of yours objects.
    case convert
  }

  /// How far an answer may be changed before it counts as wrong.
  public var level: RepairLevel

  /// What each model is asked after a wrong answer, in this order. A model that gives the same wrong answer twice is not
  /// asked for a correction again.
  public var steps: [Step]

  /// The models that are asked after the first one, each from the beginning: when its steps are used up, its answer was cut
  /// off, or it failed.
  public var fallbacks: [any Model]

  /// What one call may take in all.
  public var budget: Budget

  /// How often models may want tools in one call.
  public var toolRounds: Int

  /// Without a word about it: answers may be coerced, a wrong one is asked for again in both ways, and no other model
  /// is.
  public init(
    level: RepairLevel = .coerce, steps: [Step] = [.correct, .convert], fallbacks: [any Model] = [],
    budget: Budget = Budget(), toolRounds: Int = 8
  ) {
    self.level = level
    self.steps = steps
    self.fallbacks = fallbacks
    self.budget = budget
    self.toolRounds = toolRounds
  }

  /// One question, and what repair can make of the answer.
  public static let once = Policy(steps: [])
}
