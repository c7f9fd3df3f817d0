import Typecast

extension ErrorTable {
  /// OpenAI's own servers, by chat completions and by responses.
  static let openAI = ErrorTable("openai", title: "OpenAI", openAIRows("openai"))

  /// The rows of OpenAI, which others follow more or less.
  static func openAIRows(_ name: String) -> [ErrorRow] {
    accountRows(name) + modelRows(name) + requestRows(name) + limitRows(name)
  }

  /// Who may ask.
  private static func accountRows(_ name: String) -> [ErrorRow] {
    [
      ErrorRow(
        "\(name).scope", .status(401, 403), .says("insufficient permissions", "missing scopes"), kind: .permission,
        "does not allow this with this key", "Give the key the missing scope, or use another key."),
      ErrorRow(
        "\(name).verification", .says("must be verified to"), kind: .permission,
        "wants to know the organization first", "Verify the organization in its settings, or ask another model."),
      ErrorRow(
        "\(name).region",
        .word("unsupported_country_region_territory", "data_residency_mismatch"), kind: .permission,
        "does not serve this region", "Ask another provider."),
      ErrorRow(
        "\(name).quota.spend",
        .word(
          "insufficient_quota", "credit_balance_exhausted", "billing_hard_limit_reached", "billing_not_active",
          "quota_exceeded", "access_terminated"), kind: .quota, detail: "spend", "has no credit left for this key",
        "Look at the account's plan and balance."),
      ErrorRow(
        "\(name).quota.spend.said", .status(400, 402, 403, 429),
        .says(
          "insufficient balance", "insufficient credits", "not enough credits", "more credits", "out of credits",
          "any credits", "exceeded your current quota", "billing hard limit", "spending limit", "credit limit",
          "insufficient funds", "negative balance"),
        kind: .quota, detail: "spend", "has no credit left for this key", "Look at the account's plan and balance."),
      ErrorRow(
        "\(name).quota.day", .status(429), .says("per day", "per-day", "(rpd)", "(tpd)", "daily limit", "daily quota"),
        kind: .quota, detail: "day", "allows no more for today", "Wait until tomorrow, or ask another model."),
      ErrorRow(
        "\(name).key", .word("invalid_api_key", "invalid_authentication", "authentication_error"),
        kind: .authentication, "refused the key", "Set {key} to a valid key."),
      ErrorRow(
        "\(name).key.said", .status([400...403]),
        .says(
          "incorrect api key", "invalid api key", "invalid api token", "provide an api key", "api key is missing",
          "no api key", "api key required", "unauthorized", "no cookie auth credentials", "no auth credentials",
          "user not found", "invalid subscription key", "authentication fails", "authorization header",
          "bearer auth"),
        kind: .authentication, "refused the key", "Set {key} to a valid key."),
    ]
  }

