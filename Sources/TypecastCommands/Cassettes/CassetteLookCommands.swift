import TypecastCassettes
import TypecastJSON

/// `typecast cassette list`
let cassetteListCommand = Command(
  "list",
  abstract: "Lists cassettes: their origin, how many exchanges they have, and since when.",
  arguments: [CassetteFiles.argument],
  exitCodes: [ExitCode(.success, "Every cassette could be read."), .usage],
  examples: [Example("typecast cassette list", "Lists those of the package.")]
) { invocation, environment throws(CommandFailure) in
  for path in try CassetteFiles.paths(invocation, environment) {
    let reader = try environment.cassette(at: path)
    var (count, dates): (Int, [String]) = (0, [])
    try CassetteFiles.forEach(in: reader) { number, exchange in
      count = number
      if let date = exchange.date { dates.append(String(date.description.prefix(10))) }
    }
    let since = dates.min().map { ", \($0)" } ?? ""
    try environment.output.writeLine(
      "\(path): \(reader.origin.rawValue), \(count) exchange\(count == 1 ? "" : "s")\(since)")
  }
  return .success
}

private let whole = Option.flag("bodies", help: "Prints headers and bodies, too.")

/// `typecast cassette show`
let cassetteShowCommand = Command(
  "show",
  abstract: "Shows the exchanges of cassettes.",
  arguments: [CassetteFiles.argument],
  options: [whole],
  exitCodes: [ExitCode(.success, "Every cassette could be read."), .usage],
  examples: [Example("typecast cassette show --bodies Golden/cassettes/gemini/quota-day.xml", "Shows all of one.")]
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
  for path in try CassetteFiles.paths(invocation, environment) {
    let reader = try environment.cassette(at: path)
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

/// `typecast cassette check`
let cassetteCheckCommand = Command(
  "check",
  abstract: "Checks cassettes by their grammar, and looks for secrets in them.",
  discussion: ["Every mistake is printed as path:line: error: message."],
  arguments: [CassetteFiles.argument],
  exitCodes: [
    ExitCode(.success, "Every cassette is right and holds no secret."),
    ExitCode(.failure, "At least one is wrong, or holds what looks like a secret."), .usage,
  ],
  examples: [Example("typecast cassette check Golden/cassettes", "Checks all of a folder.")]
) { invocation, environment throws(CommandFailure) in
  let scan = SecretScan()
  var count = 0
  var isRight = true
  for path in try CassetteFiles.paths(invocation, environment) {
    count += 1
    let bytes = try environment.bytes(at: path)
    var mistakes = scan.findings(in: bytes).map {
      "\(path):\($0.line): error: \($0.what) is in it. Take it out: typecast cassette redact \(path)"
    }
    do throws(CassetteError) {
      let cassette = try Cassette(bytes, path: path)
      for (index, exchange) in cassette.exchanges.enumerated() where mistakes.isEmpty {
        mistakes += scan.findings(in: exchange).map {
          "\(path): error: \($0) is in exchange \(index + 1). Take it out: typecast cassette redact \(path)"
        }
      }
    } catch {
      mistakes.append("\(error)")
    }
    for mistake in mistakes { try environment.output.writeLine(PlacedMessage.withoutControls(mistake)) }
    isRight = isRight && mistakes.isEmpty
  }
  if isRight { try environment.error.writeLine("\(count) cassette\(count == 1 ? " is" : "s are") right") }
  return isRight ? .success : .failure
}

/// `typecast cassette grammar`
let cassetteGrammarCommand = Command(
  "grammar",
  abstract: "Prints the grammar of cassettes, in RELAX NG.",
  exitCodes: [ExitCode(.success, "It was printed.")],
  examples: [Example("typecast cassette grammar > cassette.rng", "Gives it to an editor.")]
) { _, environment throws(CommandFailure) in
  try environment.output.write(Grammar.text)
  return .success
}
