import Typecast

extension ErrorTable {
  static let anthropic = ErrorTable(
    "anthropic", title: "Anthropic", without: ["finish.blocked"],
    [
      ErrorRow(
        "anthropic.key", .word("authentication_error"), kind: .authentication, "refused the key",
        "Set {key} to a valid key."),
      ErrorRow(
        "anthropic.quota.spend", .word("enforced_spend_limit_reached", "billing_error"), kind: .quota, detail: "spend",
        "has no credit left for this key", "Look at the account's limits and balance."),
      ErrorRow(
        "anthropic.quota.said", .status(400, 429),
        .says("credit balance is too low", "usage limits", "spend limit", "spending limit"), kind: .quota,
        detail: "spend", "has no credit left for this key", "Look at the account's limits and balance."),
      ErrorRow(
        "anthropic.quota.context", .status(429), .says("extra usage is required"), kind: .quota, detail: "spend",
        "reads so long a request only for those who pay for it", "Make the messages shorter, or look at the plan."),
      ErrorRow(
        "anthropic.quota.day", .status(429), .says("per day", "daily rate limit", "daily limit"), kind: .quota,
        detail: "day", "allows no more for today", "Wait until tomorrow, or ask another model."),
      ErrorRow(
        "anthropic.disabled", .says("organization has been disabled", "workspace has been disabled"),
        kind: .permission, "does not serve this account any more", "Look at the account."),
      ErrorRow(
        "anthropic.permission", .word("permission_error"), kind: .permission, "does not allow this",
        "Look at what the key may do."),
      ErrorRow(
        "anthropic.model", .word("not_found_error"), .says("model"), kind: .modelNotFound, "has no model '{model}'",
        "Look at the list: typecast models --provider anthropic."),
      ErrorRow(
        "anthropic.notFound", .word("not_found_error"), kind: .notFound, "has nothing of this name",
        "Look at what it says about it, and at the base URL."),
      ErrorRow(
        "anthropic.policy", .says("content filtering policy", "usage policy"),
        kind: .contentPolicy, "withheld the answer by a filter", "Change the prompt, or ask another model."),
      ErrorRow(
        "anthropic.context", .status(200, 400, 413),
        .says("prompt is too long", "exceed context limit", "context window", "too many tokens"), kind: .contextWindow,
        "says that the request is longer than the model can read",
        "Make the messages shorter, or ask a model with a larger window."),
      ErrorRow(
        "anthropic.schema", .word("invalid_request_error"),
        .says(
          "schema is too complex", "compiled grammar is too large", "output_config.format.schema",
          "output_format.schema", "input_schema", "invalid schema", "schema compilation", "grammar compilation",
          "for 'object' type", "for 'array' type", "for 'string' type", "for 'integer' type", "for 'number' type",
          "too many strict tools", "too many optional parameters", "union types", "recursive schema",
          "circular reference"),
        kind: .schemaRejected, "does not take the schema", "Look at it: typecast project --dialect anthropic."),
      ErrorRow(
        "anthropic.mode", .word("invalid_request_error"),
        .says(
          "output_config.format", "output_format", "output_config: extra inputs", "structured outputs",
          "does not support output"),
        kind: .unsupported, detail: "mode", "gives no structured output with this model",
        "Ask another model, or set the mode to tool."),
      ErrorRow(
        "anthropic.unsupported", .word("invalid_request_error"), .says("does not support", "not supported"),
        kind: .unsupported, "says that the model can't do this", "Leave it out, or ask another model."),
      ErrorRow(
        "anthropic.request", .word("invalid_request_error"), kind: .badRequest, another: false,
        "does not take the request", "Look at what it says about it."),
      ErrorRow(
        "anthropic.tooLarge", .word("request_too_large"), kind: .badRequest, "does not take so long a request",
        "Make the messages or pictures shorter."),
      ErrorRow(
        "anthropic.rate", .word("rate_limit_error"), kind: .rateLimit, detail: "minute", retry: true,
        "has had too many requests or tokens in a minute", "Wait, or lower the rate."),
      ErrorRow(
        "anthropic.overloaded", .word("overloaded_error"), kind: .overloaded, retry: true, "has too much to do",
        "Try again later."),
      ErrorRow(
        "anthropic.timeout", .word("timeout_error"), kind: .timeout, detail: "total", retry: true,
        "took too long itself",
        "Ask for less, or stream the answer."),
      ErrorRow(
        "anthropic.conflict", .word("conflict_error"), kind: .server, retry: true,
        "has a conflict with another request"),
      ErrorRow(
        "anthropic.server", .word("api_error"), kind: .server, retry: true, "has a problem of its own",
        "Try again later."),
      ErrorRow(
        "anthropic.finish.pause", .finish(FinishReason(rawValue: "pause_turn")), kind: .malformedReply,
        "paused a long turn that it goes on with when it is asked again", "Ask again."),
    ])
}
