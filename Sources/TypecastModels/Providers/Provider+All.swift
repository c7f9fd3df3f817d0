import Typecast
import TypecastSchema

extension Provider {
  /// Every provider, in the order in which messages name them.
  static let all: [Provider] = [ollama, gemini, openAI, openAIResponses, anthropic, groq, compatible]

  static func named(_ id: String) -> Provider? {
    all.first { $0.id.utf8.elementsEqual(id.utf8) }
  }

  /// The provider of the name that stands before a colon.
  static func required(_ id: String) throws(ModelError) -> Provider {
    if let provider = named(id) { return provider }
    let ids = all.map(\.id)
    let near = Spelling.nearest(to: id, among: ids).map { " (did you mean '\($0)'?)" } ?? ""
    throw ModelError(
      .noProvider, "There is no provider '\(id.prefix(40))'\(near); take one of \(ids.joined(separator: ", ")).")
  }

  /// The two parts of a name such as `ollama:llama3.2:3b`.
  static func parts(of name: String) throws(ModelError) -> (provider: Provider, model: String) {
    let parts = name.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let provider = try required(String(parts[0]))
    guard parts.count == 2, !parts[1].isEmpty else {
      throw ModelError(.noModel, "\(provider.id) is a provider; name the model, too: \(provider.id):MODEL.")
    }
    return (provider, String(parts[1]))
  }

  static let ollama = Provider(
    id: "ollama", title: "Ollama", base: "http://127.0.0.1:11434", baseNames: ["OLLAMA_HOST"],
    keyNames: ["OLLAMA_API_KEY"], keyHeader: .bearer, isOpen: true, format: OllamaChat(), errors: .ollama,
    profile: { model, base in
      // The cloud takes a schema and does not follow it.
      let isCloud =
        Endpoint.host(of: base, isIn: ["ollama.com"]) || model.hasSuffix("-cloud") || model.hasSuffix(":cloud")
      return Profile(
        modes: isCloud ? [.prompted] : [.native, .prompted], dialect: isCloud ? nil : .ollama, toolDialect: .ollama)
    })

  static let gemini = Provider(
    id: "gemini", title: "Gemini", base: "https://generativelanguage.googleapis.com",
    baseNames: ["GOOGLE_GEMINI_BASE_URL"], keyNames: ["GEMINI_API_KEY", "GOOGLE_API_KEY"],
    keyHeader: .named("x-goog-api-key"), isOpen: false, format: GeminiGenerate(), errors: .gemini,
    profile: { model, _ in
      let name = model.split(separator: "/").last.map(String.init) ?? model
      // The older models know the older of the two dialects only. One without a number is the newest of its kind.
      let isOld = ModelVersion(in: name).map { $0 < ModelVersion(2, 5) } ?? false
      let dialect = isOld ? Dialect.geminiResponseSchema : .geminiJSONSchema
      // The open models have no structured output and call no tools.
      let isOpen = name.hasPrefix("gemma")
      return Profile(
        modes: isOpen ? [.prompted] : [.native, .tool, .prompted], dialect: isOpen ? nil : dialect,
        toolDialect: isOpen ? nil : dialect, thinks: !isOld && !isOpen)
    })

  static let openAI = Provider(
    id: "openai", title: "OpenAI", base: "https://api.openai.com/v1", baseNames: ["OPENAI_BASE_URL"],
    keyNames: ["OPENAI_API_KEY"], keyHeader: .bearer, isOpen: false, format: OpenAIChat(.openAI), errors: .openAI,
    profile: openAIProfile)

  /// The provider as it is at an address: many servers are asked in OpenAI's name that only speak as it does.
  func at(_ base: String) -> Provider {
    guard id == "openai", !Endpoint.host(of: base, isIn: ["openai.com", "azure.com"]) else { return spokenTo(at: base) }
    return Provider(
      id: id, title: "The server", base: self.base, baseNames: baseNames, keyNames: keyNames, keyHeader: keyHeader,
      isOpen: true, format: Provider.compatible.format, errors: .compatible, profile: Provider.compatible.profile
    ).spokenTo(at: base)
  }

