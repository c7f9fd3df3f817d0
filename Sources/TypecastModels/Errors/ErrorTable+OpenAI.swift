import Typecast

extension ErrorTable {
  /// OpenAI's own servers, by chat completions and by responses.
  static let openAI = ErrorTable(
    "openai", title: "OpenAI", openAIRows("openai"))

  /// The rows of OpenAI, which others follow more or less.
  static func openAIRows(_ name: String) -> [ErrorRow] {
    [
      ErrorRow(
        "\(name).key", .word("invalid_api_key", "invalid_authentication", "authentication_error"),
        kind: .authentication, "refused the key", "Set {key} to a valid key."),
      ErrorRow(
        "\(name).quota.spend",
        .word(
          "insufficient_quota", "credit_balance_exhausted", "billing_hard_limit_reached", "billing_not_active",
          "quota_exceeded"), kind: .quota, detail: "spend", "has no credit left for this key",
        "Look at the account's plan and balance."),
      ErrorRow(
        "\(name).quota.day", .status(429), .says("per day", "(rpd)", "(tpd)"), kind: .quota, detail: "day",
        "allows no more for today", "Wait until tomorrow, or ask another model."),
      ErrorRow(
        "\(name).context",
        .word("context_length_exceeded", "exceed_context_size_error", "string_above_max_length"),
        kind: .contextWindow, "says that the request is longer than the model can read",
        "Make the messages shorter, or ask a model with a larger window."),
      ErrorRow(
        "\(name).context.said",
        .says(
          "maximum context length", "exceeds the available context size", "exceed context window", "prompt is too long",
          "reduce the length of the messages"),
        kind: .contextWindow, "says that the request is longer than the model can read",
        "Make the messages shorter, or ask a model with a larger window."),
      ErrorRow(
        "\(name).model",
        .word("model_not_found", "deploymentnotfound", "model_not_available", "model_decommissioned"),
        kind: .modelNotFound, "has no model '{model}'", "Look at the list: typecast models --provider {provider}."),
      ErrorRow(
        "\(name).model.said", .status([400...404]),
        .says(
          "model does not exist", "is not a valid model", "model not found", "unknown model", "no such model",
          "invalid model name", "model identifier is invalid", "make sure the correct model id", "was removed on"),
        kind: .modelNotFound, "has no model '{model}'", "Look at the list: typecast models --provider {provider}."),
      ErrorRow(
        "\(name).output", .says("does not match the expected peg", "empty grammar stack"), kind: .invalidOutput,
        retry: true,
        "says that the model broke its grammar", "Ask again, or set the mode to prompted."),
      ErrorRow(
        "\(name).schema",
        .word("invalid_json_schema", "invalid_function_parameters"), kind: .schemaRejected, "does not take the schema",
        "Look at it: typecast project."),
      ErrorRow(
        "\(name).schema.said", .status(400, 422, 500),
        .says(
          "invalid schema for", "json schema conversion failed", "failed to parse grammar", "invalid json schema",
          "unable to generate parser for this template", "response_format/json_schema", "invalid schema",
          "schema is invalid", "invalid grammar"),
        kind: .schemaRejected, "does not take the schema", "Look at it: typecast project."),
      ErrorRow(
        "\(name).mode", .status(400, 404, 422, 500, 501),
        .says("response_format", "'json_schema' is not supported", "text.format", "structured output", "json mode"),
        kind: .unsupported, detail: "mode", "does not give structured output here",
        "Ask another model, or set the mode to tool or prompted."),
      ErrorRow(
        "\(name).tools", .status(400, 404, 422, 500, 501),
        .says(
          "does not support tools", "tool use is not supported", "tool calling is not supported",
          "tools are not supported", "support tool use", "tool_choice is not supported",
          "function calling is not enabled"),
        kind: .unsupported, detail: "mode", "does not call tools with this model", "Ask another model."),
      ErrorRow(
        "\(name).policy",
        .word(
          "content_policy_violation", "content_filter", "responsibleaipolicyviolation", "bio_policy",
          "invalid_prompt", "moderation_blocked"),
        kind: .contentPolicy, "withheld the answer by a filter", "Change the prompt, or ask another model."),
      ErrorRow(
        "\(name).images",
        .says(
          "image input is not supported", "does not support image", "multimodal requests", "images are not supported",
          "no endpoints found that support image"),
        kind: .unsupported, detail: "images", "says that the model can't see pictures",
        "Ask a model that can see."),
      ErrorRow(
        "\(name).parameter",
        .word("unsupported_parameter", "unsupported_value", "unknown_parameter"), kind: .unsupported,
        "does not take a setting with this model", "Leave the setting out, or ask another model."),
      ErrorRow(
        "\(name).unsupported", .status(400, 422), .says("not supported with this model", "doesn't support the"),
        kind: .unsupported, "says that the model can't do this", "Leave it out, or ask another model."),
      ErrorRow(
        "\(name).region", .word("unsupported_country_region_territory", "data_residency_mismatch"), kind: .permission,
        "does not serve this region"),
      ErrorRow(
        "\(name).slowDown", .status(429, 503), .word("slow_down"), kind: .rateLimit, detail: "minute", retry: true,
        "asks to slow down", "Lower the rate."),
      ErrorRow(
        "\(name).rate", .word("rate_limit_exceeded", "rate_limit_error", "too_many_requests", "rate_limit_reached"),
        kind: .rateLimit, detail: "minute", retry: true, "has had too many requests or tokens in a minute",
        "Wait, or lower the rate."),
      ErrorRow(
        "\(name).rate.status", .status(429), kind: .rateLimit, detail: "minute", retry: true,
        "has had too many requests", "Wait, or lower the rate."),
      ErrorRow(
        "\(name).overloaded",
        .word(
          "server_is_overloaded", "overloaded_error", "overloaded", "service_unavailable_error", "unavailable_error",
          "engine_overloaded_error"),
        kind: .overloaded, retry: true, "has too much to do", "Try again later."),
      ErrorRow(
        "\(name).server",
        .word("server_error", "internal_server_error", "api_error", "internal_error", "vector_store_timeout"),
        kind: .server, retry: true, "has a problem of its own", "Try again later."),
      ErrorRow(
        "\(name).request", .status(400, 422), .word("invalid_request_error"), kind: .badRequest, another: false,
        "does not take the request", "Look at what it says about it."),
    ]
  }

