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
private let json = Option.json(
  "one JSON object in the place of all else",
  """
  {"diagnostics": [\(Diagnostic.jsonShape)], "files": [{"path", "state"}]}, where a state is written or unchanged, with \
  --check differs, missing or unchanged, and extra for a file that no schema makes any more
  """)

/// `typecast compile`
let compileCommand = Command(
  "compile",
  abstract: "Compiles JSON Schemas into Swift types.",
  discussion: [
    "The build plugin does this by itself; the command is for looking at the Swift, and for projects that keep it in "
      + "their repository.",
    "Diagnostics are printed as path:line:col: severity: message on standard error.",
  ],
  options: [schemas, destination, access, draft, module, check, json],
  exitCodes: [
    ExitCode(.success, "The files are written, or with --check are what they would be; there may be warnings."),
    ExitCode(.failure, "A schema has an error, or with --check a file differs."),
    .usage,
  ],
  examples: [
    Example("typecast compile --schemas Schemas --output Sources/Shapes", "Writes one Swift file for each schema."),
    Example("typecast compile --schemas Schemas --output Sources/Shapes --check", "Tells whether they are up to date."),
  ]
) { invocation, environment async throws(CommandFailure) in
  let folder = try SchemaFolder(invocation.value(of: schemas) ?? ".", in: environment)
  var options = try folder.options(in: environment)
  if let level = invocation.value(of: access).flatMap(CompilerOptions.Access.init(rawValue:)) { options.access = level }
  if let edition = invocation.value(of: draft).flatMap(Draft.init(name:)) { options.draft = edition }

  try folder.warnOfMisnamedFiles(in: environment)
  let count = folder.schemas.count == 1 ? "1 schema" : "\(folder.schemas.count) schemas"
  let compilation = try await environment.progress.during("compiling \(count)") { () throws(CommandFailure) in
    SchemaCompilation(
      try folder.inputs(in: environment), prompts: try folder.promptInputs(in: environment), options: options,
      module: invocation.value(of: module))
  }
  let printsJSON = invocation.isGiven(json)
  if !printsJSON {
    for diagnostic in compilation.diagnostics {
      try environment.error.writeLine(PlacedMessage(diagnostic).line(style: environment.error.style))
    }
  }
  var found: [CompiledFolder.File] = []
  if !compilation.hasErrors {
    let output = CompiledFolder(path: invocation.value(of: destination) ?? ".", environment: environment)
    let files = zip(folder.schemas, compilation.sources).map { (CompiledFolder.fileName(of: $0), Array($1.utf8)) }
    found = try invocation.isGiven(check) ? output.compare(with: files) : output.write(files)
  }
  if printsJSON {
    let object: JSONValue = [
      "diagnostics": .array(compilation.diagnostics.map(\.json)), "files": .array(found.map(\.json)),
    ]
    try environment.output.writeLine(JSONWriter().bytes(of: object))
  } else {
    for file in found {
      guard let message = file.message(style: environment.error.style, isCheck: invocation.isGiven(check)) else {
        continue
      }
      try (invocation.isGiven(check) ? environment.output : environment.error).writeLine(message)
    }
  }
  if compilation.hasErrors { return .failure }
  return invocation.isGiven(check) && found.contains { $0.state != .unchanged } ? .failure : .success
}