  /// The same with the words of a house that takes other ones.
  private func spokenTo(at base: String) -> Provider {
    guard isOpen, format is OpenAIChat, Endpoint.host(of: base, isIn: ["mistral.ai"]) else { return self }
    return Provider(
      id: id, title: title, base: self.base, baseNames: baseNames, keyNames: keyNames, keyHeader: keyHeader,
      isOpen: isOpen, format: OpenAIChat(.mistral), errors: errors, profile: profile)
  }

  static let openAIResponses = Provider(
    id: "openai-responses", title: "OpenAI", base: "https://api.openai.com/v1", baseNames: ["OPENAI_BASE_URL"],
    keyNames: ["OPENAI_API_KEY"], keyHeader: .bearer, isOpen: false, format: OpenAIResponses(), errors: .openAI,
    profile: openAIProfile)

  private static let openAIProfile: @Sendable (String, String) -> Profile = { model, _ in
    // What came before GPT-4o gives JSON at most.
    let isOld =
      model.hasPrefix("gpt-3.5") || model == "gpt-4" || model.hasPrefix("gpt-4-")
      || model == "gpt-4o-2024-05-13"
    let thinks = ["o1", "o3", "o4", "gpt-5"].contains { model.hasPrefix($0) } && !model.contains("-chat")
    return Profile(
      modes: isOld ? [.tool, .prompted] : [.native, .tool, .prompted], dialect: isOld ? nil : .openAIStrict,
      toolDialect: .openAIStrict, thinks: thinks)
  }

  static let anthropic = Provider(
    id: "anthropic", title: "Anthropic", base: "https://api.anthropic.com", baseNames: ["ANTHROPIC_BASE_URL"],
    keyNames: ["ANTHROPIC_API_KEY"], keyHeader: .named("x-api-key"), isOpen: false, format: AnthropicMessages(),
    errors: .anthropic,
    profile: { model, _ in
      // One without a number is newer than those that have one.
      let version = ModelVersion(in: model) ?? ModelVersion(.max)
      // Structured output came with the models 4.5.
      let isOld = version < ModelVersion(4, 5)
      return Profile(
        modes: isOld ? [.tool, .prompted] : [.native, .tool, .prompted], dialect: isOld ? nil : .anthropic,
        toolDialect: .anthropic, maxTokens: version < ModelVersion(3, 7) ? 4096 : nil)
    })

  static let groq = Provider(
    id: "groq", title: "Groq", base: "https://api.groq.com/openai/v1", baseNames: ["GROQ_BASE_URL"],
    keyNames: ["GROQ_API_KEY"], keyHeader: .bearer, isOpen: false, format: OpenAIChat(.groq), errors: .groq,
    profile: { model, _ in
      let isStrict = model.contains("gpt-oss")
      // Schemas are followed by these alone; others are told, and often answer with an error instead.
      let knowsSchemas = isStrict || ["llama-4", "kimi-k2"].contains { model.contains($0) }
      return Profile(
        modes: knowsSchemas ? [.native, .tool, .prompted] : [.tool, .prompted], dialect: knowsSchemas ? .groq : nil,
        toolDialect: .groq, thinks: isStrict || model.contains("qwen3"))
    })

  /// Any server that speaks as OpenAI does: llama-server, vLLM, LM Studio and others, by their address.
  static let compatible = Provider(
    id: "compatible", title: "The server", base: nil, baseNames: ["OPENAI_BASE_URL"], keyNames: ["OPENAI_API_KEY"],
    keyHeader: .bearer, isOpen: true, format: OpenAIChat(.compatible), errors: .compatible,
    profile: { _, _ in Profile(modes: [.native, .tool, .prompted], dialect: .llamaCpp, toolDialect: .llamaCpp) })
}
