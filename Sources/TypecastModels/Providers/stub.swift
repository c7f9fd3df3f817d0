extension Provider {
  static let gemini = ollama
  static let openAI = ollama
  static let openAIResponses = ollama
  static let anthropic = ollama
  static let groq = ollama
  static let compatible = ollama
}
