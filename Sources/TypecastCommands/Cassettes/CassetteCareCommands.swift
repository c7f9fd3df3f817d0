import TypecastCassettes
import TypecastJSON

private let older = Argument("OLD", kind: .file, help: "An earlier recording.")
private let newer = Argument("NEW", kind: .file, help: "A later one of the same requests.")
private let diffJSON = Option.json(
  "one JSON object in the place of all else",
  #"{"isSame", "old", "new", "exchanges": [{"number", "request", "differences": [...]}]}, where old and new are counts"#
)

/// `typecast cassette diff`
let cassetteDiffCommand = Command(
  "diff",
  abstract: "Tells how a provider's answers changed their shape.",
  discussion: [
    """
    What answers say is not compared, but which members they have and of which types: '+' came, '-' went, '~' changed its \
    type. Exchanges are compared in their order.
    """
  ],
  arguments: [older, newer],
  options: [diffJSON],
  exitCodes: [
    ExitCode(.success, "The shapes are the same."), ExitCode(.failure, "At least one is another."), .usage,
  ],
  examples: [Example("typecast cassette diff old.xml new.xml", "Compares two recordings.")]
) { invocation, environment throws(CommandFailure) in
  func exchanges(_ path: String) throws(CommandFailure) -> [Exchange] {
    var all: [Exchange] = []
    try CassetteFiles.forEach(in: try environment.cassette(at: path)) { _, exchange in all.append(exchange) }
    return all
  }
  let paths = invocation.values(of: older) + invocation.values(of: newer)
  let (old, new) = (try exchanges(paths[0]), try exchanges(paths[1]))
  var isSame = old.count == new.count
  let printsJSON = invocation.isGiven(diffJSON)
  var objects: [JSONValue] = []
  if !isSame, !printsJSON { try environment.output.writeLine("\(old.count) exchanges -> \(new.count)") }
  for (index, pair) in zip(old, new).enumerated() {
    let differences = ExchangeShape(pair.1).differences(from: ExchangeShape(pair.0))
    if differences.isEmpty { continue }
    isSame = false
    if printsJSON {
      objects.append([
        "number": .number(JSONNumber(index + 1)), "request": .string("\(pair.1.request.method) \(pair.1.request.url)"),
        "differences": .array(differences.map { .string("\($0)") }),
      ])
      continue
    }
    try environment.output.writeLine("\(index + 1). \(pair.1.summary)")
    for line in differences { try environment.output.writeLine(PlacedMessage.withoutControls("   \(line)")) }
  }
  if printsJSON {
    let object: JSONValue = [
      "isSame": .bool(isSame), "old": .number(JSONNumber(old.count)), "new": .number(JSONNumber(new.count)),
      "exchanges": .array(objects),
    ]
    try environment.output.writeLine(JSONWriter().bytes(of: object))
  }
  return isSame ? .success : .failure
}

private let days = Option.value("days", "N", help: "How many days are too many; 180 where this is not given.")
private let ageJSON = Option.json(
  "one JSON object per recording that is older", #"{"path", "days"}, with null where nobody knows"#)

/// `typecast cassette age`
let cassetteAgeCommand = Command(
  "age",
  abstract: "Tells which recordings are old.",
  discussion: ["What a person wrote has no age."],
  arguments: [CassetteFiles.argument],
  options: [days, ageJSON],
  exitCodes: [
    ExitCode(.success, "No recording is older."), ExitCode(.failure, "At least one is older."), .usage,
  ],
  examples: [Example("typecast cassette age --days 90", "Looks at those of the package.")]
) { invocation, environment throws(CommandFailure) in
  let text = invocation.value(of: days) ?? "180"
  guard let limit = Int(text), limit >= 0, limit < 100_000 else {
    throw CommandFailure(.usage, "'\(text)' is no number of days.", nextStep: "Give --days a number.")
  }
  let now = RecordingDate.now.seconds
  var isFresh = true
  for path in try CassetteFiles.paths(invocation, environment) {
    var oldest: Int?
    var hasUndated = false
    let reader = try environment.cassette(at: path)
    try CassetteFiles.forEach(in: reader) { _, exchange in
      if let date = exchange.date { oldest = min(oldest ?? .max, date.seconds) } else { hasUndated = true }
    }
    let days = oldest.map { (now - $0) / 86_400 }
    let isUndated = hasUndated && reader.origin == .recorded
    guard isUndated || days ?? 0 > limit else { continue }
    isFresh = false
    if invocation.isGiven(ageJSON) {
      let object: JSONValue = [
        "path": .string(path), "days": isUndated ? .null : days.map { .number(JSONNumber($0)) } ?? .null,
      ]
      try environment.output.writeLine(JSONWriter().bytes(of: object))
      continue
    }
    let age = isUndated ? "nobody knows how old it is, for a date is missing" : "\(days ?? 0) days old"
    try environment.output.writeLine("\(path): \(age). Record it again: TYPECAST_RECORD=all")
  }
  return isFresh ? .success : .failure
}
