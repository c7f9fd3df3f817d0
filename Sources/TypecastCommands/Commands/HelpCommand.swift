import TypecastCompiler
import TypecastJSON

private let words = Argument(
  "COMMAND", kind: .command, repeatable: true, requirement: .optional,
  help: "The command to explain; without one, the tool itself.")
private let json = Option.flag("json", help: "Prints what a program needs to know, as one JSON object.")
private let config = Option.flag("config", help: "Prints the JSON Schema of typecast.json, for editors.")
private let manual = Option.flag("man", help: "Prints a manual page, in the macros of man.")

/// `typecast help`
let helpCommand = Command(
  "help",
  abstract: "Explains the tool or one of its commands.",
  arguments: [words],
  options: [json, config, manual],
  exitCodes: [ExitCode(.success, "The help was printed."), .usage],
  examples: [
    Example("typecast help validate", "Shows the same as typecast validate --help."),
    Example("typecast help --man > typecast.1", "Writes the manual page."),
    Example("typecast help --json", "Prints every command, option, default and exit code as JSON."),
    Example(
      "typecast help --config > typecast.schema.json", "Keeps the schema that a typecast.json may name as its $schema."),
  ]
) { invocation, environment throws(CommandFailure) in
  let parser = CommandLineParser(root: CommandTable.root)
  let path = invocation.values(of: words)
  let forms = [json, config, manual].filter(invocation.isGiven)
  if forms.count > 1 {
    let names = forms.map { "--\($0.name)" }.joined(separator: " and ")
    throw CommandFailure(.usage, "\(names) can't both be printed.", nextStep: "Give one of them.")
  }
  if invocation.isGiven(config) {
    try environment.output.writeLine(CompilerConfig.schemaText)
  } else if invocation.isGiven(manual) {
    let command = try parser.command(at: path)
    try environment.output.write(ManualPage.render(command, at: [CommandTable.root.name] + path))
  } else if invocation.isGiven(json) {
    try environment.output.writeLine(JSONWriter().bytes(of: JSONHelp.render(parser.command(at: path))))
  } else {
    try CommandLineTool.writeHelp(on: path, parser, environment)
  }
  return .success
}
