import Typecast

/// What came of one value.
enum Outcome {
  case valid, invalid, outOfRange
  case difference(String)
}

/// Reads a text by a type and compares what happens with what has to: a valid text is read and written back equal, an
/// invalid one is refused, and the schema has an error to show for it.
func judge(_ text: String, as group: any SchemaRoot.Type, isValid: Bool, isExact: Bool) -> Outcome {
  do {
    let value = try group.init(json: text)
    if !isValid { return .difference("accepted, though it is invalid") }
    let written = value.json
    let (original, copy) = (try JSONValue(parsing: text), try JSONValue(parsing: written))
    if original != copy {
      return !isExact && isSameInBinary(original, copy) ? .valid : .difference("written as \(written)")
    }
    return isSame(value, try group.init(json: written)) ? .valid : .difference("not equal to itself when read again")
  } catch let error as InvalidValue {
    if !isValid {
      return error.kind == .invalid && !error.report.isValid
        ? .invalid : .difference("refused without an error of the schema: \(error)")
    }
    return error.kind == .numberOutOfRange && !isExact
      ? .outOfRange : .difference("refused, though it is valid: \(error)")
  } catch {
    return .difference("not JSON: \(error)")
  }
}

private func isSame<Value: SchemaRoot>(_ value: Value, _ other: any SchemaRoot) -> Bool {
  (other as? Value).map { $0 == value && $0.hashValue == value.hashValue } ?? false
}

/// Whether two values are equal once their numbers are rounded to `Double`.
private func isSameInBinary(_ left: JSONValue, _ right: JSONValue) -> Bool {
  switch (left, right) {
  case (.number(let left), .number(let right)): left == right || left.double == right.double
  case (.array(let left), .array(let right)): left.elementsEqual(right, by: isSameInBinary)
  case (.object(let left), .object(let right)):
    left.count == right.count
      && left.allSatisfy { member in right[member.key].map { isSameInBinary(member.value, $0) } ?? false }
  default: left == right
  }
}