  /// Which model, how long, of what shape.
  private static func modelRows(_ name: String) -> [ErrorRow] {
    [
      ErrorRow(
        "\(name).context",
        .word("context_length_exceeded", "exceed_context_size_error", "string_above_max_length"),
        kind: .contextWindow, "says that the request is longer than the model can read",
        "Make the messages shorter, or ask a model with a larger window."),
      ErrorRow(
        "\(name).context.said",
        .says(
          "maximum context length", "exceeds the available context size", "exceed context window", "prompt is too long",
          "reduce the length of the messages", "input is too long", "exceeds the context window",
          "maximum prompt length", "context the overflows", "longer than the maximum model length",
          "exceeds the maximum model length", "context length of only", "too many input tokens",
          "`inputs` tokens + `max_new_tokens` must be", "exceeds the model's context"),
        kind: .contextWindow, "says that the request is longer than the model can read",
        "Make the messages shorter, or ask a model with a larger window."),
      ErrorRow(
        "\(name).endpoint", .status(400, 404),
        .says(
          "not a chat model", "only supported in v1/responses", "not supported in the v1/chat/completions",
          "not in v1/chat/completions"),
        kind: .unsupported, "serves this model by another of its paths",
        "Ask openai-responses:{model}, or another model."),
      ErrorRow(
        "\(name).model",
        .word(
          "model_not_found", "deploymentnotfound", "model_not_available", "model_decommissioned", "invalid_model",
          "unknown_model", "model_terms_required"),
        kind: .modelNotFound, "has no model '{model}'", "Look at the list: typecast models --provider {provider}."),
      ErrorRow(
        "\(name).model.said", .status([400...404, 410...410, 422...422]),
        .says(
          "model does not exist", "is not a valid model", "model not found", "unknown model", "no such model",
          "invalid model name", "model identifier is invalid", "make sure the correct model id", "was removed on",
          "model not exist", "invalid model:", "no endpoints found for", "does not exist or your team",
          "model is not available", "model has been deprecated", "model has been decommissioned"),
        kind: .modelNotFound, "has no model '{model}'", "Look at the list: typecast models --provider {provider}."),
      ErrorRow(
        "\(name).model.named", .status(404), .says("model `", "model '", "model \""),
        .says("not found", "not exist", "deprecated", "no access"), kind: .modelNotFound, "has no model '{model}'",
        "Look at the list: typecast models --provider {provider}."),
      ErrorRow(
        "\(name).output", .says("does not match the expected peg", "empty grammar stack"), kind: .invalidOutput,
        retry: true, "says that the model broke its grammar", "Ask again, or set the mode to prompted."),
      ErrorRow(
        "\(name).schema",
        .word("invalid_json_schema", "invalid_function_parameters"), kind: .schemaRejected, "does not take the schema",
        "Look at it: typecast project."),
      ErrorRow(
        "\(name).schema.said", .status(400, 422, 500),
        .says(
          "invalid schema for", "json schema conversion failed", "failed to parse grammar", "invalid json schema",
          "unable to generate parser for this template", "response_format/json_schema", "invalid schema",
          "schema is invalid", "invalid grammar", "grammar error", "failed to compile grammar",
          "grammar compilation", "schema is too complex", "json schema is not supported", "unsupported json schema"),
        kind: .schemaRejected, "does not take the schema", "Look at it: typecast project."),
    ]
  }

  /// What is asked for.
  private static func requestRows(_ name: String) -> [ErrorRow] {
    [
      ErrorRow(
        "\(name).request.form",
        .word(
          "missing_required_parameter", "invalid_type", "unknown_parameter", "invalid_image_url",
          "invalid_image_format", "invalid_image", "unsupported_file", "array_above_max_length",
          "integer_below_min_value", "integer_above_max_value", "decimal_below_min_value", "decimal_above_max_value"),
        kind: .badRequest, another: false, "does not take a part of the request", "Look at what it says about it."),
      ErrorRow(
        "\(name).policy",
        .word(
          "content_policy_violation", "content_filter", "responsibleaipolicyviolation", "bio_policy", "cyber_policy",
          "invalid_prompt", "moderation_blocked", "flagged", "content_filter_error", "image_content_policy_violation"),
        kind: .contentPolicy, "withheld the answer by a filter", "Change the prompt, or ask another model."),
      ErrorRow(
        "\(name).policy.said", .status([400...499]),
        .says(
          "content management policy", "usage policy", "usage policies", "content policy", "content filter",
          "content exists risk", "flagged by", "was flagged", "moderation", "violates safety"),
        kind: .contentPolicy, "withheld the answer by a filter", "Change the prompt, or ask another model."),
      ErrorRow(
        "\(name).mode", .status(400, 404, 422, 500, 501),
        .says(
          "response_format", "'json_schema' is not supported", "text.format", "structured output", "json mode",
          "guided_json", "guided decoding"),
        kind: .unsupported, detail: "mode", "does not give structured output here",
        "Ask another model, or set the mode to tool or prompted."),
      ErrorRow(
        "\(name).tools", .status(400, 404, 422, 500, 501),
        .says(
          "does not support tools", "tool use is not supported", "tool calling is not supported",
          "tools are not supported", "support tool use", "tool_choice is not supported", "support tool choice",
          "does not support function", "doesn't support tool", "function calling is not enabled",
          "enable-auto-tool-choice", "'tool_choice' value", "tools param requires"),
        kind: .unsupported, detail: "mode", "does not call tools with this model", "Ask another model."),
      ErrorRow(
        "\(name).images",
        .says(
          "image input is not supported", "does not support image", "multimodal requests", "images are not supported",
          "support image input", "is not a multimodal model", "image_url is only supported",
          "does not support vision"),
        kind: .unsupported, detail: "images", "says that the model can't see pictures",
        "Ask a model that can see."),
      ErrorRow(
        "\(name).parameter",
        .word("unsupported_parameter", "unsupported_value", "operationnotsupported", "not_supported_error"),
        kind: .unsupported, "can't do with this model what is asked",
        "Leave the setting out, or ask another model."),
      ErrorRow(
        "\(name).unsupported", .status(400, 404, 422),
        .says("not supported with this model", "doesn't support", "does not support", "not supported by this model"),
        kind: .unsupported, "says that the model can't do this", "Leave it out, or ask another model."),
    ]
  }

