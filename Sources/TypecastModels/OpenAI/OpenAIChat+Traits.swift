import Typecast

extension OpenAIChat {
  /// In what servers differ that speak this API.
  struct Traits: Hashable, Sendable {
    /// Whose rules hold for what depends on the name of a model.
    enum House: Hashable, Sendable {
      case openAI, groq, other
    }

    var house: House

    /// What the limit on an answer is called.
    var maxTokensName: String

    /// What makes answers repeatable.
    var seedName = "seed"

    /// Whether a single tool can be demanded by its name. Some servers take a word only, and ignore or refuse the rest.
    var takesNamedTool: Bool

    /// Whether a stream has to be asked for its usage.
    var asksForUsage: Bool

    /// How many texts to stop at a house takes; nil where nobody knows.
    var mostStops: (house: String, count: Int)? {
      switch house {
      case .openAI: ("OpenAI", 4)
      case .groq: ("Groq", 4)
      case .other: nil
      }
    }

    /// OpenAI itself, and Azure.
    static let openAI = Traits(
      house: .openAI, maxTokensName: "max_completion_tokens", takesNamedTool: true, asksForUsage: true)

    /// Groq. Only its GPT-OSS models hold themselves to a strict schema; others take it as advice.
    static let groq = Traits(
      house: .groq, maxTokensName: "max_completion_tokens", takesNamedTool: true, asksForUsage: true)

    /// llama-server, vLLM, LM Studio, Ollama's `/v1`, OpenRouter, DeepSeek and others: what all of them take.
    static let compatible = Traits(
      house: .other, maxTokensName: "max_tokens", takesNamedTool: false, asksForUsage: true)

    /// Mistral: its streams end with their usage unasked.
    static let mistral = Traits(
      house: .other, maxTokensName: "max_tokens", seedName: "random_seed", takesNamedTool: false,
      asksForUsage: false)

    /// Whether a model takes `strict`.
    func isStrict(_ model: String) -> Bool {
      house != .groq || Self.isGPTOSS(model)
    }

    /// How hard a model is to think, in the words that it takes; nil where it takes none that would say so.
    func effort(_ thinking: Thinking, of model: String) -> String? {
      // Other models of Groq think or don't, and take no more and no less of it.
      if let effort = thinking.effort, house != .groq || Self.isGPTOSS(model) || effort.rawValue == "none" {
        return effort.rawValue
      }
      switch house {
      case .openAI: return thinking.isOn ? "medium" : Self.leastEffort(of: model)
      case .groq where Self.isGPTOSS(model): return thinking.isOn ? "medium" : "low"
      case .groq: return thinking.isOn ? "default" : "none"
      case .other: return thinking.isOn ? "medium" : "none"
      }
    }

    /// Whether a model takes a temperature, or how much of what is likely it chooses from. Those of OpenAI that think refuse
    /// both, unless they are told not to think or don't do so by themselves.
    func isSampled(_ call: WireCall, effort: String?) -> Bool {
      house != .openAI || call.profile.thinks != true || (effort ?? Self.usualEffort(of: call.model)) == "none"
    }

    /// How hard one of OpenAI's models thinks that nobody told: not at all from GPT-5.1 to GPT-5.4.
    private static func usualEffort(of model: String) -> String {
      let name = String(baseName(of: model))
      let version = name.hasPrefix("gpt-5.") ? ModelVersion(in: name) : nil
      guard let version, version <= ModelVersion(5, 4), !name.utf8Contains("-pro"), !name.utf8Contains("-codex") else {
        return "medium"
      }
      return "none"
    }

    /// How thoughts are to be told apart from the answer, for models that mix them unless they are asked not to.
    func thoughtFormat(of model: String) -> String? {
      house == .groq && !Self.isGPTOSS(model) ? "parsed" : nil
    }

    /// The least that one of OpenAI's models can think: those before GPT-5.1 can't do without.
    static func leastEffort(of model: String) -> String {
      let name = baseName(of: model)
      if isGPTOSS(model) || ["o1", "o3", "o4"].contains(where: { name.hasPrefix($0) }) { return "low" }
      return name == "gpt-5" || name.hasPrefix("gpt-5-") ? "minimal" : "none"
    }

    private static func isGPTOSS(_ model: String) -> Bool { baseName(of: model).hasPrefix("gpt-oss") }

    /// The name of a model without that of its maker.
    private static func baseName(of model: String) -> Substring { model.split(separator: "/").last ?? "" }
  }
}
