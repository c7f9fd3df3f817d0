import TypecastPrompts

/// Translates the prompts of a document into a client.
struct ClientTranslator {
  private let file: FileTranslator
  private let prompts: [FolderPrompts.Prompt]

  init(_ file: FileTranslator, _ prompts: [FolderPrompts.Prompt]) {
    self.file = file
    self.prompts = prompts
  }

  private var access: SwiftExpression { file.access }

  /// The client; nil for a document without prompts.
  func declaration() -> SwiftDeclaration? {
    guard !prompts.isEmpty, let name = file.model.roots[file.document].last else { return nil }
    let asker: SwiftExpression = "Typecast::Asker<\(file.root)>"
    var members = [
      SwiftDeclaration(
        access + "var asker: \(asker)",
        documentation: ["The model, the settings, the policy, the tools and the checks of all calls."]),
      SwiftDeclaration(
        access + "init(_ asker: \(asker))", documentation: ["Asks models by these settings."],
        .statements([.line("self.asker = asker")])),
    ]
    for prompt in prompts { members += declarations(of: prompt) }
    return SwiftDeclaration(
      access + "struct \(.name(name + "Client")): Typecast::SchemaClient",
      documentation: ["Asks models for values of `\(name)`."], .members(members))
  }

  private func declarations(of prompt: FolderPrompts.Prompt) -> [SwiftDeclaration] {
    let function = PromptFunction(file, prompt)
    let name = SwiftName.member([prompt.verb]) ?? prompt.verb
    let capital = SwiftName.type([prompt.verb]) ?? prompt.verb
    let messages = SwiftExpression.name(name + "Messages")
    let type = file.root
    let parameters = function.parameters(and: "settings: Typecast::Settings = Typecast::Settings()")
    let arguments: SwiftExpression =
      "Self.\(messages)(\(function.arguments)), settings: settings\(settings(of: prompt))"
    return [
      SwiftDeclaration(
        access
          + "func \(.name(name))(\(parameters)) async throws(Typecast::ReplyError) -> Typecast::Reply<\(type)>",
        documentation: ["Asks for a value by the prompt `\(prompt.verb)`."],
        .statements([.line("try await asker.ask(\(arguments))")])),
      SwiftDeclaration(
        access + "func \(.name("stream" + capital))(\(parameters)) -> Typecast::ReplyStream<\(type)>",
        documentation: ["The same, showing the value while it grows."],
        .statements([.line("asker.stream(\(arguments))")])),
      SwiftDeclaration(
        access + "static func \(messages)(\(function.parameters)) -> [Typecast::PromptMessage]",
        documentation: ["The messages that the prompt `\(prompt.verb)` comes to."], .statements(function.statements())),
    ]
  }

  /// The last argument of a call: what the prompt's header says, if it says anything.
  private func settings(of prompt: FolderPrompts.Prompt) -> SwiftExpression {
    let settings = prompt.resolved.settings
    var arguments: [SwiftExpression] = []
    if let temperature = settings.temperature { arguments.append("temperature: \(.double(temperature))") }
    if let tokens = settings.maxTokens { arguments.append("maxTokens: \(.int(tokens))") }
    if let seed = settings.seed { arguments.append("seed: \(.int(seed))") }
    if !settings.stop.isEmpty { arguments.append("stop: \(.array(settings.stop.map { .string($0) }))") }
    return arguments.isEmpty ? "" : ", of: Typecast::PromptSettings(\(.joined(arguments, by: ", ")))"
  }
}

/// A function that fills in a prompt, as plain Swift.
private struct PromptFunction {
  private let file: FileTranslator
  private let prompt: FolderPrompts.Prompt

  /// For each input its name in Swift, where inputs are texts.
  private let names: [String]

  init(_ file: FileTranslator, _ prompt: FolderPrompts.Prompt) {
    self.file = file
    self.prompt = prompt
    var pool = NamePool(reserved: ["messages", "content", "asker", "settings", "self", "input"])
    names = prompt.resolved.inputs.map { pool.take([SwiftName.member(SwiftName.words(of: $0.name)) ?? "input"]) }
  }

  private var inputType: SwiftExpression? {
    prompt.inputs.map { file.path(file.model.roots[$0]) }
  }

  var parameters: SwiftExpression {
    if let inputType { return "_ input: \(inputType)" }
    return .joined(names.map { "\(.label($0)): Swift::String" }, by: ", ")
  }

  /// The parameters and one more.
  func parameters(and last: SwiftExpression) -> SwiftExpression {
    inputType == nil && names.isEmpty ? last : "\(parameters), \(last)"
  }

