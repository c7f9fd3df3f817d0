import Typecast

/// A line of the cases that is not one.
struct BadCase: Error, CustomStringConvertible {
  let line: String
  var description: String { "a line without its parts: \(line.prefix(200))" }
}

/// Runs the cases of a text, one a line.
func runCases(_ text: String, in run: CaseRun) throws -> Tally {
  var tally = Tally()
  var current: GroupRun?
  for line in text.split(separator: "\n") {
    let test = try JSONValue(parsing: String(line))
    guard let name = test["name"]?.string, let text = test["text"]?.string else { throw BadCase(line: String(line)) }
    if let reason = test["refused"]?.string {
      tally.add(.difference("the schema is refused: \(reason)"), named: name, text: text)
      continue
    }
    guard let number = test["group"]?.number?.int, let isValid = test["valid"]?.bool,
      let isExact = test["exact"]?.bool, groups.indices.contains(number)
    else { throw BadCase(line: String(line)) }
    if current?.number != number {
      if let whole = current?.finish() { tally.add(whole) }
      current = GroupRun(number: number, in: run)
    }
    current?.add(text, isValid: isValid, isExact: isExact, kind: "given", named: name)
  }
  if let whole = current?.finish() { tally.add(whole) }
  return tally
}
