import Typecast

/// A line of the cases that is not one.
struct BadCase: Error, CustomStringConvertible {
  let line: String
  var description: String { "a case without its parts: \(line.prefix(200))" }
}

/// Runs the cases of a text, one a line.
func runCases(_ text: String) throws -> Tally {
  var tally = Tally()
  for line in text.split(separator: "\n") {
    let test = try JSONValue(parsing: String(line))
    guard let number = test["group"]?.number?.int, let name = test["name"]?.string, let text = test["text"]?.string,
      let isValid = test["valid"]?.bool, groups.indices.contains(number)
    else { throw BadCase(line: String(line)) }
    tally.add(judge(text, as: groups[number], isValid: isValid), named: name, text: text)
  }
  return tally
}
