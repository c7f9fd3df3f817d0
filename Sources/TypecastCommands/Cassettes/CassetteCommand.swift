/// `typecast cassette`
let cassetteCommand = Command(
  "cassette",
  abstract: "Works on cassettes: exchanges with servers, kept as XML.",
  exitCodes: [ExitCode(.success, "Everything is fine."), ExitCode(.failure, "The thing examined failed."), .usage],
  examples: [
    Example(
      "typecast cassette import --from har page.har --out Golden/cassettes/page", "Takes over what a browser kept.")
  ],
  subcommands: [
    cassetteListCommand,
    cassetteShowCommand,
    cassetteCheckCommand,
    cassetteRedactCommand,
    cassetteDiffCommand,
    cassetteAgeCommand,
    cassetteOrphansCommand,
    cassetteGrammarCommand,
    cassetteImportCommand,
    cassetteExportCommand,
  ])
