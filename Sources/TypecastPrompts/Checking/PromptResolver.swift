import TypecastJSON
import TypecastSchema

/// Finds out what each tag of a template stands for, collecting everything that is wrong.
struct PromptResolver {
  let document: String
  private(set) var diagnostics: [Diagnostic] = []

  private let shapes: InputShapes?
  private var inputs: [ResolvedPrompt.Input] = []
  private var places: [ScalarText: Int] = [:]
  private var used: Set<ScalarText> = []
  private var suggestions = Suggestions()

  /// The values of the sections around, from the outermost inwards.
  private var frames: [InputShapes.Shape] = []

  /// The members of objects that have been looked into.
  private var members: [SchemaID: [InputShapes.Member]] = [:]

  init(_ inputs: PromptInputs, document: String) {
    self.document = document
    switch inputs {
    case .texts: shapes = nil
    case .schema(let schema):
      shapes = InputShapes(graph: schema.graph)
      declare(schema.graph)
    }
  }

  mutating func resolve(_ template: PromptTemplate) -> ResolvedPrompt {
    let messages = template.messages.map { message in
      ResolvedPrompt.Message(role: message.role, segments: resolve(message.segments))
    }
    reportUnused()
    return ResolvedPrompt(settings: template.settings, inputs: inputs, messages: messages)
  }

  private mutating func report(_ rule: Diagnostic.Rule, _ message: String, at name: PromptName) {
    diagnostics.append(
      Diagnostic(
        severity: .error, rule: rule, message: message, document: document, pointer: nil, position: name.position))
  }

  // MARK: - Inputs

  private mutating func declare(_ graph: SchemaGraph) {
    guard let shapes else { return }
    let root = shapes.shape(of: graph.root)
    guard let schema = root.schema, root.type == .object, !root.isNullable else {
      report(
        .misusedVariable, "the inputs must be an object; give the schema \"type\": \"object\" and \"properties\"",
        at: graph[graph.root].json, graph)
      return
    }
    for member in shapes.members(of: schema) {
      let shape = shapes.shape(of: member.schema)
      if ScalarText(member.name) == ScalarText(PromptName.outputFormat) {
        report(
          .misusedVariable,
          "\(PromptName.outputFormat) stands for the shape of the answer; give the input another name",
          at: Self.key(of: graph[member.schema].json), graph)
      }
      places[ScalarText(member.name)] = inputs.count
      inputs.append(
        ResolvedPrompt.Input(
          name: member.name, type: shape.type, isOptional: !member.isRequired || shape.isNullable,
          schema: member.schema))
    }
  }

  private mutating func reportUnused() {
    guard let graph = shapes?.graph else { return }
    for input in inputs where !used.contains(ScalarText(input.name)) {
      guard let schema = input.schema, ScalarText(input.name) != ScalarText(PromptName.outputFormat) else { continue }
      report(
        .unusedInput,
        "the prompt does not use the input \(input.name.shownInMessage); write {{\(input.name)}} in it, or "
          + "take it out here", at: Self.key(of: graph[schema].json), graph)
    }
  }

  /// The name of a member of "properties".
  private static func key(of json: JSONNode) -> JSONNode { JSONNode(document: json.document, index: json.index - 1) }

  private mutating func report(
    _ rule: Diagnostic.Rule, _ message: String, at json: JSONNode, _ graph: SchemaGraph
  ) {
    let name = graph.documents.first { $0.json === json.document }?.name ?? ""
    diagnostics.append(
      Diagnostic(
        severity: .error, rule: rule, message: message, document: name, pointer: json.pointer, position: json.position))
  }

  // MARK: - Segments

  private mutating func resolve(_ segments: [PromptTemplate.Segment]) -> [ResolvedPrompt.Segment] {
    segments.compactMap { segment in
      switch segment {
      case .text(let text): .text(text)
      case .variable(let name): name.isOutputFormat ? .outputFormat : value(name)
      case .section(let name, let inner): section(name, inner)
      case .inverted(let name, let inner): inverted(name, inner)
      }
    }
  }

  private mutating func value(_ name: PromptName) -> ResolvedPrompt.Segment? {
    guard let (reference, _) = find(name) else { return nil }
    switch reference.type {
    case .string, .integer, .number, .boolean: return .value(reference)
    case .list:
      report(.misusedVariable, "\(name) is a list; show its elements in {{#\(name)}}{{.}}{{/\(name)}}", at: name)
    case .object:
      report(
        .misusedVariable,
        "\(name) is an object; name one of its members, as in {{\(name.path.isEmpty ? "" : "\(name).")member}}",
        at: name)
    case .other:
      report(.misusedVariable, "\(name) is \(reference.type.phrase); give it one \"type\" in the schema", at: name)
    }
    return nil
  }

  private mutating func section(
    _ name: PromptName, _ inner: [PromptTemplate.Segment]
  ) -> ResolvedPrompt.Segment? {
    guard let (reference, shape) = condition(name, "always there, so this section is always shown") else {
      return nil
    }
    if reference.type == .boolean { return .when(reference, resolve(inner)) }
    var frame = shape
    if reference.type == .list {
      let element = shape.schema.flatMap { shapes?.element(of: $0) }
      frame = element.flatMap { shapes?.shape(of: $0) } ?? InputShapes.Shape(type: .other)
    } else {
      frame.isNullable = false
    }
    frames.append(frame)
    defer { frames.removeLast() }
    return reference.type == .list ? .each(reference, resolve(inner)) : .with(reference, resolve(inner))
  }

  private mutating func inverted(
    _ name: PromptName, _ inner: [PromptTemplate.Segment]
  ) -> ResolvedPrompt.Segment? {
    guard let (reference, _) = condition(name, "always there, so this section is never shown") else {
      return nil
    }
    return .unless(reference, resolve(inner))
  }

