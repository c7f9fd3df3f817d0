import Typecast

@testable import TypecastModels

extension ErrorCase {
  /// What OpenAI says, and all that answer as it does.
  static func openAI(_ name: String) -> [ErrorCase] {
    let named: [(String, Int, String)] = [
      ("key", 401, "invalid_api_key"), ("key", 401, "authentication_error"),
      ("region", 403, "unsupported_country_region_territory"),
      ("quota.spend", 429, "insufficient_quota"), ("quota.spend", 429, "credit_balance_exhausted"),
      ("context", 400, "context_length_exceeded"), ("model", 404, "model_not_found"), ("model", 400, "invalid_model"),
      ("schema", 400, "invalid_function_parameters"), ("request.form", 400, "missing_required_parameter"),
      ("request.form", 400, "unknown_parameter"), ("policy", 400, "content_policy_violation"),
      ("policy", 200, "bio_policy"), ("parameter", 400, "unsupported_value"), ("slowDown", 429, "slow_down"),
      ("overloaded", 503, "server_is_overloaded"), ("overloaded", 200, "server_is_overloaded"),
      ("rate", 429, "rate_limit_exceeded"), ("rate", 200, "rate_limit_exceeded"), ("server", 500, "server_error"),
      ("server", 200, "server_error"), ("notFound", 404, "invalid_request_error"),
      ("request", 400, "invalid_request_error"),
    ]
    let said: [(String, Int, String)] = [
      ("scope", 401, "You have insufficient permissions for this operation. Missing scopes: model.request."),
      ("verification", 400, "Your organization must be verified to stream this model."),
      ("quota.spend.said", 402, "This request requires more credits."),
      ("quota.spend.said", 429, "You exceeded your current quota, please check your plan."),
      ("quota.day", 429, "Rate limit reached on requests per day (RPD): Limit 200, Used 200."),
      ("key.said", 401, "You didn't provide an API key. You need to provide an API key."),
      ("key.said", 400, "Incorrect API key provided: ab***cd."),
      ("context.said", 400, "This model's maximum context length is 4096 tokens."),
      ("endpoint", 404, "This is not a chat model and thus not supported in the v1/chat/completions endpoint."),
      ("model.said", 400, "Model Not Exist"), ("model.said", 404, "No endpoints found for some/model."),
      ("model.named", 404, "The model `x` does not exist."), ("model.named", 404, "Model \"x\" not found"),
      ("output", 500, "The model produced output that does not match the expected peg-native format"),
      ("schema.said", 400, "Invalid schema for response_format 'answer': 'default' is not permitted."),
      ("policy.said", 400, "The prompt triggered the content management policy."),
      ("mode", 400, "This response_format type is unavailable now"),
      ("tools", 400, "x does not support tools"), ("tools", 404, "No endpoints found that support tool use."),
      ("images", 400, "Model does not support image content"),
      ("unsupported", 400, "Web search options not supported with this model."),
      ("rate.request", 429, "Request too large for m on tokens per min (TPM): Limit 1, Requested 30."),
      ("overloaded.said", 503, "Loading model"), ("rate.said", 429, "Rate limit exceeded."),
    ]
    return named.map { .named("\(name).\($0.0)", $0.1, $0.2) } + said.map { .said("\(name).\($0.0)", $0.1, $0.2) }
  }

