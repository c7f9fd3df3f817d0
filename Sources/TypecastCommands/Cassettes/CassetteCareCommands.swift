import TypecastCassettes
import TypecastJSON

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
  examples: [Example("typecast cassette age --days 90", "Looks at those of the package.")],
  work: { _ in "reading cassettes" }
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