  /// Servers that speak as OpenAI does.
  static let compatible = ErrorTable(
    "compatible", title: "Compatible servers",
    [
      ErrorRow(
        "compatible.request.json", .status(500), .says("failed to parse tools", "json.exception.parse_error"),
        kind: .badRequest, another: false, "can't read the request", "Look at what it says about it."),
      ErrorRow(
        "compatible.noModelLoaded", .says("no models loaded", "no model loaded"), kind: .modelNotFound,
        "has no model loaded", "Load '{model}' there."),
    ] + openAIRows("compatible"))

  /// Groq, which tells in its own way what a model did wrong.
  static let groq = ErrorTable(
    "groq", title: "Groq",
    [
      ErrorRow(
        "groq.output.json", .word("json_validate_failed"), kind: .invalidOutput, retry: true,
        "says that the model wrote no valid JSON", "Ask again, or set the mode to prompted."),
      ErrorRow(
        "groq.output.tool", .word("tool_use_failed"), kind: .invalidOutput, retry: true,
        "says that the model called no tool as it should", "Ask again, or ask another model."),
      ErrorRow(
        "groq.quota.spend", .word("blocked_api_access"), kind: .quota, detail: "spend",
        "has no credit left for this key",
        "Raise the monthly limit of the account."),
      ErrorRow(
        "groq.rate.request", .status(413), .says("tokens per minute", "(tpm)", "too large for model"), kind: .rateLimit,
        detail: "minute", "takes no request of so many tokens",
        "Make the messages shorter, or raise the account's tier."),
      ErrorRow(
        "groq.flex", .status(498), kind: .overloaded, retry: true, "has no room left in this tier", "Try again later."),
    ] + openAIRows("groq"))
}
