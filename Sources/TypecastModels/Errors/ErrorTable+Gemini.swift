import Typecast

extension ErrorTable {
  /// Gemini, and the same models at Vertex AI.
  static let gemini = ErrorTable(
    "gemini", title: "Gemini", without: ["finish.refusal"],
    [
      ErrorRow(
        "gemini.key", .word("api_key_invalid", "api_key_expired", "api_key_not_found"), kind: .authentication,
        "refused the key", "Set {key} to a valid key."),
      ErrorRow(
        "gemini.key.said",
        .says(
          "api key not valid", "api key expired", "api key not found", "pass a valid api key", "reported as leaked",
          "unregistered callers", "api keys are not supported"),
        kind: .authentication, "refused the key", "Set {key} to a valid key."),
      ErrorRow(
        "gemini.unauthenticated", .word("unauthenticated", "credentials_missing", "access_token_type_unsupported"),
        kind: .authentication, "refused the key", "Set {key} to a valid key."),
      ErrorRow(
        "gemini.region", .word("failed_precondition"), .says("location is not supported"), kind: .permission,
        "does not serve this region"),
      ErrorRow(
        "gemini.billing", .word("failed_precondition"), .says("billing", "free tier"), kind: .quota, detail: "spend",
        "wants to be paid here", "Turn on billing for the project."),
      ErrorRow(
        "gemini.precondition", .word("failed_precondition"), kind: .permission, "does not allow this",
        "Look at what it says about it."),
      ErrorRow(
        "gemini.quota.none", .status(429, 500), .says("limit: 0,", "limit: 0\n"), kind: .quota, detail: "spend",
        "gives nothing of this model for free", "Turn on billing for the project, or ask another model."),
      ErrorRow(
        "gemini.quota.day", .status(429, 500), .wordPart("perday", "daily"), kind: .quota, detail: "day",
        "allows no more for today", "Wait until tomorrow, or ask another model."),
      ErrorRow(
        "gemini.quota.day.said", .status(429, 500), .says("per day", "daily"), kind: .quota, detail: "day",
        "allows no more for today", "Wait until tomorrow, or ask another model."),
      ErrorRow(
        "gemini.quota.spend", .status(429, 500), .says("spending cap", "spend cap", "prepayment credits", "prepaid"),
        kind: .quota, detail: "spend", "has no credit left for this key", "Look at the project's balance."),
      ErrorRow(
        "gemini.rate.minute", .status(429, 500), .wordPart("perminute"), kind: .rateLimit, detail: "minute",
        retry: true,
        "has had too many requests or tokens in a minute", "Wait, or lower the rate."),
      ErrorRow(
        "gemini.rate.wait", .status(429, 500), .asksToWait, kind: .rateLimit, detail: "minute", retry: true,
        "has had too many requests", "Wait, or lower the rate."),
      ErrorRow(
        "gemini.quota.said", .status(429, 500), .says("exceeded your current quota"), kind: .quota,
        "allows no more, and does not say of what", "Look at the project's quotas and billing."),
      ErrorRow(
        "gemini.rate", .word("resource_exhausted", "rate_limit_exceeded"), kind: .rateLimit, detail: "minute",
        retry: true, "has had too many requests", "Wait, or lower the rate."),
      ErrorRow(
        "gemini.permission", .word("permission_denied", "service_disabled"), kind: .permission, "does not allow this",
        "Look at what the key may do, and whether the API is turned on."),
      ErrorRow(
        "gemini.model", .word("not_found"), .says("models/", "model"), kind: .modelNotFound, "has no model '{model}'",
        "Look at the list: typecast models --provider gemini."),
      ErrorRow(
        "gemini.policy", .word("invalid_argument"),
        .says("safety filter", "safety settings", "prohibited use policy", "responsible ai", "usage guidelines"),
        kind: .contentPolicy, "withheld the answer by a filter", "Change the prompt, or ask another model."),
      ErrorRow(
        "gemini.context", .word("invalid_argument"),
        .says("exceeds the maximum number of tokens", "input token count", "token count exceeds"), kind: .contextWindow,
        "says that the request is longer than the model can read",
        "Make the messages shorter, or ask a model with a larger window."),
      ErrorRow(
        "gemini.mode.schema", .word("invalid_argument"), .says("schema", "json mode"),
        .says("is not enabled for", "is not supported for", "is not supported by"), kind: .unsupported, detail: "mode",
        "gives no structured output with this model", "Ask another model, or set the mode to tool or prompted."),
      ErrorRow(
        "gemini.schema.tool", .word("invalid_argument"), .says("function_declarations"), .says("parameters"),
        kind: .schemaRejected, "does not take the schema of a tool",
        "Look at it: typecast project --dialect gemini-json-schema."),
      ErrorRow(
        "gemini.schema", .word("invalid_argument"),
        .says(
          "response_schema", "responseschema", "response_json_schema", "responsejsonschema", "schema",
          "too many states", "parameters_json_schema"),
        kind: .schemaRejected, "does not take the schema", "Look at it: typecast project --dialect gemini-json-schema."),
      ErrorRow(
        "gemini.mode", .word("invalid_argument"),
        .says("json mode is not enabled", "response mime type", "response_mime_type", "application/json"),
        kind: .unsupported, detail: "mode", "gives no structured output with this model",
        "Ask another model, or set the mode to tool or prompted."),
      ErrorRow(
        "gemini.tools", .word("invalid_argument"), .says("function calling is not enabled", "tool use with"),
        kind: .unsupported, detail: "mode", "does not call tools here", "Ask another model."),
      ErrorRow(
        "gemini.unsupported", .word("invalid_argument", "unimplemented"),
        .says("not supported", "does not support", "is not enabled", "only works in thinking mode", "unsupported"),
        kind: .unsupported, "says that the model can't do this", "Leave it out, or ask another model."),
      ErrorRow(
        "gemini.request", .word("invalid_argument", "out_of_range"), kind: .badRequest, another: false,
        "does not take the request", "Look at what it says about it."),
      ErrorRow(
        "gemini.cancelled", .word("cancelled"), kind: .cancelled, retry: true, "cancelled the request by itself",
        "Try again."),
      ErrorRow(
        "gemini.overloaded", .word("unavailable"), kind: .overloaded, retry: true, "has too much to do",
        "Try again later."),
      ErrorRow(
        "gemini.deadline", .word("deadline_exceeded"), kind: .timeout, detail: "total", retry: true,
        "took too long itself", "Ask for less, or stream the answer."),
      ErrorRow(
        "gemini.server", .word("internal", "unknown", "aborted", "data_loss"), kind: .server, retry: true,
        "has a problem of its own", "Try again later."),
      ErrorRow(
        "gemini.notFound", .word("not_found"), kind: .notFound, "has nothing of this name",
        "Look at what it says about it, and at the base URL."),
      ErrorRow(
        "gemini.finish.call",
        .finish(
          FinishReason(rawValue: "MALFORMED_FUNCTION_CALL"), FinishReason(rawValue: "UNEXPECTED_TOOL_CALL"),
          FinishReason(rawValue: "TOO_MANY_TOOL_CALLS"), FinishReason(rawValue: "MISSING_THOUGHT_SIGNATURE")),
        kind: .invalidOutput, retry: true, "says that the model called no tool as it should",
        "Ask again, or ask another model."),
      ErrorRow(
        "gemini.finish.language", .finish(FinishReason(rawValue: "LANGUAGE")), kind: .unsupported,
        "says that the model does not know the language", "Ask another model."),
    ])
}
