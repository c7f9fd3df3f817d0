import Typecast

extension ErrorTable {
  /// Ollama on this machine and in its cloud, by its own paths and by those that are like OpenAI's.
  static let ollama = ErrorTable(
    "ollama", title: "Ollama", without: ["status.401", "finish.refusal", "finish.blocked"],
    [
      ErrorRow(
        "ollama.notRunning", .transport(.refused), .local, kind: .connection, detail: "refused", retry: true,
        "is not running on this machine", "Run: ollama serve"),
      ErrorRow(
        "ollama.model.name", .says("invalid model name", "model '' not found"),
        kind: .modelNotFound, "is given no name of a model that it knows", "Name the model ollama:MODEL."),
      ErrorRow(
        "ollama.model.none", .status(400), .says("model is required"), kind: .badRequest, another: false,
        "is given no name of a model", "Name the model ollama:MODEL."),
      ErrorRow(
        "ollama.model.missing", .status(404), .says("not found"), .says("model"), kind: .modelNotFound,
        "has no model '{model}'", "Run: ollama pull {model}"),
      ErrorRow(
        "ollama.signIn", .status(401), kind: .authentication, "wants to know who asks",
        "Run: ollama signin, or set {key} to a valid key."),
      ErrorRow(
        "ollama.subscription", .status(403), .says("subscription", "upgrade"), kind: .permission,
        "serves this model to paying accounts only", "Look at the account's plan, or ask another model."),
      ErrorRow(
        "ollama.cloud.disabled", .status(403), .says("cloud", "remote"), kind: .permission,
        "has its cloud turned off on this machine", "Turn it on in the settings of Ollama, or ask a local model."),
      ErrorRow(
        "ollama.forbidden", .status(403), .local, kind: .permission, "does not serve this host name",
        "Set OLLAMA_HOST to 127.0.0.1, or OLLAMA_ORIGINS for the server."),
      ErrorRow(
        "ollama.quota.time", .status(402, 429), .says("hourly", "session", "daily", "weekly"), kind: .quota,
        detail: "day", "allows no more in its cloud for now", "Wait, look at the account's plan, or ask another model."),
      ErrorRow(
        "ollama.quota.spend", .status(402, 429), .says("usage limit", "monthly", "upgrade", "balance", "credit"),
        kind: .quota, detail: "spend", "allows no more in its cloud to this account",
        "Look at the account's plan, or ask another model."),
      ErrorRow(
        "ollama.rate", .status(429), .says("too many", "rate limit"), kind: .rateLimit, detail: "minute", retry: true,
        "has had too many requests",
        "Wait, or lower the rate."),
      ErrorRow(
        "ollama.busy", .status(503), kind: .overloaded, retry: true, "has too much to do", "Try again later."),
      ErrorRow(
        "ollama.context",
        .says(
          "exceeds the available context size", "exceeds the context length", "exceed_context_size",
          "input length exceeds"),
        kind: .contextWindow, "says that the request is longer than the model can read",
        "Make the messages shorter, or give the model a larger num_ctx."),
      ErrorRow(
        "ollama.schema",
        .says(
          "json schema conversion failed", "failed to parse grammar", "invalid json schema in format",
          "invalid format:", "unable to generate parser for this template", "failed to initialize samplers",
          "field 'json_schema'"),
        kind: .schemaRejected, "does not take the schema", "Look at it: typecast project --dialect ollama."),
      ErrorRow(
        "ollama.schema.mode", .says("response_format", "structured output"), kind: .unsupported, detail: "mode",
        "does not give structured output here", "Ask another model, or set the mode to prompted."),
      ErrorRow(
        "ollama.output.tool", .says("error parsing tool call"), kind: .invalidOutput, retry: true,
        "says that the model called no tool as it should", "Ask again, or ask another model."),
      ErrorRow(
        "ollama.output", .says("does not match the expected peg", "empty grammar stack"), kind: .invalidOutput,
        retry: true, "says that the model broke its grammar", "Ask again, or set the mode to prompted."),
      ErrorRow(
        "ollama.tools", .says("does not support tools"), kind: .unsupported, detail: "tools",
        "says that the model can't call tools", "Ask a model that can: ollama show {model} tells."),
      ErrorRow(
        "ollama.thinking", .says("does not support thinking"), kind: .unsupported, detail: "thinking",
        "says that the model can't think", "Leave settings.thinking out, or ask another model."),
      ErrorRow(
        "ollama.images",
        .says("multimodal", "image urls are not", "does not support image", "missing data required for image input"),
        kind: .unsupported, detail: "images", "says that the model can't see pictures", "Ask a model that can see."),
      ErrorRow(
        "ollama.unsupported", .says("does not support", "is not supported", "requires a newer version"),
        kind: .unsupported,
        "says that the model can't do this", "Ask another model."),
      ErrorRow(
        "ollama.memory", .says("more system memory", "out of memory", "insufficient memory", "cudamalloc failed"),
        kind: .server,
        "has too little memory for this model", "Ask a smaller model, or free memory."),
      ErrorRow(
        "ollama.crash",
        .says(
          "runner has unexpectedly stopped", "error was encountered while running the model",
          "runner process has terminated", "unable to load model", "error loading model", "llama runner exited"),
        kind: .server, retry: true, "lost the process that runs the model", "Look at the logs of ollama serve."),
      ErrorRow(
        "ollama.loading", .says("timed out waiting for"), kind: .timeout, detail: "total", retry: true,
        "took too long to load the model", "Ask again: the model may be there by then."),
      ErrorRow(
        "ollama.path", .status(404, 405), .says("404 page not found", "405 method not allowed"), kind: .notFound,
        "has nothing at this address", "Correct the base URL: it ends before /api and /v1."),
      ErrorRow(
        "ollama.cloud.unreachable", .status(502), kind: .connection, retry: true, "could not reach its cloud",
        "Look at the network."),
      ErrorRow(
        "ollama.options", .status(500), .says("option \""), kind: .badRequest, another: false,
        "does not take a setting", "Look at what it says about it."),
      ErrorRow(
        "ollama.request.json",
        .status(400, 500),
        .says(
          "cannot unmarshal", "invalid character", "unexpected eof", "missing request body", "illegal base64",
          "can't find closing", "parse error"),
        kind: .badRequest, another: false, "can't read the request", "Look at what it says about it."),
      ErrorRow(
        "ollama.request", .status(400), kind: .badRequest, another: false, "does not take the request",
        "Look at what it says about it."),
    ])
}