  /// What a section asks about.
  private mutating func condition(
    _ name: PromptName, _ objection: String
  ) -> (reference: PromptReference, shape: InputShapes.Shape)? {
    if name.isOutputFormat {
      report(.misusedVariable, "\(name) is \(objection); leave its tags out", at: name)
      return nil
    }
    guard let (reference, shape) = find(name) else { return nil }
    let isAlways = [.integer, .number, .object, .other].contains(reference.type) && !reference.isOptional
    // A section over an object that is always there is a shorter way to its members.
    if isAlways, reference.type != .object || objection.hasSuffix("never shown") {
      report(.misusedVariable, "\(name) is \(reference.type.phrase) and \(objection); leave its tags out", at: name)
      return nil
    }
    return (reference, shape)
  }

  // MARK: - Names

  private mutating func find(_ name: PromptName) -> (reference: PromptReference, shape: InputShapes.Shape)? {
    guard let first = name.path.first else {
      guard let frame = frames.last else {
        report(.unknownVariable, "{{.}} stands for the value of the section around it, and there is none", at: name)
        return nil
      }
      let reference = PromptReference(
        frame: frames.count, path: [], type: frame.type, isOptional: frame.isNullable, position: name.position)
      return (reference, frame)
    }
    for frame in frames.indices.reversed() where frames[frame].type == .object {
      let members = members(of: frames[frame])
      if members.contains(where: { ScalarText($0.name) == ScalarText(first) }) {
        return follow(name, from: frame + 1, frames[frame])
      }
    }
    return input(name, first)
  }

  private mutating func input(
    _ name: PromptName, _ first: String
  ) -> (reference: PromptReference, shape: InputShapes.Shape)? {
    if shapes == nil, places[ScalarText(first)] == nil, !declareText(first, name) { return nil }
    guard let place = places[ScalarText(first)] else {
      var candidates = inputs.map(\.name) + [PromptName.outputFormat]
      if let frame = frames.last { candidates += members(of: frame).map(\.name) }
      let near = suggestions.nearest(to: first, among: candidates, count: candidates.count)
      let hint = near.map { "did you mean \($0)?" } ?? "add it to the schema of the inputs"
      report(.unknownVariable, "there is no input \(first.shownInMessage); \(hint)", at: name)
      return nil
    }
    used.insert(ScalarText(first))
    let input = inputs[place]
    guard let schema = input.schema, let shapes else {
      if name.path.count > 1 {
        let file = PromptFileName(document)?.inputsName ?? "a schema of the inputs"
        report(.unknownVariable, "\(first) is a text and has no members; type it in \(file)", at: name)
        return nil
      }
      let step = PromptReference.Step(name: first, isOptional: false, schema: nil)
      let reference = PromptReference(
        frame: 0, path: [step], type: .string, isOptional: false, position: name.position)
      return (reference, InputShapes.Shape(type: .string))
    }
    let step = PromptReference.Step(name: first, isOptional: input.isOptional, schema: schema)
    return follow(name, from: 0, shapes.shape(of: schema), after: [step])
  }

  /// Makes an input of a name that a prompt without a schema of its inputs uses.
  private mutating func declareText(_ first: String, _ name: PromptName) -> Bool {
    guard SwiftIdentifier.isIdentifier(first) else {
      report(
        .unknownVariable, "\(first.shownInMessage) can't be a parameter in Swift; use letters, digits and _", at: name)
      return false
    }
    // A slip keeps the first letter: "input_format" is another name.
    let mayBeSlip = first.utf8.first.map { $0 | 0x20 } == PromptName.outputFormat.utf8.first
    if mayBeSlip, Spelling.nearest(to: first, among: [PromptName.outputFormat]) != nil {
      report(
        .unknownVariable, "did you mean \(PromptName.outputFormat)? An input needs a name that is not so close to it",
        at: name)
      return false
    }
    places[ScalarText(first)] = inputs.count
    inputs.append(ResolvedPrompt.Input(name: first, type: .string, isOptional: false, schema: nil))
    return true
  }

  /// Walks the rest of a dotted name.
  private mutating func follow(
    _ name: PromptName, from frame: Int, _ start: InputShapes.Shape, after taken: [PromptReference.Step] = []
  ) -> (reference: PromptReference, shape: InputShapes.Shape)? {
    var shape = start
    var steps = taken
    for part in name.path.dropFirst(taken.count) {
      let known = members(of: shape)
      guard let shapes, let member = known.first(where: { ScalarText($0.name) == ScalarText(part) }) else {
        let owner = steps.map(\.name).joined(separator: ".")
        let near = suggestions.nearest(to: part, among: known.map(\.name), count: known.count)
        let hint =
          near.map { "did you mean \($0)?" }
          ?? (shape.type == .object ? "add it to the schema of the inputs" : "it is \(shape.type.phrase)")
        report(.unknownVariable, "\(owner) has no member \(part.shownInMessage); \(hint)", at: name)
        return nil
      }
      shape = shapes.shape(of: member.schema)
      steps.append(
        PromptReference.Step(
          name: part, isOptional: !member.isRequired || shape.isNullable, schema: member.schema))
    }
    // Of the inputs' own members the first step knows it.
    let isOptional = steps.contains(where: \.isOptional) || taken.isEmpty && start.isNullable
    let reference = PromptReference(
      frame: frame, path: steps, type: shape.type, isOptional: isOptional, position: name.position)
    return (reference, shape)
  }

  private mutating func members(of shape: InputShapes.Shape) -> [InputShapes.Member] {
    guard shape.type == .object, let schema = shape.schema, let shapes else { return [] }
    if let known = members[schema] { return known }
    let found = shapes.members(of: schema)
    members[schema] = found
    return found
  }
}
