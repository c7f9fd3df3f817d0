private let cassette = Option.value(
  "cassette", "FILE", kind: .file,
  help: "A cassette that answers in the place of servers. It needs no network and no key, and nothing waits.")

/// `typecast cast`
let castCommand = Command(
  "cast",
  abstract: "Asks a model for a value that follows a schema.",
  discussion: [
    """
    An answer that is not valid is repaired, as the command repair does it. What can't be repaired is asked for again: \
    first with a list of what is wrong, then with the one task of making JSON of the answer, then from the next model.
    """,
    "The value is printed as one line of JSON. What was asked, repaired and used is told on standard error.",
    SchemaOptions.configNote,
  ],
  arguments: CastCall.arguments,
  options: CastCall.options + [cassette],
  exitCodes: CastCall.exitCodes,
  examples: [
    Example(
      "typecast cast invoice.schema.json --model ollama:llama3.2 mail.txt", "Asks a model on this machine."),
    Example(
      "typecast cast invoice.schema.json --model script:answers.jsonl mail.txt",
      "Goes through the whole loop with answers from a file."),
    Example(
      "typecast cast invoice.schema.json --model script:answers.jsonl --stream < mail.txt",
      "Shows the value while it grows."),
  ]
) { invocation, environment async throws(CommandFailure) in
  let call = try CastCall(invocation, environment)
  guard let path = invocation.value(of: cassette) else { return try await call.run() }
  return try await CassetteUse.playing(path) { () async throws(CommandFailure) in try await call.run() }
}
