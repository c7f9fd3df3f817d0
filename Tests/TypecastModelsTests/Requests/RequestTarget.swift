import Testing
import Typecast

@testable import TypecastModels

/// A model that the table of requests is asked of. Its goldens are in the folder of its id.
struct RequestTarget: Sendable, CustomTestStringConvertible {
  let id: String

  /// The name by which users name it.
  let model: String

  /// Where it is, if not where everybody finds it.
  let base: String?

  /// The cases in which it differs from others of its provider; nil for all there are.
  let cases: Set<String>?

  init(_ id: String, _ model: String, at base: String? = nil, cases: Set<String>? = nil) {
    (self.id, self.model, self.base, self.cases) = (id, model, base, cases)
  }

  private static let thinking: Set<String> = ["thinking-off", "thinking-on", "thinking-effort", "thinking-budget"]
  private static let sampling: Set<String> = ["temperature", "top-p", "temperature-and-top-p"]

  /// Each provider with every case, and models of theirs that are asked in other words.
  static let all: [RequestTarget] = [
    RequestTarget("ollama", "ollama:llama3.2"),
    RequestTarget(
      "ollama-cloud", "ollama:gpt-oss:120b", at: "https://ollama.com", cases: thinking.union(["plain", "best"])),
    RequestTarget("gemini", "gemini:gemini-2.5-flash"),
    RequestTarget("gemini-older", "gemini:gemini-2.0-flash"),
    RequestTarget("gemini-newest", "gemini:gemini-3-pro-preview", cases: thinking.union(["thoughts", "tool-round"])),
    RequestTarget("gemini-open", "gemini:gemma-3-27b-it", cases: ["plain", "best", "thinking-on"]),
    RequestTarget("openai", "openai:gpt-5.1"),
    RequestTarget("openai-always-thinking", "openai:gpt-5-mini", cases: thinking.union(sampling)),
    RequestTarget("openai-unthinking", "openai:gpt-4o", cases: sampling.union(["thinking-on", "best"])),
    RequestTarget("openai-older", "openai:gpt-4", cases: ["best"]),
    RequestTarget(
      "openai-elsewhere", "openai:qwen3", at: "http://localhost:8080/v1", cases: ["best", "max-tokens", "streamed"]),
    RequestTarget("openai-responses", "openai-responses:gpt-5.1"),
    RequestTarget(
      "openai-responses-unthinking", "openai-responses:gpt-4o", cases: sampling.union(["thoughts", "thinking-on"])),
    RequestTarget("anthropic", "anthropic:claude-sonnet-4-5"),
    RequestTarget(
      "anthropic-newest", "anthropic:claude-opus-4-7", cases: thinking.union(sampling).union(["tool", "thinking-tool"])),
    RequestTarget(
      "anthropic-older", "anthropic:claude-3-5-haiku-20241022", cases: sampling.union(["best", "thinking-on"])),
    RequestTarget("groq", "groq:openai/gpt-oss-20b"),
    RequestTarget("groq-qwen", "groq:qwen/qwen3-32b", cases: thinking.union(["plain", "best"])),
    RequestTarget("compatible", "compatible:qwen3", at: "http://localhost:8080/v1"),
    RequestTarget(
      "mistral", "compatible:mistral-small-latest", at: "https://api.mistral.ai/v1",
      cases: ["plain", "streamed", "seed", "max-tokens", "tool"]),
  ]

  /// What stands before the colon in its name.
  var provider: String { String(model.prefix { $0 != ":" }) }

  /// Those of the cases that it is asked, and the file of each.
  func goldens(of all: [RequestCase]) -> [(asked: RequestCase, path: String)] {
    all.filter { cases?.contains($0.name) ?? true }.map { ($0, "Golden/requests/\(id)/\($0.name).json") }
  }

  /// The environment of somebody who has a key for whom nobody is let in without, and none for what runs at home.
  func variable(_ name: String) -> String? {
    guard let provider = Provider.named(provider) else { return nil }
    let address = base ?? provider.base ?? ""
    return address.hasPrefix("https:") && provider.keyNames.first == name ? SentRequest.key : nil
  }

  var testDescription: String { id }
}
