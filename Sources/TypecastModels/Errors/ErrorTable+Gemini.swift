import Typecast

extension ErrorTable {
  /// Gemini, and the same models at Vertex AI.
  static let gemini = ErrorTable(
    "gemini", title: "Gemini",
    [
      ErrorRow(
        "gemini.key", .word("api_key_invalid", "api_key_expired", "api_key_not_found"), kind: .authentication,
        "refused the key", "Set {key} to a valid key."),
      ErrorRow(
        "gemini.key.said", .says("api key not valid", "api key expired", "api key not found", "pass a valid api key"),
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
        "gemini.quota.day", .status(429), .wordPart("perday", "daily"), kind: .quota, detail: "day",
        "allows no more for today", "Wait until tomorrow, or ask another model."),
      ErrorRow(
        "gemini.quota.day.said", .status(429), .says("per day", "daily"), kind: .quota, detail: "day",
        "allows no more for today", "Wait until tomorrow, or ask another model."),
      ErrorRow(
        "gemini.quota.spend", .status(429), .says("spending cap", "spend cap", "prepayment credits", "prepaid"),
        kind: .quota, detail: "spend", "has no credit left for this key", "Look at the project's balance."),
      ErrorRow(
        "gemini.rate.minute", .status(429), .wordPart("perminute"), kind: .rateLimit, detail: "minute", retry: true,
        "has had too many requests or tokens in a minute", "Wait, or lower the rate."),
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
        "gemini.context", .word("invalid_argument"),
        .says("exceeds the maximum number of tokens", "input token count"), kind: .contextWindow,
        "says that the request is longer than the model can read",
        "Make the messages shorter, or ask a model with a larger window."),
      ErrorRow(
        "gemini.schema", .word("invalid_argument"),
        .says(
          "response_schema", "responseschema", "response_json_schema", "responsejsonschema", "schema",
          "too many states", "function_declarations", "parameters_json_schema"),
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
        "gemini.unsupported", .word("invalid_argument", "unimplemented"), .says("not supported", "is not enabled"),
        kind: .unsupported, "says that the model can't do this", "Leave it out, or ask another model."),
      ErrorRow(
        "gemini.request", .word("invalid_argument", "out_of_range"), kind: .badRequest, another: false,
        "does not take the request", "Look at what it says about it."),
      ErrorRow(
        "gemini.cancelled", .word("cancelled"), kind: .server, retry: true, "cancelled the request by itself",
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
    ])
}
