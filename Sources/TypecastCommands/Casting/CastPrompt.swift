import Typecast
import TypecastJSON
import TypecastPrompts
import TypecastSchema

/// The prompt of one `cast`: what a file has, or what the schema has by itself.
struct CastPrompt {
  let prompt: PromptFolder.Prompt

  /// How the prompt wants to be answered.
  var settings: PromptSettings { prompt.resolved.settings }

  /// The prompt of a schema.
  init(_ schema: CompiledSchema, named name: String, environment: CommandEnvironment) throws(CommandFailure) {
    var diagnostics: [Diagnostic] = []
    let prompt = PromptFolder.Prompt(of: schema, named: name, &diagnostics)
    self.prompt = try Self.checked(prompt, diagnostics, "The schema", environment)
  }

  /// The prompt of a file, with the schema of its inputs if one lies beside it.
  init(
    path: String, schema: CompiledSchema, reader: SchemaReader, environment: CommandEnvironment
  ) throws(CommandFailure) {
    let file = PromptFile(name: path, bytes: try environment.unchangedBytes(at: path))
    var diagnostics = file.diagnostics
    var inputs: CompiledSchema?
    let suffix = ".prompt.md"
    if path.hasSuffix(suffix) {
      let beside = path.dropLast(suffix.count) + ".input.schema.json"
      if environment.files.kind(at: String(beside)) == .file { inputs = try reader.require(String(beside)) }
    }
    let prompt = PromptFolder.Prompt(file, for: schema, inputs: inputs, &diagnostics)
    self.prompt = try Self.checked(prompt, diagnostics, path, environment)
  }

  private static func checked(
    _ prompt: PromptFolder.Prompt?, _ diagnostics: [Diagnostic], _ name: String, _ environment: CommandEnvironment
  ) throws(CommandFailure) -> PromptFolder.Prompt {
    for diagnostic in diagnostics {
      try environment.error.writeLine(PlacedMessage(diagnostic).line(style: environment.error.style))
    }
    guard let prompt, !diagnostics.contains(where: { $0.severity == .error }) else {
      throw CommandFailure(.unreadable, "\(name) can't be used as a prompt.", nextStep: "Mend what is said above it.")
    }
    return prompt
  }

  /// Whether the prompt shows a text of its user.
  var takesText: Bool { prompt.resolved.inputs.contains { $0.name == DefaultPrompt.input } }

  /// The messages for what the command line gives.
  func messages(
    _ inputs: [NamedValue], file: String?, environment: CommandEnvironment
  ) throws(CommandFailure) -> [PromptMessage] {
    var inputs = inputs
    let isGiven = inputs.contains { $0.name == DefaultPrompt.input }
    if let file, isGiven || !takesText {
      throw CommandFailure(
        .usage,
        isGiven
          ? "The text is given twice." : "The prompt shows no '\(DefaultPrompt.input)', so \(file) would not be read.",
        nextStep: isGiven ? "Leave FILE or --input text=… out." : "Leave FILE out.")
    }
    if takesText, !isGiven { inputs.append(NamedValue(name: DefaultPrompt.input, value: "@" + (file ?? "-"))) }
    let values = try PromptArguments(environment: environment).values(inputs, for: prompt)
    do throws(PromptInputError) {
      return try prompt.resolved.render(values, outputFormat: prompt.outputFormat)
    } catch {
      throw CommandFailure(.usage, "\(error.message.sentence)", nextStep: "Give each input as --input KEY=TEXT.")
    }
  }
}
