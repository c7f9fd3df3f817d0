package import Typecast

/// How the exchanges with one address are read, without asking anybody.
package struct ExchangeReading: Sendable {
  /// Whose tables tell what a failure means.
  package let provider: String

  private let url: String
  private let route: APIRoute

  /// - Parameters:
  ///   - folder: A name that counts for the provider's if there is one of that name.
  ///   - url: Where the request went. Without such a name it tells who was asked.
  package init(folder: String?, url: String) {
    provider = folder.flatMap { Provider.named($0)?.id } ?? Self.provider(at: url)
    self.url = url
    route = APIRoute(provider: provider, url: url)
  }

  /// What is known of an address: the hosts of the providers, and the paths of Ollama.
  private static func provider(at url: String) -> String {
    let hosts = [
      ("openai", ["openai.com", "azure.com"]), ("gemini", ["googleapis.com"]), ("anthropic", ["anthropic.com"]),
      ("groq", ["groq.com"]), ("ollama", ["ollama.com"]),
    ]
    if let (name, _) = hosts.first(where: { Endpoint.host(of: url, isIn: $0.1) }) { return name }
    let paths = ["/api/chat", "/api/generate", "/api/embed", "/api/tags", "/api/show"]
    return paths.contains { url.utf8Contains($0) } ? "ollama" : "compatible"
  }

  /// What an answer, or the lack of one, comes to.
  package func classification(
    status: Int? = nil, headers: HTTPHeaders = HTTPHeaders(), body: [UInt8] = [], transport: TransportError.Kind? = nil
  ) -> Classification {
    Classification(
      provider: provider, url: url, status: status, headers: headers, body: body, transport: transport)
  }

  /// The answer of a model; nil for what is none.
  package func reply(status: Int, headers: HTTPHeaders, body: [UInt8]) -> ModelReply? {
    guard (200..<300).contains(status) else { return nil }
    return try? route.reply(headers, body)
  }
}
