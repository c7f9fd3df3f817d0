import Typecast

extension ErrorTable {
  /// Servers that speak as OpenAI does, and what others say in answers that nobody else gives.
  static let compatible = ErrorTable(
    "compatible", title: "Compatible servers",
    [
      // llama-server and LM Studio
      ErrorRow(
        "compatible.request.json", .status(500), .says("failed to parse tools", "json.exception.parse_error"),
        kind: .badRequest, another: false, "can't read the request", "Look at what it says about it."),
      ErrorRow(
        "compatible.noModelLoaded", .says("no models loaded", "no model loaded"), kind: .modelNotFound,
        "has no model loaded", "Load '{model}' there."),
      ErrorRow(
        "compatible.noPath", .status(404), .says("file not found", "resource not found", "invalid url"),
        kind: .notFound, "has nothing at this address", "Correct the base URL; most end in /v1."),
      // OpenRouter
      ErrorRow(
        "compatible.privacy", .says("matching your data policy", "guardrail restrictions"), kind: .permission,
        "has no one to ask whom the account's settings allow", "Look at the account's privacy settings."),
      ErrorRow(
        "compatible.tokens", .status(400), .says("token limit reached"), kind: .truncated,
        "cut the answer off at a limit of tokens", "Raise settings.maxTokens."),
      ErrorRow(
        "compatible.upstream.rate", .says("rate-limited upstream"), kind: .rateLimit, detail: "minute", retry: true,
        "says that the provider behind it has had too many requests", "Wait, or ask another model."),
      // Mistral
      ErrorRow(
        "compatible.context.mistral", .says("too large for model with"), kind: .contextWindow,
        "says that the request is longer than the model can read",
        "Make the messages shorter, or ask a model with a larger window."),
      // AWS
      ErrorRow(
        "compatible.aws.key",
        .word(
          "unrecognizedclientexception", "expiredtokenexception", "invalidsignatureexception",
          "incompletesignatureexception", "missingauthenticationtokenexception"),
        kind: .authentication, "refused the key", "Renew the credentials, and look at the clock of this machine."),
      ErrorRow(
        "compatible.aws.key.said", .status(400, 401, 403),
        .says("signature expired", "security token", "signature we calculated", "missing authentication token"),
        kind: .authentication, "refused the key", "Renew the credentials, and look at the clock of this machine."),
      ErrorRow(
        "compatible.aws.access", .says("don't have access to the model"), kind: .permission,
        "does not allow this model", "Ask for access to the model in the account's console."),
      ErrorRow(
        "compatible.aws.throughput", .says("on-demand throughput"), kind: .modelNotFound,
        "serves this model by a profile of inference only", "Name the profile in place of the model."),
      ErrorRow(
        "compatible.aws.quota", .word("servicequotaexceededexception"), kind: .quota,
        "allows no more to this account", "Look at the account's quotas."),
      ErrorRow(
        "compatible.aws.rate", .word("throttlingexception", "toomanyrequestsexception"), kind: .rateLimit,
        detail: "minute", retry: true, "has had too many requests", "Wait, or lower the rate."),
      ErrorRow(
        "compatible.aws.busy",
        .word("modelnotreadyexception", "serviceunavailableexception"), kind: .overloaded, retry: true,
        "has too much to do", "Try again later."),
      ErrorRow(
        "compatible.aws.timeout", .word("modeltimeoutexception"), kind: .timeout, detail: "total", retry: true,
        "took too long itself", "Ask for less, or stream the answer."),
      ErrorRow(
        "compatible.aws.server",
        .word("internalserverexception", "modelerrorexception", "modelstreamerrorexception"), kind: .server,
        retry: true, "has a problem of its own", "Try again later."),
    ] + openAIRows("compatible") + [
      ErrorRow(
        "compatible.permission", .status(403),
        .word("permission_error", "permission_denied", "permissiondenied", "accessdeniedexception", "forbidden"),
        kind: .permission, "does not allow this", "Look at what the key may do."),
      ErrorRow(
        "compatible.request.said", .status(400, 422),
        .word("validationexception", "invalid_request_message_order", "value_error.missing", "missing", "json_invalid"),
        kind: .badRequest, another: false, "does not take the request", "Look at what it says about it."),
      ErrorRow(
        "compatible.request.shape", .status(400, 422),
        .says(
          "malformed input request", "input tag", "field required", "is not permitted", "extraneous key",
          "invalid input", "validation error"),
        kind: .badRequest, another: false, "does not take the request", "Look at what it says about it."),
    ])
}
