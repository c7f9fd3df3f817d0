import TypecastCassettes

private enum Format: String, CaseIterable {
  case har
  case jsonl
}

private let format = Option.value(
  "to", "FORMAT", kind: .choice(Format.allCases.map(\.rawValue)), requirement: .required,
  help: "An HTTP archive, or lines of JSON.")
private let files = Argument("FILE", kind: .file, repeatable: true, help: "A cassette; - is standard input.")

/// `typecast cassette export`
let cassetteExportCommand = Command(
  "export",
  abstract: "Prints the exchanges of cassettes in the format of other tools.",
  discussion: [
    """
    All exchanges of all cassettes are printed in their order: as one HTTP archive, HAR 1.2, or one line of JSON each. Both \
    keep chunks and times, and typecast cassette import takes both back, body for body, byte for byte. A body that is no \
    UTF-8 is in base64. Nothing is printed where one of the cassettes can't be read.
    """
  ],
  arguments: [files],
  options: [format],
  exitCodes: [ExitCode(.success, "Every exchange was printed."), .usage],
  examples: [
    Example("typecast cassette export --to har Golden/cassettes/gemini/*.xml > gemini.har", "Shows them to a browser."),
    Example("typecast cassette export --to jsonl chat.xml", "Prints them for a program."),
  ]
) { invocation, environment async throws(CommandFailure) in
  let paths = invocation.values(of: files)
  try CassetteFiles.readOnce(paths)
  let input = paths.contains("-") ? try environment.bytes(at: "-") : []
  // Half an archive is of no use, so that all is looked at before anything is printed.
  try await environment.progress.during("checking the cassettes") { () throws(CommandFailure) in
    for path in paths {
      try CassetteFiles.forEach(in: try environment.cassette(at: path, input: input)) { _, _ in }
    }
  }
  let isArchive = invocation.value(of: format) == Format.har.rawValue
  var archive = HARWriter()
  if isArchive { try environment.output.write(archive.start(version: ToolVersion.text)) }
  for path in paths {
    let reader = try environment.cassette(at: path, input: input)
    try CassetteFiles.forEach(in: reader) { _, exchange throws(CommandFailure) in
      if isArchive {
        try environment.output.write(archive.entry(of: exchange, reader.origin, about: reader.note))
      } else {
        try environment.output.writeLine(ExchangeLine.bytes(of: exchange, reader.origin, about: reader.note))
      }
    }
  }
  if isArchive { try environment.output.write(archive.end) }
  return .success
}
