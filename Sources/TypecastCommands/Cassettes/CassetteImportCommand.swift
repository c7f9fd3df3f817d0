private let format = Option.value(
  "from", "FORMAT", kind: .choice(CassetteImport.Format.allCases.map(\.rawValue)), requirement: .required,
  help: "What FILE is: an HTTP archive, a cassette of VCR or vcrpy in YAML or JSON, or lines of JSON.")
private let folder = Option.value(
  "out", "DIR", kind: .folder, requirement: .required, help: "Where the cassettes go. It is made if it is not there.")
private let file = Argument("FILE", kind: .file, help: "What to take over; - is standard input.")
private let json = Option.json(
  "one JSON object per exchange", #"{"id", "path", "refusal"}, with null for what there is not"#)

/// `typecast cassette import`
let cassetteImportCommand = Command(
  "import",
  abstract: "Makes cassettes of exchanges that other tools recorded.",
  discussion: [
    """
    Each exchange becomes a cassette of its own, DIR/<id>.xml, and its path is printed. Whatever is no letter, digit, dot, \
    dash or underscore in an id is percent-encoded; the second exchange of one id ends with ~2. An exchange without an id \
    is named after FILE and its place in it.
    """,
    """
    An exchange whose body is not whole is refused by name, on standard error. The others are written.
    """,
    """
    A line of jsonl is {"id", "request": {"method", "path" | "url", "headers", "body"}, "started", "response": {"status", \
    "headers", "head_at", "end", "chunks"?: [{"t", "text" | "base64"}], "body": {"text" | "base64"}}, "error"?, \
    "elapsed"}, which keeps chunks and times, or {"id", "method", "url", "request_headers", "request_body", "status", \
    "response_headers", "response_body"}, where "…_body_encoding" may be "base64".
    """,
  ],
  arguments: [file],
  options: [format, folder, json],
  exitCodes: [
    ExitCode(.success, "Every exchange is written."),
    ExitCode(.failure, "An exchange was refused; the others are written."),
    .usage,
  ],
  examples: [
    Example(
      "typecast cassette import --from vcr cassette.yaml --out Golden/cassettes", "Takes over a cassette of VCR."),
    Example(
      "typecast cassette import --from jsonl --out cassettes - < exchanges.jsonl",
      "Takes over lines of JSON, one by one."),
  ]
) { invocation, environment async throws(CommandFailure) in
  let path = invocation.values(of: file).first ?? "-"
  var importing = CassetteImport(
    environment: environment, file: path,
    format: invocation.value(of: format).flatMap(CassetteImport.Format.init(rawValue:)) ?? .jsonl,
    folder: invocation.value(of: folder) ?? ".", printsJSON: invocation.isGiven(json))
  return try await environment.progress.during("taking over \(environment.displayName(path))") {
    () throws(CommandFailure) in try importing.run()
  }
}
