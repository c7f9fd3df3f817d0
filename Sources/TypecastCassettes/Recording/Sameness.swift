import Typecast
import TypecastJSON

/// Whether a new recording says what the old one said, but for what is never the same twice.
struct Sameness {
  /// Headers that change with each answer.
  private static let passingHeaders: Set<String> = [
    "date", "age", "expires", "request-id", "x-request-id", "apim-request-id", "cf-ray", "x-cloud-trace-context",
    "server-timing", "x-envoy-upstream-service-time", "openai-processing-ms", "x-groq-region", "report-to", "nel",
    "via",
    "content-length", "transfer-encoding", "set-cookie", "x-ratelimit-remaining-requests",
    "x-ratelimit-remaining-tokens",
    "x-ratelimit-reset-requests", "x-ratelimit-reset-tokens", "anthropic-ratelimit-requests-remaining",
    "anthropic-ratelimit-requests-reset", "anthropic-ratelimit-tokens-remaining", "anthropic-ratelimit-tokens-reset",
    "anthropic-ratelimit-input-tokens-remaining", "anthropic-ratelimit-input-tokens-reset",
    "anthropic-ratelimit-output-tokens-remaining", "anthropic-ratelimit-output-tokens-reset",
  ]

  /// Members of JSON that change with each answer.
  private static let passingMembers: Set<String> = [
    "id", "created", "created_at", "completed_at", "system_fingerprint", "responseId", "item_id", "request_id",
    "x_groq",
    "total_duration", "load_duration", "prompt_eval_duration", "eval_duration", "timings", "obfuscation", "createTime",
    "queue_time", "prompt_time", "completion_time", "total_time", "modified_at", "expires_at",
  ]

  static func holds(_ new: Exchange, _ old: Exchange, _ matching: Matching) -> Bool {
    guard RequestKey(new.request, matching) == RequestKey(old.request, matching) else { return false }
    switch (new.outcome, old.outcome) {
    case (.failure(let new), .failure(let old)): return new.error.kind == old.error.kind
    case (.response(let new), .response(let old)):
      return new.status == old.status && new.failure?.error.kind == old.failure?.error.kind
        && lasting(new.headers) == lasting(old.headers) && lasting(new.body) == lasting(old.body)
    default: return false
    }
  }

  private static func lasting(_ headers: [RecordedHeader]) -> [String] {
    headers.filter { !passingHeaders.contains($0.name.lowercased()) }.map { "\($0.name.lowercased()): \($0.value)" }
      .sorted()
  }

  /// The lines of a body, each of which may be JSON, or an event that holds JSON.
  private static func lasting(_ body: [UInt8]) -> [[UInt8]] {
    if let json = try? JSONValue(parsing: body) { return [JSONWriter(style: .canonical).bytes(of: lasting(json))] }
    return body.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      let start = line.firstIndex { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") } ?? line.endIndex
      guard let json = try? JSONValue(parsing: Array(line[start...])) else { return Array(line) }
      return line[..<start] + JSONWriter(style: .canonical).bytes(of: lasting(json))
    }
  }

  private static func lasting(_ json: JSONValue) -> JSONValue {
    switch json {
    case .array(let elements): return .array(elements.map(lasting))
    case .object(let object):
      var kept = JSONObject()
      for member in object where !passingMembers.contains(member.key) { kept[member.key] = lasting(member.value) }
      return .object(kept)
    default: return json
    }
  }
}
