import TypecastJSON
import TypecastPrompts
import TypecastSchema

/// Makes a prompt's inputs of what the command line says.
struct PromptArguments {
  let environment: CommandEnvironment

  /// The inputs, checked against their schema where there is one.
  func values(_ pairs: [NamedValue], for prompt: PromptFolder.Prompt) throws(CommandFailure) -> JSONObject {
    guard pairs.count(where: { $0.value == "@-" }) < 2 else {
      throw CommandFailure(
        .usage, "Standard input can be read only once.", nextStep: "Put '@-' in one place, and a file in the others.")
    }
    var values = JSONObject()
    for pair in pairs {
      guard values[pair.name] == nil else {
        throw CommandFailure(
          .usage, "The input '\(pair.name)' is given twice.", nextStep: "Leave one of the two --input out.")
      }
      values[pair.name] = try value(pair, for: prompt)
    }
    guard let schema = prompt.inputs else { return values }
    values = InputDefaults.completed(values, by: schema)
    try check(values, by: schema)
    return values
  }

  private func value(_ pair: NamedValue, for prompt: PromptFolder.Prompt) throws(CommandFailure) -> JSONValue {
    let text = try text(of: pair)
    let type = prompt.resolved.inputs.first { $0.name.utf8.elementsEqual(pair.name.utf8) }?.type ?? .string
    if type == .string { return .string(text) }
    do throws(JSONError) {
      return try JSONValue(parsing: text)
    } catch {
      throw CommandFailure(
        .usage, "The input '\(pair.name)' is JSON, and can't be read: \(error.message), at \(error.position).",
        nextStep: "Write its value as JSON, as in --input \(pair.name)='\(Self.example(of: type))'.")
    }
  }

  private static func example(of type: PromptValueType) -> String {
    switch type {
    case .list: "[]"
    case .object: "{}"
    case .boolean: "true"
    default: "1"
    }
  }

  private func text(of pair: NamedValue) throws(CommandFailure) -> String {
    guard pair.value.hasPrefix("@") else { return pair.value }
    let rest = String(pair.value.dropFirst())
    if rest.hasPrefix("@") { return rest }
    let bytes = try environment.bytes(at: rest)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw CommandFailure(
        .unreadable, "\(environment.displayName(rest)) is not UTF-8.", nextStep: "Save the file as UTF-8.")
    }
    return text
  }

  private func check(_ values: JSONObject, by schema: CompiledSchema) throws(CommandFailure) {
    let report: ValidationReport
    do {
      report = try schema.validate(try JSONDocument(.object(values)))
    } catch {
      throw CommandFailure(
        .usage, "The inputs can't be checked: \(error)", nextStep: "Correct the schema of the inputs.")
    }
    guard let error = report.errors.first else { return }
    throw CommandFailure(
      .usage, "The inputs do not fit their schema: \(error.placedMessage).",
      nextStep: "Correct the value, or give what is missing as --input KEY=TEXT.")
  }
}
