import Typecast

extension ErrorTable {
  /// Groq, which tells in its own way what a model did wrong; else it answers as OpenAI does.
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
        "groq.output.failed", .word("failed_generation"), kind: .invalidOutput, retry: true,
        "says that the model wrote something else than it was asked for", "Ask again, or ask another model."),
      ErrorRow(
        "groq.quota.blocked", .word("blocked_api_access", "organization_restricted"), kind: .quota, detail: "spend",
        "has no credit left for this key", "Raise the monthly limit of the account."),
      ErrorRow(
        "groq.rate.size", .status(413), .says("tokens per minute", "(tpm)"), kind: .rateLimit, detail: "minute",
        "takes no request of so many tokens", "Make the messages shorter, or raise the account's tier."),
      ErrorRow(
        "groq.flex", .status(498), kind: .overloaded, retry: true, "has no room left in this tier", "Try again later."),
      ErrorRow(
        "groq.output.unprocessable", .status(422), .says("hallucinat", "generat"), kind: .invalidOutput, retry: true,
        "says that the model wrote something else than it was asked for", "Ask again, or ask another model."),
      ErrorRow(
        "groq.tools.server", .status(424), kind: .server, "could not use a tool that it runs itself",
        "Look at the tool's own server."),
    ] + openAIRows("groq"))
}
