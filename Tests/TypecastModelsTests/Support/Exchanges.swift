import TestSupport
import Typecast
import TypecastJSON

/// A recorded exchange with a provider, of the shared data.
struct Exchange {
  let id: String
  let provider: String
  let api: String
  let status: Int
  let isStream: Bool
  let tags: Set<String>
  let url: String
  let requestBody: JSONValue?
  let headers: HTTPHeaders
  let body: [UInt8]
  /// Another reading of the answer: a help, no reference.
  let assembled: JSONValue?

  static let providers = [
    "openai", "anthropic", "gemini", "vertex", "ollama", "groq", "openrouter", "azure", "deepseek", "mistral", "xai",
    "llamacpp", "together", "huggingface", "venice", "doubleword", "vercel-gateway", "copilot", "perplexity", "zai",
    "cerebras", "vllm-or-local", "mistralrs", "chatgpt", "other-openai-compatible",
  ]

  /// Those of one provider; none where it has no file.
  static func all(of provider: String) throws -> [Exchange] {
    try TestData.lines(of: "llm-exchanges/by-provider/\(provider).jsonl").compactMap { try Exchange($0) }
  }

  /// The bodies of errors as people reported them.
  static func reported() throws -> [Exchange] {
    try TestData.lines(of: "llm-exchanges/reported_errors.jsonl").compactMap { try Exchange($0) }
  }

  private init?(_ line: [UInt8]) throws {
    let json = try JSONValue(parsing: line)
    guard let status = json["status"]?.number?.int else { return nil }
    // Bodies that are no text are of other sorts of answers.
    if json["response_body_encoding"]?.string == "base64" { return nil }
    self.status = status
    id = json["id"]?.string ?? ""
    provider = json["provider"]?.string ?? ""
    api = json["api"]?.string ?? ""
    isStream = json["is_stream"]?.bool ?? false
    tags = Set(json["tags"]?.array?.compactMap(\.string) ?? [])
    url = json["url"]?.string ?? json["path"]?.string ?? ""
    requestBody = json["request_body"]?.string.flatMap { try? JSONValue(parsing: $0) } ?? json["request_body"]
    var headers = HTTPHeaders()
    switch json["response_headers"] {
    case .object(let object):
      for member in object {
        switch member.value {
        case .string(let value): headers.add(member.key, value)
        case .array(let values): for value in values { headers.add(member.key, value.string ?? "") }
        default: break
        }
      }
    case .array(let pairs):
      for pair in pairs { headers.add(pair[0]?.string ?? "", pair[1]?.string ?? "") }
    default: break
    }
    self.headers = headers
    switch json["response_body"] {
    case .string(let text): body = Array(text.utf8)
    case let value?: body = JSONWriter().bytes(of: value)
    case nil: body = []
    }
    assembled = json["assembled"]
  }
}