  static let groq: [ErrorCase] = [
    ErrorCase(
      "groq.output.json", 400,
      body:
        #"{"error":{"message":"No.","type":"invalid_request_error","code":"json_validate_failed","failed_generation":"{"}}"#
    ),
    .named("groq.output.tool", 400, "tool_use_failed"), .named("groq.output.tool", 200, "tool_use_failed"),
    ErrorCase("groq.output.failed", 400, body: #"{"error":{"message":"No.","failed_generation":""}}"#),
    .named("groq.quota.blocked", 400, "blocked_api_access"),
    .said("groq.rate.size", 413, "Limit 6000, requested 9000 on tokens per minute (TPM)"),
    ErrorCase("groq.flex", 498), .said("groq.output.unprocessable", 422, "The model hallucinated a tool."),
    ErrorCase("groq.tools.server", 424),
  ]

  static let compatible: [ErrorCase] = [
    .said("compatible.request.json", 500, "Failed to parse tools: Missing tool function"),
    .said("compatible.noModelLoaded", 400, "No models loaded. Please load a model."),
    .said("compatible.noPath", 404, "File Not Found"),
    .said("compatible.privacy", 404, "No endpoints found matching your data policy."),
    .said("compatible.tokens", 400, "Token limit reached"),
    ErrorCase(
      "compatible.upstream.rate", 429,
      body:
        #"{"error":{"code":429,"message":"Provider returned error","metadata":{"raw":"m is rate-limited upstream."}}}"#),
    .said("compatible.context.mistral", 400, "Prompt contains 40000 tokens, too large for model with 32768 maximum"),
    ErrorCase(
      "compatible.aws.key", 403, body: #"{"message":"No."}"#,
      [("x-amzn-ErrorType", "ExpiredTokenException:http://internal/")]),
    ErrorCase("compatible.aws.key.said", 403, body: #"{"message":"The security token is expired"}"#),
    ErrorCase("compatible.aws.access", 403, body: #"{"message":"You don't have access to the model with this ID."}"#),
    ErrorCase(
      "compatible.aws.throughput", 400, body: #"{"message":"Invocation with on-demand throughput isn’t supported."}"#),
    ErrorCase("compatible.aws.quota", 400, body: #"{"__type":"ServiceQuotaExceededException"}"#),
    ErrorCase("compatible.aws.rate", 429, [("x-amzn-errortype", "ThrottlingException")]),
    ErrorCase("compatible.aws.busy", 429, [("x-amzn-errortype", "ModelNotReadyException")]),
    ErrorCase("compatible.aws.timeout", 408, [("x-amzn-errortype", "ModelTimeoutException")]),
    ErrorCase("compatible.aws.server", 424, [("x-amzn-errortype", "ModelErrorException")]),
    .named("compatible.permission", 403, "permission_denied"),
    ErrorCase(
      "compatible.request.said", 422,
      body: #"{"detail":[{"loc":["body","messages"],"msg":"is missing","type":"missing"}]}"#),
    ErrorCase("compatible.request.shape", 400, body: #"{"message":"messages.0: Field required"}"#),
    // Azure
    ErrorCase(
      "compatible.policy", 400,
      body: #"{"error":{"message":"No.","code":"content_filter","innererror":{"code":"ResponsibleAIPolicyViolation"}}}"#
    ),
    .named("compatible.model", 404, "DeploymentNotFound"), .named("compatible.parameter", 400, "OperationNotSupported"),
    .said("compatible.key.said", 401, "Access denied due to invalid subscription key or wrong API endpoint."),
    // OpenRouter
    ErrorCase(
      "compatible.policy", 403, body: #"{"error":{"code":403,"message":"No.","metadata":{"reasons":["violence"]}}}"#),
    .said("compatible.quota.day", 429, "Rate limit exceeded: free-models-per-day."),
    .said("compatible.rate.said", 429, "Rate limit exceeded: free-models-per-min."),
    .said("compatible.key.said", 401, "No cookie auth credentials found"),
    ErrorCase("compatible.status.402", 402, body: #"{"error":{"code":402,"message":"Pay."}}"#),
    // Mistral, xAI, DeepSeek, vLLM, LM Studio, TGI
    ErrorCase("compatible.key.said", 401, body: #"{"detail":"Unauthorized"}"#),
    ErrorCase(
      "compatible.model", 400, body: #"{"object":"error","message":"Invalid model: x","type":"invalid_model"}"#),
    ErrorCase("compatible.key.said", 400, body: #"{"code":"bad argument","error":"Incorrect API key provided: ab."}"#),
    ErrorCase("compatible.quota.spend.said", 402, body: #"{"error":{"message":"Insufficient Balance"}}"#),
    ErrorCase(
      "compatible.model.named", 404, body: #"{"object":"error","message":"The model `x` does not exist.","code":404}"#),
    .said("compatible.tools", 400, "\"auto\" tool choice requires --enable-auto-tool-choice"),
    .said("compatible.images", 400, "x is not a multimodal model"),
    .said("compatible.mode", 400, "'response_format.type' must be 'json_schema' or 'text'"),
    ErrorCase("compatible.context.said", 422, body: #"{"error":"`inputs` tokens + `max_new_tokens` must be <= 4097"}"#),
    // Proxies
    ErrorCase("compatible.status.5xx", 502, body: "<html><head><title>502 Bad Gateway</title></head></html>"),
    ErrorCase("compatible.status.504", 504, body: "upstream request timeout"),
  ]
}