  var arguments: SwiftExpression {
    inputType == nil ? .joined(names.map { "\(.label($0)): \(.name($0))" }, by: ", ") : "input"
  }

  func statements() -> [SwiftStatement] {
    var statements: [SwiftStatement] = []
    if inputType != nil, prompt.resolved.messages.contains(where: { usesInputs($0.segments) }) {
      statements.append(.line("let frame0 = Typecast::PromptFrame.inputs(input)"))
    }
    statements.append(.line("var messages: [Typecast::PromptMessage] = []"))
    statements.append(.line("var content = \"\""))
    for message in prompt.resolved.messages {
      statements.append(.line("content = \"\""))
      statements += write(message.segments, frames: ["frame0"])
      statements.append(.line("messages.append(Typecast::PromptMessage(\(role(message.role)), content))"))
    }
    return statements + [.line("return messages")]
  }

  private func role(_ role: PromptRole) -> SwiftExpression {
    switch role {
    case .system: ".system"
    case .user: ".user"
    case .assistant: ".assistant"
    }
  }

  private func usesInputs(_ segments: [ResolvedPrompt.Segment]) -> Bool {
    segments.contains { segment in
      switch segment {
      case .text, .outputFormat: false
      case .value, .each, .with, .when, .unless: true
      }
    }
  }

  private func write(_ segments: [ResolvedPrompt.Segment], frames: [SwiftExpression]) -> [SwiftStatement] {
    segments.flatMap { segment -> [SwiftStatement] in
      switch segment {
      case .text(let text): return [.line("content += \(.string(text))")]
      case .outputFormat: return [.line("content += \(.string(prompt.outputFormat))")]
      case .value(let reference): return [.line("content += \(shown(reference, frames))")]
      case .each(let reference, let inner):
        let frame: SwiftExpression = "frame\(.int(frames.count))"
        return [
          .block(
            "for \(usesFrame(inner, frames.count) ? frame : "_") in "
              + "Typecast::PromptFrame.elements(\(place(reference, frames)))",
            write(inner, frames: frames + [frame]))
        ]
      case .with(let reference, let inner):
        if let text = text(reference, frames) {
          return [.block("if !\(text).isEmpty", write(inner, frames: frames + [text]))]
        }
        let frame: SwiftExpression = "frame\(.int(frames.count))"
        var body = write(inner, frames: frames + [frame])
        if usesFrame(inner, frames.count) {
          body.insert(.line("let \(frame) = Typecast::PromptFrame.value(\(place(reference, frames)))"), at: 0)
        }
        return [.block("if \(isShown(reference, frames))", body)]
      case .when(let reference, let inner):
        return [.block("if \(isShown(reference, frames))", write(inner, frames: frames))]
      case .unless(let reference, let inner):
        return [.block("if !(\(isShown(reference, frames)))", write(inner, frames: frames))]
      }
    }
  }

  /// Whether a frame is looked at by what stands inside of it.
  private func usesFrame(_ segments: [ResolvedPrompt.Segment], _ frame: Int) -> Bool {
    segments.contains { segment in
      switch segment {
      case .text, .outputFormat: false
      case .value(let reference): reference.frame == frame
      case .each(let reference, let inner), .with(let reference, let inner), .when(let reference, let inner),
        .unless(let reference, let inner):
        reference.frame == frame || usesFrame(inner, frame)
      }
    }
  }

  private func place(_ reference: PromptReference, _ frames: [SwiftExpression]) -> SwiftExpression {
    "\(frames[reference.frame]), \(.array(reference.path.map { .string($0.name) }))"
  }

  private func shown(_ reference: PromptReference, _ frames: [SwiftExpression]) -> SwiftExpression {
    text(reference, frames) ?? "Typecast::PromptFrame.text(\(place(reference, frames)))"
  }

  private func isShown(_ reference: PromptReference, _ frames: [SwiftExpression]) -> SwiftExpression {
    text(reference, frames).map { "!\($0).isEmpty" } ?? "Typecast::PromptFrame.isShown(\(place(reference, frames)))"
  }

  /// The parameter that a reference means, where inputs are texts: inside of a section a text is itself.
  private func text(_ reference: PromptReference, _ frames: [SwiftExpression]) -> SwiftExpression? {
    guard inputType == nil else { return nil }
    guard let step = reference.path.first else { return frames[reference.frame] }
    return prompt.resolved.inputs.firstIndex { $0.name.utf8.elementsEqual(step.name.utf8) }.map { .name(names[$0]) }
  }
}
