import TestSupport
import TypecastJSON

/// An example of Ollama's documentation: a request, and answers to it.
struct OllamaExample {
  let id: String
  let api: String
  let isStream: Bool
  /// Nil where it is no JSON.
  let request: JSONValue?
  /// Each text of the answer.
  let texts: [String]

  /// Those of the two ways to ask a model.
  static func all() throws -> [OllamaExample] {
    try TestData.lines(of: "llm-exchanges/documented_ollama.jsonl").compactMap { line in
      let json = try JSONValue(parsing: line)
      guard let api = json["api"]?.string, ["ollama.chat", "ollama.generate"].contains(api) else { return nil }
      return OllamaExample(
        id: json["id"]?.string ?? "", api: api, isStream: json["is_stream"]?.bool ?? false,
        request: json["request_body"]?.string.flatMap { try? JSONValue(parsing: $0) },
        texts: json["response_body_examples"]?.array?.compactMap(\.string) ?? [])
    }
  }
}
