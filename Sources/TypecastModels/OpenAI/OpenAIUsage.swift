import Typecast
import TypecastJSON

/// Reads what an answer cost, in the words of either API of OpenAI and of those who speak as it does.
enum OpenAIUsage {
  /// What a member `usage` says; nil where it is no object.
  static func read(_ json: JSONValue?) -> Usage? {
    guard let json, json.object != nil else { return nil }
    let details = json["completion_tokens_details"] ?? json["output_tokens_details"]
    var usage = Usage(
      input: (json["prompt_tokens"] ?? json["input_tokens"])?.count,
      output: (json["completion_tokens"] ?? json["output_tokens"])?.count,
      cached: json["prompt_tokens_details"]?["cached_tokens"]?.count
        ?? json["input_tokens_details"]?["cached_tokens"]?.count
        // DeepSeek and Moonshot have names of their own.
        ?? json["prompt_cache_hit_tokens"]?.count ?? json["cached_tokens"]?.count,
      reasoning: details?["reasoning_tokens"]?.count ?? json["reasoning_tokens"]?.count)
    // xAI counts what a model thought beside its answer, not within it.
    if let input = usage.input, let output = usage.output, let reasoning = usage.reasoning, reasoning > 0,
      let total = json["total_tokens"]?.count, total >= input, total - input == output &+ reasoning
    {
      usage.output = total - input
    }
    return usage
  }

  /// How long it took until the first token, as Groq, Cerebras and llama-server tell it.
  static func firstToken(in json: JSONValue) -> Duration? {
    for times in [json["usage"], json["x_groq"]?["usage"], json["time_info"]] {
      if let reading = times?["prompt_time"]?.duration(of: .seconds(1)) {
        return reading + (times?["queue_time"]?.duration(of: .seconds(1)) ?? .zero)
      }
    }
    return json["timings"]?["prompt_ms"]?.duration(of: .milliseconds(1))
  }
}
