import TypecastCompiler
import TypecastJSON
import TypecastSchema

private let schemas = Option.value(
  "schemas", "DIR", kind: .folder, requirement: .required,
  help: "The folder of schemas: every file below it whose name ends with .schema.json, and its typecast.json.")
private let destination = Option.value(
  "output", "DIR", kind: .folder, requirement: .required,
  help: "The folder that the Swift files are written to; it is made if it is not there.")
private let access = Option.value(
  "access", "LEVEL", kind: .choice(CompilerOptions.Access.allCases.map(\.rawValue)),
  help: "Who may use the types, whatever typecast.json says.")
private let draft = Option.value(
  "draft", "DRAFT", kind: .choice(Draft.allCases.map(\.name)),
  help: "The edition of schemas that don't name one, whatever typecast.json says.")
private let module = Option.value(
  "module", "NAME",
  help: "The module that the Swift will be part of: with it, no name in a schema can be taken for another type.")
private let check = Option.flag(
  "check", help: "Writes nothing: names the files that are not what the schemas make.")

/// `typecast compile`
let compileCommand = Command(
  "compile",
  abstract: "Compiles JSON Schemas into Swift types.",
  discussion: [
    "The build plugin does this by itself; the command is for looking at the Swift, and for projects that keep it in "
      + "their repository.",
    "Diagnostics are printed as path:line:col: severity: message on standard error.",
  ],
  options: [schemas, destination, access, draft, module, check],
  exitCodes: [
    ExitCode(.success, "The files are written, or with --check are what they would be; there may be warnings."),
    ExitCode(.failure, "A schema has an error, or with --check a file differs."),
    .usage,
  ],
  examples: [
    Example("typecast compile --schemas Schemas --output Sources/Shapes", "Writes one Swift file for each schema."),
    Example("typecast compile --schemas Schemas --output Sources/Shapes --check", "Tells whether they are up to date."),
  ]
) { invocation, environment throws(CommandFailure) in
  let folder = try SchemaFolder(invocation.value(of: schemas) ?? ".", in: environment)
  var options = try folder.options(in: environment)
  if let level = invocation.value(of: access).flatMap(CompilerOptions.Access.init(rawValue:)) { options.access = level }
  if let edition = invocation.value(of: draft).flatMap(Draft.init(name:)) { options.draft = edition }

  try folder.warnOfMisnamedFiles(in: environment)
  let compilation = SchemaCompilation(
    try folder.inputs(in: environment), prompts: try folder.promptInputs(in: environment), options: options,
    module: invocation.value(of: module))
  for diagnostic in compilation.diagnostics {
    try environment.error.writeLine(PlacedMessage(diagnostic).line(style: environment.error.style))
  }
  if compilation.hasErrors { return .failure }

  let output = CompiledFolder(path: invocation.value(of: destination) ?? ".", environment: environment)
  let files = zip(folder.schemas, compilation.sources).map { (CompiledFolder.fileName(of: $0), Array($1.utf8)) }
  return try invocation.isGiven(check) ? output.compare(with: files) : output.write(files)
}
