import Typecast
import TypecastJSON

/// What is known of an answer's end while it comes.
struct AnthropicEnding: Sendable {
  private var known = ModelEnding(.incomplete)
  private var reason: String?
  private var counts: [String: Int] = [:]

  /// Whether the model ended its answer by itself.
  var isWhole: Bool { reason.map { ["end_turn", "stop_sequence", "tool_use"].contains($0) } ?? false }

  mutating func take(message: JSONValue) {
    if let id = message["id"]?.words { known.requestID = id }
    if let model = message["model"]?.words { known.model = model }
    if let usage = message["usage"] { take(usage: usage) }
  }

  mutating func take(delta: JSONValue) {
    if let reason = delta["stop_reason"]?.words { self.reason = reason }
    let details = delta["stop_details"]
    if let words = details?["explanation"]?.words ?? details?["category"]?.words { known.explanation = words }
  }

  mutating func take(usage: JSONValue) {
    for key in ["input_tokens", "output_tokens", "cache_read_input_tokens", "cache_creation_input_tokens"] {
      if let count = usage[key]?.count { counts[key] = count }
    }
    if let count = usage["output_tokens_details"]?["thinking_tokens"]?.count { counts["thinking"] = count }
  }

  var usage: Usage {
    let cached = counts["cache_read_input_tokens"]
    // What was read from a cache or written into it is not counted as input by this provider.
    let input = counts["input_tokens"].map { input in
      [cached, counts["cache_creation_input_tokens"]].reduce(input) { $0.addingClamped($1 ?? 0) }
    }
    return Usage(input: input, output: counts["output_tokens"], cached: cached, reasoning: counts["thinking"])
  }

  func ending(hasCalls: Bool) -> ModelEnding {
    var ending = known
    ending.usage = usage
    switch reason {
    case "end_turn", "stop_sequence", "tool_use": ending.finish = hasCalls ? .toolCalls : .stop
    case "max_tokens", "model_context_window_exceeded": ending.finish = .length
    case "refusal": ending.finish = .refusal
    case let reason?: ending.finish = FinishReason(rawValue: reason)
    case nil: ending.finish = .incomplete
    }
    return ending
  }
}
