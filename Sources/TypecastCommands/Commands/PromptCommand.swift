import TypecastJSON
import TypecastPrompts
import TypecastSchema

private let name = Argument(
  "NAME.VERB",
  help: """
    The prompt of NAME.VERB.prompt.md in the folder. NAME alone, or NAME.extract where no file has \
    that name, stands for the default prompt of its schema.
    """)
private let schemas = Option.value(
  "schemas", "DIR", kind: .folder, requirement: .required, help: "The folder that holds the schemas and prompts.")
private let inputs = Option.value(
  "input", "KEY=TEXT", kind: .pair(separators: "="), repeatable: true,
  help: """
    An input. KEY=@FILE takes it from a file, KEY=@- from standard input, and KEY=@@TEXT is a text that begins with one @. \
    Where a schema types the input as anything but a string, it is JSON; a string that may be null is text, too, and \
    null if it is left out. Other inputs that are left out have the default of their schema, as in generated code.
    """)
private let json = Option.json(
  "one JSON object with the settings and the messages",
  #"{"settings": {"temperature"?, "max_tokens"?, "seed"?, "stop"?}, "messages": [{"role", "text"}]}"#)

/// `typecast prompt`
let promptCommand = Command(
  "prompt",
  abstract: "Prints the messages that a prompt comes to.",
  discussion: [
    """
    Each message begins with a line '# system', '# user' or '# assistant'. A line of a message that would look like one \
    is shown with a backslash before it; with --json texts are exactly what is sent.
    """,
    "What is wrong with the prompt or its schemas goes to standard error, as path:line:col: severity: message.",
  ],
  arguments: [name],
  options: [schemas, inputs, json],
  exitCodes: [
    ExitCode(.success, "The messages were printed."),
    ExitCode(.failure, "The prompt, its schema or the schema of its inputs has an error."),
    ExitCode(.usage, "The command line is wrong, there is no such prompt, or an input is missing or does not fit."),
  ],
  examples: [
    Example(
      "typecast prompt Invoice.extract --schemas Schemas --input text=@mail.txt",
      "Shows what is sent for a mail, by the prompt Schemas/Invoice.extract.prompt.md."),
    Example(
      "typecast prompt Invoice --schemas Schemas --input text='INV-0042, 12 EUR' --json",
      "Prints the default prompt of Schemas/Invoice.schema.json for a program."),
  ],
  work: { _ in "reading the folder of the prompt" }
) { invocation, environment throws(CommandFailure) in
  let folder = try PromptFolder(path: invocation.value(of: schemas) ?? ".", environment: environment)
  let prompt: PromptFolder.Prompt
  switch try folder.prompt(named: invocation.values(of: name)[0]) {
  case .success(let found): prompt = found
  case .failure(let diagnostics):
    for diagnostic in diagnostics.list {
      try environment.error.writeLine(PlacedMessage(diagnostic).line(style: environment.error.style))
    }
    return .failure
  }
  let values = try PromptArguments(environment: environment).values(invocation.pairs(of: inputs), for: prompt)
  let messages: [PromptMessage]
  do throws(PromptInputError) {
    messages = try prompt.resolved.render(values, outputFormat: prompt.outputFormat)
  } catch {
    throw CommandFailure(
      .usage, "\(error.message.sentence)", nextStep: "Give each input as --input KEY=TEXT or --input KEY=@FILE.")
  }
  if invocation.isGiven(json) {
    try environment.output.writeLine(JSONWriter().bytes(of: messages.json(settings: prompt.resolved.settings)))
  } else {
    try environment.output.write(messages.text)
  }
  return .success
}
