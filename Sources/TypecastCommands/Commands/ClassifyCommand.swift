import TypecastJSON

private let jsonl = Option.flag(
  "jsonl", help: "Reads one JSON object per line, and answers each with one line; the only way there is so far.")
private let file = Argument(
  "FILE", kind: .file, requirement: .optional, help: "The lines; standard input where this is not given.")

/// `typecast classify`
let classifyCommand = Command(
  "classify",
  abstract: "Tells what the answers of providers mean, by their error tables.",
  discussion: [
    """
    A line is {"id"?, "provider", "url"?, "status"?, "headers"?, "body"?, "transport"?}: an answer as it came, or where \
    the request failed. Headers are an object or a list of pairs, the body is its raw text. transport is dns, refused, \
    reset, tls, timeout.connect, timeout.firstByte, timeout.idle, timeout.total or cut.
    """,
    """
    Its answer is {"id", "outcome": "ok" | "truncated" | "refused" | "blocked" | "incomplete" | "error", "row", "kind", \
    "detail"?, "retry", "retryAfter"?}, with row and kind null for what is fine; for a line that can't be read {"id", \
    "line", "error"}.
    """,
  ],
  arguments: [file],
  options: [jsonl],
  exitCodes: [ExitCode(.success, "Every line was answered."), .usage],
  examples: [
    Example(
      #"echo '{"provider": "openai", "status": 429, "body": "…"}' | typecast classify --jsonl"#,
      "Tells whether waiting helps.")
  ]
) { invocation, environment throws(CommandFailure) in
  let inputs = invocation.values(of: file)
  return try JSONLines(environment: environment).answer(
    inputs: inputs.isEmpty ? ["-"] : inputs, with: LineClassification.answer)
}
