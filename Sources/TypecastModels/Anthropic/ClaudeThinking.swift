import Typecast
import TypecastJSON

/// How a model of Anthropic is told to think, and how long its answer may become with that.
struct ClaudeThinking: Sendable {
  /// What `thinking` says; nil to leave it out.
  let value: JSONValue?

  /// The word for how much it thinks; nil where there is none.
  let effort: String?

  /// The limit on thoughts and answer together: the API insists on one.
  let maxTokens: Int

  /// Whether the model is told to think.
  let isOn: Bool

  /// Whether it is told so by a number of tokens.
  let hasBudget: Bool

  /// The limit on an answer where nobody gave one.
  private static let usualMaxTokens = 8192

  /// What is added to that for a model that thinks as much as it likes.
  private static let freeThinking = 16_384

  /// What thoughts leave of a limit that somebody gave, if they can.
  private static let leastAnswer = 1024

  /// The API takes no less to think with.
  private static let leastBudget = 1024

  init(_ call: WireCall, _ traits: ClaudeTraits) {
    let settings = call.request.settings
    let wish = settings.thinking
    let free = settings.maxTokens == nil
    let own = settings.maxTokens ?? call.profile.maxTokens ?? Self.usualMaxTokens
    func capped(_ count: Int) -> Int { max(1, min(count, call.request.tokensLeft ?? count)) }

    guard let wish, wish.isOn, traits.style != .none else {
      let rests = wish?.isOn == false
      let thinks = traits.thinksUnasked && !(rests && traits.canRest)
      (isOn, hasBudget) = (false, false)
      value = rests && traits.canRest ? ["type": "disabled"] : nil
      effort = nil
      maxTokens = capped(free && thinks ? own + Self.freeThinking : own)
      return
    }
    if traits.style == .adaptive || traits.style == .both && wish.budget == nil {
      // The newest show their thoughts only to those who ask.
      value = traits.style == .adaptive ? ["type": "adaptive", "display": "summarized"] : ["type": "adaptive"]
      effort = wish.effort?.rawValue
      maxTokens = capped(free ? own + Self.freeThinking : own)
      (isOn, hasBudget) = (true, false)
      return
    }
    let budget = max(wish.budget ?? Self.budget(wish.effort), Self.leastBudget)
    effort = nil
    maxTokens = capped(free ? own.addingClamped(budget) : own)
    // Some of a limit is left for the answer. Where the rest is too little to think, all is for the answer.
    let share = min(budget, max(maxTokens / 2, maxTokens - Self.leastAnswer))
    isOn = share >= Self.leastBudget
    hasBudget = isOn
    value = isOn ? ["type": "enabled", "budget_tokens": .number(JSONNumber(share))] : nil
  }

  /// The tokens that a word stands for where a model knows none.
  private static func budget(_ effort: Thinking.Effort?) -> Int {
    switch effort?.rawValue {
    case "minimal": 1024
    case "low": 2048
    case "medium", nil: 8192
    default: 16_384
    }
  }
}
