import Typecast
import TypecastJSON
import TypecastPrompts
import TypecastSchema

/// The prompt of one `cast`: what a file has, or what the schema has by itself.
struct CastPrompt {
  let prompt: PromptFolder.Prompt
  let settings: PromptSettings

  /// The prompt of a schema.
  init(_ schema: CompiledSchema, named name: String) throws(CommandFailure) {
    let prompt = DefaultPrompt(for: schema, named: name)
    guard let resolved = prompt.resolved else { throw CommandFailure(.unreadable, "The schema has no prompt.") }
    self.prompt = PromptFolder.Prompt(resolved: resolved, outputFormat: prompt.outputFormat, inputs: nil)
    settings = PromptSettings()
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
    var resolved: ResolvedPrompt?
    if let template = file.template {
      let result = ResolvedPrompt.resolve(template, inputs: inputs.map { .schema($0) } ?? .texts, document: path)
      resolved = result.prompt
      diagnostics += result.diagnostics
    }
    for diagnostic in diagnostics {
      try environment.error.writeLine(PlacedMessage(diagnostic).line(style: environment.error.style))
    }
    guard let resolved, !diagnostics.contains(where: { $0.severity == .error }) else {
      throw CommandFailure(.unreadable, "\(path) can't be used as a prompt.", nextStep: "Mend what is said above it.")
    }
    prompt = PromptFolder.Prompt(
      resolved: resolved, outputFormat: SchemaSketch.text(of: schema), inputs: inputs)
    settings = resolved.settings
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
