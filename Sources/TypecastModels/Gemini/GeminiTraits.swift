import Typecast
import TypecastJSON

/// What a model of Gemini takes, as far as its name tells.
struct GeminiTraits: Sendable {
  /// How it is told to think.
  enum Style: Hashable, Sendable {
    /// It can't think.
    case none
    /// By a number of tokens in a range; it can rest where the range begins with nothing.
    case budget(ClosedRange<Int>)
    /// By a word, or by a number of tokens.
    case level
  }

  let style: Style

  /// Whether it goes on after a call of a tool only with what it signed.
  let wantsSignatures: Bool

  init(_ model: String) {
    let name = model.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(model[$0...].dropFirst()) } ?? model
    // One without a number is the newest of its kind.
    let version = ModelVersion(in: name) ?? ModelVersion(.max)
    if !name.hasPrefix("gemini") || version < ModelVersion(2, 5) {
      style = .none
    } else if version < ModelVersion(3) {
      let isPro = name.utf8Contains("-pro")
      style = .budget(isPro ? 128...32_768 : 0...24_576)
    } else {
      style = .level
    }
    wantsSignatures = style == .level
  }

  /// What `thinkingConfig` says; nil to leave it out.
  func config(_ thinking: Thinking) -> JSONValue? {
    var config = JSONObject()
    if thinking.isOn { config["includeThoughts"] = true }
    switch style {
    case .none: return Optional.none
    case .budget(let range):
      if !thinking.isOn {
        config.set("thinkingBudget", JSONValue(range.lowerBound))
      } else if let budget = thinking.budget ?? thinking.effort.map(Self.budget) {
        config.set("thinkingBudget", JSONValue(min(max(budget, range.lowerBound), range.upperBound)))
      }
    case .level:
      if !thinking.isOn {
        // None of them rests, and not all know a word for less.
        config["thinkingLevel"] = "low"
      } else if let effort = thinking.effort {
        config["thinkingLevel"] = .string(effort.rawValue)
      } else {
        config.set("thinkingBudget", JSONValue(thinking.budget))
      }
    }
    return .object(config)
  }

  /// The tokens that a word stands for where a model knows none.
  private static func budget(_ effort: Thinking.Effort) -> Int {
    switch effort.rawValue {
    case "minimal": 512
    case "low": 1024
    case "medium": 8192
    default: 24_576
    }
  }
}
