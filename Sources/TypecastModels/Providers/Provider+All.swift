import TypecastSchema

extension Provider {
  /// Every provider, in the order in which messages name them.
  static let all: [Provider] = [ollama, gemini, openAI, openAIResponses, anthropic, groq, compatible]

  static func named(_ id: String) -> Provider? {
    all.first { $0.id.utf8.elementsEqual(id.utf8) }
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
}
