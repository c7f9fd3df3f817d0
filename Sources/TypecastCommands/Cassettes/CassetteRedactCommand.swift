import TypecastCassettes
import TypecastJSON

private let json = Option.json("one JSON object per cassette", #"{"path", "written"}"#)

/// `typecast cassette redact`
let cassetteRedactCommand = Command(
  "redact",
  abstract: "Takes secrets out of cassettes.",
  discussion: [
    "A cassette in which something is left that looks like a secret stays as it is, and its place is told.",
    "One without secrets stays as it is, too. Where one is written, its notes stay, and its comments do not.",
  ],
  arguments: [CassetteFiles.argument],
  options: [json],
  exitCodes: [ExitCode(.success, "No cassette holds a secret now."), .usage],
  examples: [Example("typecast cassette redact Golden/cassettes", "Goes over all of a folder.")],
  work: { _ in "going over cassettes" }
) { invocation, environment throws(CommandFailure) in
  let paths = try CassetteFiles.paths(invocation, environment)
  for path in paths { try CassetteFiles.requireFile(path) }
  try environment.warnOfWords()
  var status = ExitStatus.success
  for path in paths {
    let cassette: RedactedCassette
    do throws(CassetteError) {
      cassette = try RedactedCassette(path)
      try cassette.save()
    } catch {
      // The others are gone over all the same.
      let failure = CommandFailure(unreadable: error, nextStep: "Mend it by hand, then go over it again.")
      try environment.report(failure)
      status = failure.status
      continue
    }
    if cassette.hasSecrets, cassette.hasComments { try environment.warnOfLostComments(path) }
    if invocation.isGiven(json) {
      let object: JSONValue = ["path": .string(path), "written": .bool(cassette.hasSecrets)]
      try environment.output.writeLine(JSONWriter().bytes(of: object))
    } else if cassette.hasSecrets {
      try environment.output.writeLine(PlacedMessage.withoutControls("\(path): written"))
    }
  }
  return status
}

/// A cassette before and after its secrets are taken out.
private struct RedactedCassette {
  private let path: String
  private let cassette: Cassette
  let hasSecrets: Bool
  let hasComments: Bool

  init(_ path: String) throws(CassetteError) {
    self.path = path
    let bytes = try CassetteFile.read(path)
    let reader = try CassetteReader(bytes, path: path)
    cassette = try Cassette(reader)
    hasComments = reader.hasComments
    let (redaction, scan) = (Redaction.standard, SecretScan())
    // What stands in a comment is no part of any exchange.
    hasSecrets =
      cassette.note.map(redaction.redacted(text:)) != cassette.note || !scan.findings(in: bytes).isEmpty
      || cassette.exchanges.contains { redaction.redacted($0) != $0 || !scan.findings(in: $0).isEmpty }
  }

  func save() throws(CassetteError) {
    if hasSecrets { try CassetteFile.save(cassette, to: path) }
  }
}
