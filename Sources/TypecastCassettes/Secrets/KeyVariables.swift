#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The environment variables in which keys of providers are kept.
package enum KeyVariables {
  static let names = [
    "OLLAMA_API_KEY", "GEMINI_API_KEY", "GOOGLE_API_KEY", "OPENAI_API_KEY", "ANTHROPIC_API_KEY", "ANTHROPIC_AUTH_TOKEN",
    "GROQ_API_KEY", "AZURE_OPENAI_API_KEY", "AZURE_API_KEY", "MISTRAL_API_KEY", "COHERE_API_KEY", "CO_API_KEY",
    "DEEPSEEK_API_KEY", "TOGETHER_API_KEY", "FIREWORKS_API_KEY", "OPENROUTER_API_KEY", "XAI_API_KEY",
    "PERPLEXITY_API_KEY", "CEREBRAS_API_KEY", "HF_TOKEN", "HUGGINGFACE_API_KEY", "NVIDIA_API_KEY", "AWS_ACCESS_KEY_ID",
    "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_BEARER_TOKEN_BEDROCK", "GITHUB_TOKEN",
  ]

  /// A shorter value would be found everywhere.
  static let shortest = 8

  /// What they are set to.
  static func values() -> [String] { names.compactMap(value) }

  /// What one is set to, where that can be a key.
  static func value(of name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { isKey($0) ? $0 : nil }
  }

  /// A short value, and a word such as `assistant` or `dummy-key`, would be found where nobody meant it.
  static func isKey(_ value: String) -> Bool {
    if value.utf8.count < shortest { return false }
    return value.utf8.count >= 20 || !value.utf8.allSatisfy { KeyShapes.isLetter($0) && !(0x30...0x39).contains($0) }
  }

  /// Those that are set to a word, so that it is not looked for.
  package static var words: [String] {
    names.filter { name in
      getenv(name).map { String(cString: $0) }.map { $0.utf8.count >= shortest && !isKey($0) } ?? false
    }
  }
}
