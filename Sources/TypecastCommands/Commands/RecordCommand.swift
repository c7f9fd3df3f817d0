private let cassette = Argument("CASSETTE", kind: .file, help: "The file to record into; its folder is made.")
private let add = Option.flag(
  "add", help: "Plays what the file has already, and adds only what it does not have. Without it all is recorded anew.")

/// `typecast record`
let recordCommand = Command(
  "record",
  abstract: "Asks a model for a value, and records what servers answer.",
  discussion: [
    """
    It works as the command cast does, with a server that is really there: Ollama on this machine, or a provider whose \
    key is in its environment variable. Keys and other secrets are taken out before the file is written, and what still \
    looks like one keeps it from being written.
    """,
    "An answer that says what the file said before changes nothing in it. Failures are recorded as well as answers.",
  ],
  arguments: [cassette] + CastCall.arguments,
  options: CastCall.options + [add],
  exitCodes: CastCall.exitCodes,
  examples: [
    Example(
      "typecast record Golden/cassettes/ollama/invoice.xml invoice.schema.json --model ollama:llama3.2 mail.txt",
      "Records one call of a model on this machine."),
    Example(
      "typecast cast invoice.schema.json --model ollama:llama3.2 --cassette Golden/cassettes/ollama/invoice.xml mail.txt",
      "Plays it again."),
  ]
) { invocation, environment async throws(CommandFailure) in
  let call = try CastCall(invocation, environment)
  let path = invocation.values(of: cassette).first ?? ""
  try environment.warnOfWords()
  return try await CassetteUse.recording(path, adds: invocation.isGiven(add), environment) {
    () async throws(CommandFailure) in try await call.run()
  }
}
