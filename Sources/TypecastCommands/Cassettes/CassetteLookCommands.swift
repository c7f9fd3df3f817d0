import TypecastCassettes
import TypecastJSON

private let listJSON = Option.json(
  "one JSON object per cassette",
  #"{"path", "origin", "exchanges", "since"}, with null for since where no date is known"#)

/// `typecast cassette list`
let cassetteListCommand = Command(
  "list",
  abstract: "Lists cassettes: their origin, how many exchanges they have, and since when.",
  arguments: [CassetteFiles.argument],
  options: [listJSON],
  exitCodes: [ExitCode(.success, "Every cassette could be read."), .usage],
  examples: [Example("typecast cassette list", "Lists those of the package.")],
  work: { _ in "reading cassettes" }
) { invocation, environment throws(CommandFailure) in
  for path in try CassetteFiles.paths(invocation, environment) {
    let reader = try environment.cassette(at: path)
    var (count, dates): (Int, [String]) = (0, [])
    try CassetteFiles.forEach(in: reader) { number, exchange in
      count = number
      if let date = exchange.date { dates.append(String(date.description.prefix(10))) }
    }
    if invocation.isGiven(listJSON) {
      let object: JSONValue = [
        "path": .string(path), "origin": .string(reader.origin.rawValue), "exchanges": .number(JSONNumber(count)),
        "since": dates.min().map { .string($0) } ?? .null,
      ]
      try environment.output.writeLine(JSONWriter().bytes(of: object))
      continue
    }
    let since = dates.min().map { ", \($0)" } ?? ""
    try environment.output.writeLine(
      "\(path): \(reader.origin.rawValue), \(count) exchange\(count == 1 ? "" : "s")\(since)")
  }
  return .success
}

private let whole = Option.flag("bodies", help: "Prints headers and bodies, too.")
private let showJSON = Option.json(
  "one JSON object per exchange",
  """
  {"path", "number", "id", "method", "url", "status", "bytes", "chunks", "failure"}, with null for what there is not; \
  typecast cassette export prints headers and bodies for programs
  """)

/// `typecast cassette show`
let cassetteShowCommand = Command(
  "show",
  abstract: "Shows the exchanges of cassettes.",
  arguments: [CassetteFiles.argument],
  options: [whole, showJSON],
  exitCodes: [ExitCode(.success, "Every cassette could be read."), .usage],
  examples: [Example("typecast cassette show --bodies Golden/cassettes/gemini/quota-day.xml", "Shows all of one.")],
  work: { _ in "reading cassettes" }
) { invocation, environment throws(CommandFailure) in
  func write(_ headers: [RecordedHeader], _ body: [UInt8]) throws(CommandFailure) {
    for header in headers {
      try environment.output.writeLine(PlacedMessage.withoutControls("    \(header.name): \(header.value)"))
    }
    let json = try? JSONValue(parsing: body)
    let text = json.map { JSONWriter(style: .pretty).string(of: $0) } ?? String(decoding: body, as: UTF8.self)
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) where !body.isEmpty {
      try environment.output.writeLine(PlacedMessage.withoutControls("    \(line)"))
    }
  }
  if invocation.isGiven(whole), invocation.isGiven(showJSON) {
    throw CommandFailure(
      .usage, "With --json headers and bodies are not shown.",
      nextStep: "Leave --bodies out, or run: typecast cassette export --to jsonl")
  }
  for path in try CassetteFiles.paths(invocation, environment) {
    let reader = try environment.cassette(at: path)
    if invocation.isGiven(showJSON) {
      try CassetteFiles.forEach(in: reader) { number, exchange throws(CommandFailure) in
        try environment.output.writeLine(JSONWriter().bytes(of: exchange.json(path, number)))
      }
      continue
    }
    try environment.output.writeLine("\(path): \(reader.origin.rawValue)")
    if let note = reader.note { try environment.output.writeLine(PlacedMessage.withoutControls("  \(note)")) }
    try CassetteFiles.forEach(in: reader) { number, exchange throws(CommandFailure) in
      try environment.output.writeLine("  \(number). \(exchange.summary)")
      guard invocation.isGiven(whole) else { return }
      try write(exchange.request.headers, exchange.request.body)
      guard let response = exchange.response else { return }
      try environment.output.writeLine("  -> \(response.status)")
      try write(response.headers, response.body)
    }
  }
  return .success
}

private let checkJSON = Option.json(
  "one JSON object per mistake", #"{"path", "line", "message"}, with null for a line that is not known"#)

/// `typecast cassette check`
let cassetteCheckCommand = Command(
  "check",
  abstract: "Checks cassettes by their grammar, and looks for secrets in them.",
  discussion: ["Every mistake is printed as path:line: error: message."],
  arguments: [CassetteFiles.argument],
  options: [checkJSON],
  exitCodes: [
    ExitCode(.success, "Every cassette is right and holds no secret."),
    ExitCode(.failure, "At least one is wrong, or holds what looks like a secret."), .usage,
  ],
  examples: [Example("typecast cassette check Golden/cassettes", "Checks all of a folder.")],
  work: { _ in "checking cassettes" }
) { invocation, environment throws(CommandFailure) in
  let paths = try CassetteFiles.paths(invocation, environment)
  var isRight = true
  for path in paths {
    let mistakes = try CassetteMistake.all(at: path, environment)
    for mistake in mistakes {
      try environment.output.writeLine(
        invocation.isGiven(checkJSON) ? JSONWriter().bytes(of: mistake.json) : Array(mistake.text.utf8))
    }
    isRight = isRight && mistakes.isEmpty
  }
  if isRight { try environment.error.writeLine("\(paths.count) cassette\(paths.count == 1 ? " is" : "s are") right") }
  return isRight ? .success : .failure
}

/// `typecast cassette grammar`
let cassetteGrammarCommand = Command(
  "grammar",
  abstract: "Prints the grammar of cassettes, in RELAX NG.",
  exitCodes: [ExitCode(.success, "It was printed."), .usage],
  examples: [Example("typecast cassette grammar > cassette.rng", "Gives it to an editor.")]
) { _, environment throws(CommandFailure) in
  try environment.output.write(Grammar.text)
  return .success
}