  /// How much, and what broke.
  private static func limitRows(_ name: String) -> [ErrorRow] {
    [
      ErrorRow(
        "\(name).rate.request",
        .says("request too large for", "tokens must be reduced in order to run", "too large for model"),
        kind: .rateLimit, detail: "minute", "takes no request of so many tokens in a minute",
        "Make the messages shorter, lower settings.maxTokens, or raise the account's tier."),
      ErrorRow(
        "\(name).slowDown", .status(429, 503), .word("slow_down"), kind: .rateLimit, detail: "minute", retry: true,
        "asks to slow down", "Lower the rate."),
      ErrorRow(
        "\(name).overloaded",
        .word(
          "server_is_overloaded", "overloaded_error", "overloaded", "service_unavailable_error", "unavailable_error",
          "engine_overloaded_error", "service_tier_capacity_exceeded", "no_capacity", "over_capacity"),
        kind: .overloaded, retry: true, "has too much to do", "Try again later."),
      ErrorRow(
        "\(name).overloaded.said", .status(429, 500, 502, 503),
        .says("overloaded", "at capacity", "capacity exceeded", "currently busy", "loading model", "no available"),
        kind: .overloaded, retry: true, "has too much to do", "Try again later."),
      ErrorRow(
        "\(name).rate", .word("rate_limit_exceeded", "rate_limit_error", "too_many_requests", "rate_limit_reached"),
        kind: .rateLimit, detail: "minute", retry: true, "has had too many requests or tokens in a minute",
        "Wait, or lower the rate."),
      ErrorRow(
        "\(name).rate.said", .status(429),
        .says("rate limit", "rate-limit", "per min", "per-min", "(rpm)", "(tpm)", "too many requests", "slow down"),
        kind: .rateLimit, detail: "minute", retry: true,
        "has had too many requests", "Wait, or lower the rate."),
      ErrorRow(
        "\(name).server",
        .word(
          "server_error", "internal_server_error", "internalservererror", "api_error", "internal_error",
          "vector_store_timeout"),
        kind: .server, retry: true, "has a problem of its own", "Try again later."),
      ErrorRow(
        "\(name).notFound", .status(404), .word("invalid_request_error", "not_found_error"), kind: .notFound,
        "has nothing of this name", "Look at what it says about it, and at the base URL."),
      ErrorRow(
        "\(name).request", .status(400, 405, 413, 422), .word("invalid_request_error", "badrequesterror"),
        kind: .badRequest, another: false, "does not take the request", "Look at what it says about it."),
    ]
  }
}
