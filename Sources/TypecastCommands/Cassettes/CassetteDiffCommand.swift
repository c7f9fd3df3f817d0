import TypecastCassettes
import TypecastJSON

private let older = Argument(
  "OLD", kind: .fileOrFolder, help: "An earlier recording: a cassette, or a folder of cassettes.")
private let newer = Argument("NEW", kind: .fileOrFolder, help: "A later one of the same requests.")
private let diffJSON = Option.json(
  "one JSON object in the place of all else",
  """
  {"isSame", "old", "new", "exchanges": [{"old": {"path", "number", "request"}, "new": {"path", "number", "request"}, \
  "asks", "differences": [{"place", "old", "new"}], "others"}], "came": [{"path", "number", "request"}], "went": \
  [{"path", "number", "request"}]}, where old and new are counts, asks is 'the same', 'another model' or 'something else', and others is how many more differences there are
  """)

/// `typecast cassette diff`
let cassetteDiffCommand = Command(
  "diff",
  abstract: "Tells how a provider's answers changed their shape.",
  discussion: [
    """
    The shape of answers is compared, not what they say: '+' is a member that came, '-' one that went, '~' one of another type; \
    'in 2 of 5' means that 2 of the 5 objects there have it. A stream counts as a whole, however many events it has. The \
    status counts, and of headers the type of content, versions, limits, advice on trying again and notices of an end. Where \
    an answer became an error, or broke off, only that is told.
    """,
    """
    Exchanges that ask the same are compared, wherever they are. Others are compared if they have the same name, if only the \
    model differs, or if method and path are the same and not both have names: then what they ask is told.
    """,
  ],
  arguments: [older, newer],
  options: [diffJSON],
  exitCodes: [
    ExitCode(.success, "The shapes are the same."),
    ExitCode(.failure, "At least one is another, or an exchange came or went."), .usage,
  ],
  examples: [
    Example("typecast cassette diff old.xml new.xml", "Compares two recordings."),
    Example(
      "typecast cassette diff ../before/Golden/cassettes Golden/cassettes",
      "Compares those of a package with older ones."),
  ]
) { invocation, environment async throws(CommandFailure) in
  let paths = invocation.values(of: older) + invocation.values(of: newer)
  try CassetteFiles.readOnce(paths)
  let comparison = try await environment.progress.during("comparing") { () throws(CommandFailure) in
    RecordingComparison(
      old: try ComparedRecording(paths[0], environment), new: try ComparedRecording(paths[1], environment))
  }
  if invocation.isGiven(diffJSON) {
    try environment.output.writeLine(JSONWriter().bytes(of: comparison.json))
  } else {
    for line in comparison.lines { try environment.output.writeLine(PlacedMessage.withoutControls(line)) }
    try environment.error.writeLine(comparison.summary)
  }
  return comparison.isSame ? .success : .failure
}
