public import TypecastJSON
import TypecastSchema

extension ResolvedPrompt {
  /// Fills in the inputs.
  ///
  /// A value is inserted as it is: whatever it holds, it opens no message, no section and no variable.
  ///
  /// - Parameters:
  ///   - inputs: The values by name. One that the prompt does not have is refused, as is one that is missing.
  ///   - outputFormat: The sketch of the answer's shape.
  public func render(_ inputs: JSONObject, outputFormat: String) throws(PromptInputError) -> [PromptMessage] {
    try check(inputs)
    var rendering = Rendering(outputFormat: outputFormat, frames: [.object(inputs)])
    var rendered: [PromptMessage] = []
    for message in messages {
      rendering.text = []
      try rendering.write(message.segments)
      rendered.append(PromptMessage(message.role, String(decoding: rendering.text, as: UTF8.self)))
    }
    return rendered
  }

  /// Whether the inputs are those that the prompt has.
  private func check(_ given: JSONObject) throws(PromptInputError) {
    for input in inputs where !input.isOptional && given[input.name] == nil {
      throw PromptInputError(
        kind: .missing, input: input.name, message: "the input \(input.name.shownInMessage) is missing")
    }
    let names = inputs.map(\.name)
    for name in given.keys where !names.contains(where: { $0.utf8.elementsEqual(name.utf8) }) {
      let near = Spelling.nearest(to: name, among: names).map { "did you mean \($0)?" }
      let hint = near ?? (names.isEmpty ? "it has none" : "it has \(names.joined(separator: ", "))")
      throw PromptInputError(
        kind: .unknown, input: name, message: "the prompt has no input \(name.shownInMessage); \(hint)")
    }
  }
}

/// The work of one rendering.
private struct Rendering {
  let outputFormat: String
  var frames: [JSONValue]
  var text: [UInt8] = []

  /// The bytes and segments that may still be written.
  private var budget = 64 << 20

  init(outputFormat: String, frames: [JSONValue]) {
    self.outputFormat = outputFormat
    self.frames = frames
  }

  mutating func write(_ segments: [ResolvedPrompt.Segment]) throws(PromptInputError) {
    for segment in segments {
      try spend(1)
      switch segment {
      case .text(let text): try write(text)
      case .outputFormat: try write(outputFormat)
      case .value(let reference): try write(shown(reference))
      case .each(let reference, let inner):
        for element in try list(reference) { try write(inner, around: element) }
      case .with(let reference, let inner):
        if try isShown(reference), let value = value(reference) { try write(inner, around: value) }
      case .when(let reference, let inner):
        if try isShown(reference) { try write(inner) }
      case .unless(let reference, let inner):
        if try !isShown(reference) { try write(inner) }
      }
    }
  }

  private mutating func write(
    _ segments: [ResolvedPrompt.Segment], around value: JSONValue
  ) throws(PromptInputError) {
    frames.append(value)
    defer { frames.removeLast() }
    try write(segments)
  }

  private mutating func write(_ text: String) throws(PromptInputError) {
    try spend(text.utf8.count)
    self.text += text.utf8
  }

  private mutating func spend(_ amount: Int) throws(PromptInputError) {
    budget -= amount
    guard budget < 0 else { return }
    throw PromptInputError(
      kind: .tooLong, input: "", message: "the messages would have more than 64 MB; give shorter inputs")
  }

  // MARK: - Values

  /// The value of a tag; nil where it, or a step on the way to it, is missing or `null`.
  private func value(_ reference: PromptReference) -> JSONValue? {
    var value = frames[reference.frame]
    for step in reference.path {
      guard let next = value[step.name] else { return nil }
      value = next
    }
    // A literal nil would be the value `null` here.
    return value == .null ? Optional.none : value
  }

  private func shown(_ reference: PromptReference) throws(PromptInputError) -> String {
    guard let value = try present(reference) else { return "" }
    switch (reference.type, value) {
    case (.string, .string(let text)): return text
    case (.integer, .number(let number)) where number.isInteger: return number.int.map { "\($0)" } ?? number.text
    case (.number, .number(let number)): return Self.text(of: number)
    case (.boolean, .bool(let bool)): return "\(bool)"
    default: throw wrongType(reference, value)
    }
  }

  /// A number as Swift's own types show it, unless they can't hold it.
  private static func text(of number: JSONNumber) -> String {
    guard let nearest = JSONNumber(number.double), nearest == number else { return number.text }
    return nearest.text
  }

  private func list(_ reference: PromptReference) throws(PromptInputError) -> [JSONValue] {
    guard let value = try present(reference) else { return [] }
    guard let elements = value.array else { throw wrongType(reference, value) }
    return elements
  }

  /// Whether a section shows anything.
  private func isShown(_ reference: PromptReference) throws(PromptInputError) -> Bool {
    guard let value = try present(reference) else { return false }
    switch (reference.type, value) {
    case (.string, .string(let text)): return !text.isEmpty
    case (.boolean, .bool(let bool)): return bool
    case (.list, .array(let elements)): return !elements.isEmpty
    case (.integer, .number), (.number, .number), (.object, .object), (.other, _): return true
    default: throw wrongType(reference, value)
    }
  }

  private func present(_ reference: PromptReference) throws(PromptInputError) -> JSONValue? {
    if let value = value(reference) { return value }
    if reference.isOptional { return nil }
    throw PromptInputError(
      kind: .missing, input: reference.name, message: "the input \(reference.name.shownInMessage) is missing")
  }

  private func wrongType(_ reference: PromptReference, _ value: JSONValue) -> PromptInputError {
    PromptInputError(
      kind: .wrongType, input: reference.name,
      message: "the input \(reference.name.shownInMessage) must be \(reference.type.phrase), this is "
        + value.type.phrase)
  }
}
