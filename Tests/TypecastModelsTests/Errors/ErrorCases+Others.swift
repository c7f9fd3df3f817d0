import Typecast

@testable import TypecastModels

extension ErrorCase {
  private static func anthropic(_ row: String, _ status: Int, _ type: String, _ text: String = "No.") -> ErrorCase {
    ErrorCase(
      "anthropic.\(row)", status,
      body: #"{"type":"error","error":{"type":"\#(type)","message":"\#(text)"},"request_id":"req_1"}"#)
  }

  static let anthropic: [ErrorCase] = [
    anthropic("key", 401, "authentication_error", "invalid x-api-key"),
    anthropic("quota.spend", 402, "billing_error"),
    ErrorCase(
      "anthropic.quota.spend", 429,
      body:
        #"{"error":{"type":"rate_limit_error","message":"No.","details":{"error_code":"enforced_spend_limit_reached"}}}"#
    ),
    anthropic("quota.said", 400, "invalid_request_error", "Your credit balance is too low to access the API."),
    anthropic("quota.context", 429, "rate_limit_error", "Extra usage is required for long context requests."),
    anthropic("quota.day", 429, "rate_limit_error", "Request tokens have exceeded your daily rate limit"),
    anthropic("disabled", 400, "invalid_request_error", "This organization has been disabled."),
    anthropic("permission", 403, "permission_error"), anthropic("model", 404, "not_found_error", "model: x"),
    anthropic("notFound", 404, "not_found_error", "Not Found"),
    anthropic("policy", 400, "invalid_request_error", "Output blocked by content filtering policy"),
    anthropic("context", 400, "invalid_request_error", "prompt is too long: 200001 tokens > 200000 maximum"),
    anthropic("context", 400, "invalid_request_error", "input length and `max_tokens` exceed context limit: 2 > 1"),
    anthropic("schema", 400, "invalid_request_error", "Schema is too complex for compilation."),
    anthropic("schema", 400, "invalid_request_error", "tools.0.custom: For 'integer' type, property 'maximum' is no"),
    anthropic("mode", 400, "invalid_request_error", "output_config: Extra inputs are not permitted"),
    anthropic("unsupported", 400, "invalid_request_error", "This model does not support effort."),
    anthropic("request", 400, "invalid_request_error", "messages.0: no"),
    anthropic("tooLarge", 413, "request_too_large"), anthropic("rate", 429, "rate_limit_error"),
    anthropic("rate", 200, "rate_limit_error"),
    anthropic("overloaded", 529, "overloaded_error"), anthropic("overloaded", 200, "overloaded_error"),
    anthropic("timeout", 504, "timeout_error"), anthropic("conflict", 409, "conflict_error"),
    anthropic("server", 500, "api_error"), .finished("anthropic.finish.pause", "pause_turn"),
  ]

  private static func gemini(
    _ row: String, _ status: Int, _ word: String, _ text: String = "No.", _ details: String = ""
  ) -> ErrorCase {
    ErrorCase(
      "gemini.\(row)", status,
      body: #"{"error":{"code":\#(status),"message":"\#(text)","status":"\#(word)","details":[\#(details)]}}"#)
  }

  private static func quota(_ id: String) -> String { #"{"violations":[{"quotaId":"\#(id)"}]}"# }
  private static let wait = #"{"@type":"x/google.rpc.RetryInfo","retryDelay":"34.5s"}"#

  static let gemini: [ErrorCase] = [
    gemini("key", 400, "INVALID_ARGUMENT", "No.", #"{"reason":"API_KEY_INVALID"}"#),
    gemini("key.said", 403, "PERMISSION_DENIED", "Your API key was reported as leaked."),
    gemini("key.said", 403, "PERMISSION_DENIED", "Method doesn't allow unregistered callers."),
    gemini("unauthenticated", 401, "UNAUTHENTICATED"),
    gemini("region", 400, "FAILED_PRECONDITION", "User location is not supported for the API use."),
    gemini("billing", 400, "FAILED_PRECONDITION", "The free tier is not available in your country."),
    gemini("precondition", 400, "FAILED_PRECONDITION"),
    gemini("quota.none", 429, "RESOURCE_EXHAUSTED", "Quota exceeded, limit: 0, model: x", quota("RequestsPerDay")),
    gemini("quota.day", 429, "RESOURCE_EXHAUSTED", "No.", quota("RequestsPerDayPerModel-FreeTier") + "," + wait),
    gemini("quota.day.said", 429, "RESOURCE_EXHAUSTED", "Too many requests per day."),
    gemini("quota.spend", 429, "RESOURCE_EXHAUSTED", "The project has exceeded its monthly spending cap."),
    gemini("rate.minute", 429, "RESOURCE_EXHAUSTED", "No.", quota("InputTokensPerModelPerMinute-FreeTier")),
    gemini("rate.wait", 429, "RESOURCE_EXHAUSTED", "You exceeded your current quota. Please retry in 34.07s."),
    gemini("rate.wait", 429, "RESOURCE_EXHAUSTED", "You exceeded your current quota.", wait),
    gemini("quota.said", 429, "RESOURCE_EXHAUSTED", "You exceeded your current quota."),
    gemini("rate", 429, "RESOURCE_EXHAUSTED", "Resource exhausted."), gemini("permission", 403, "PERMISSION_DENIED"),
    gemini("model", 404, "NOT_FOUND", "models/x is not found for API version v1beta"),
    gemini("notFound", 404, "NOT_FOUND", "Requested entity was not found."),
    gemini("policy", 400, "INVALID_ARGUMENT", "Blocked by the safety settings."),
    gemini("context", 400, "INVALID_ARGUMENT", "The input token count (2) exceeds the maximum number of tokens (1)."),
    gemini("mode.schema", 400, "INVALID_ARGUMENT", "JSON mode is not enabled for models/x"),
    gemini(
      "schema.tool", 400, "INVALID_ARGUMENT", "Unknown name 'x' at 'tools[0].function_declarations[0].parameters'"),
    gemini("schema", 400, "INVALID_ARGUMENT", "Unknown name '$schema' at 'generation_config.response_schema'"),
    gemini("schema", 400, "INVALID_ARGUMENT", "The constraint has too many states for serving."),
    gemini("mode", 400, "INVALID_ARGUMENT", "Function calling with a response mime type: 'application/json' is bad"),
    gemini("tools", 400, "INVALID_ARGUMENT", "Function calling is not enabled for models/x"),
    gemini("unsupported", 400, "INVALID_ARGUMENT", "Thinking is not supported."),
    gemini("request", 400, "INVALID_ARGUMENT", "Please use a valid role: user, model."),
    gemini("cancelled", 499, "CANCELLED"), gemini("cancelled", 200, "CANCELLED"),
    gemini("overloaded", 503, "UNAVAILABLE"), gemini("deadline", 504, "DEADLINE_EXCEEDED"),
    gemini("server", 500, "INTERNAL"), .finished("gemini.finish.call", "MALFORMED_FUNCTION_CALL"),
    .finished("gemini.finish.language", "LANGUAGE"), .finished("gemini.finish.other", "OTHER"),
    ErrorCase("gemini.overloaded", 503, body: #"[{"error":{"code":503,"message":"No.","status":"UNAVAILABLE"}}]"#),
  ]

  private static func ollama(_ row: String, _ status: Int, _ text: String, isLocal: Bool = true) -> ErrorCase {
    ErrorCase("ollama.\(row)", status, body: #"{"error":"\#(text)"}"#, isLocal: isLocal)
  }

  static let ollama: [ErrorCase] = [
    ErrorCase("ollama.notRunning", transport: .refused, isLocal: true),
    ErrorCase("transport.refused", transport: .refused), ollama("model.missing", 404, "model 'x' not found"),
    ErrorCase("ollama.model.missing", 404, body: #"{"error":{"message":"model 'x' not found","code":null}}"#),
    ErrorCase(
      "ollama.model.missing", 404,
      body: #"{"type":"error","error":{"type":"not_found_error","message":"model 'x' not found"}}"#),
    ollama("model.name", 404, "model '' not found"), ollama("model.none", 400, "model is required"),
    ollama("output.tool", 500, "error parsing tool call: raw='{x', err=invalid character 'x' looking for beginning"),
    ollama("signIn", 401, "unauthorized"), ollama("subscription", 403, "this model requires a subscription"),
    ollama("cloud.disabled", 403, "ollama cloud is disabled: remote inference is unavailable"),
    ErrorCase("ollama.forbidden", 403, isLocal: true), ErrorCase("ollama.status.403", 403),
    ollama("quota.time", 429, "you have reached your weekly usage limit, please upgrade to continue"),
    ollama("quota.spend", 429, "you have reached your usage limit"), ollama("rate", 429, "too many requests"),
    ollama("busy", 503, "server busy, please try again.  maximum pending requests exceeded"),
    ollama("context", 400, "the input length exceeds the context length"),
    ollama(
      "context", 400, #"{\"error\":{\"code\":400,\"message\":\"request (2) exceeds the available context size (1)\"}}"#),
    ollama("schema", 500, "invalid JSON schema in format"),
    ollama("schema", 400, #"{\"error\":{\"message\":\"Failed to initialize samplers: failed to parse grammar\"}}"#),
    ErrorCase(
      "ollama.schema", 400,
      body: #"{"error":{"message":"{\"error\":{\"code\":400,\"message\":\"JSON schema conversion failed:\\nx\"}}"}}"#),
    ollama("schema.mode", 400, "response_format is no"),
    ollama(
      "output", 500, "llama-server chat error: map[code:500 message:Unexpected empty grammar stack type:server_error]"),
    ollama("tools", 400, "x does not support tools"), ollama("thinking", 400, "x does not support thinking"),
    ollama("images", 400, "image URLs are not currently supported"),
    ollama("unsupported", 400, "x does not support chat"),
    ollama("memory", 500, "model requires more system memory (5.0 GiB) than is available (3.0 GiB)"),
    ollama("crash", 500, "model runner has unexpectedly stopped"),
    ollama("crash", 200, "an error was encountered while running the model: unexpected EOF"),
    ollama("loading", 500, "timed out waiting for llama runner to start"),
    ErrorCase("ollama.path", 404, body: "404 page not found"),
    ollama("cloud.unreachable", 502, "dial tcp: lookup ollama.com"),
    ollama("options", 500, #"option \"num_predict\" must be of type integer"#),
    ollama("request.json", 400, "unexpected EOF"), ollama("request", 400, "top_logprobs must be between 0 and 20"),
  ]

  static let transport: [ErrorCase] = [
    ("dns", .dns), ("refused", .refused), ("reset", .reset), ("tls", .tls), ("timeout.connect", .connectTimeout),
    ("timeout.firstByte", .firstByteTimeout), ("timeout.idle", .idleTimeout), ("timeout.total", .totalTimeout),
    ("cut", .cut), ("tooLarge", .tooLarge), ("redirect", .redirect), ("badRequest", .badRequest),
    ("malformed", .malformed), ("other", .other), ("other", TransportError.Kind(rawValue: "new")),
  ].map { (row: String, kind: TransportError.Kind) in ErrorCase("transport.\(row)", transport: kind) }
}
