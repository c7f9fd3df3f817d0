import Typecast

/// Which API an exchange was with, by the name of its provider and the path of its request.
struct APIRoute: Sendable {
  /// How the answer is read; nil for what is no answer of a model.
  let format: (any WireFormat)?
  let errors: ErrorTable
  let isLocal: Bool

  init(provider: String, url: String) {
    let provider = provider.lowercased()
    let path = url.lowercased().prefix { $0 != "?" }
    func has(_ parts: String...) -> Bool { parts.contains { String(path).utf8Contains($0) } }
    isLocal = !has("://") || Endpoint.isLocal(url)
    switch provider {
    case "openai", "openai-responses", "chatgpt": errors = .openAI
    case "anthropic": errors = .anthropic
    case "gemini", "vertex", "google": errors = has("/publishers/anthropic/") ? .anthropic : .gemini
    case "groq": errors = .groq
    case "ollama": errors = .ollama
    default: errors = has("/v1/messages") ? .anthropic : has("generatecontent") ? .gemini : .compatible
    }
    if has("/chat/completions") {
      format = Provider.compatible.format
    } else if has("/responses") {
      format = Provider.openAIResponses.format
    } else if has("/v1/messages") {
      format = has("count_tokens", "batches") ? nil : Provider.anthropic.format
    } else if has("generatecontent") {
      format = Provider.gemini.format
    } else if has("/api/chat", "/api/generate") {
      format = Provider.ollama.format
    } else if path.isEmpty {
      format = Provider.named(provider)?.format ?? Provider.compatible.format
    } else {
      format = nil
    }
  }
}
