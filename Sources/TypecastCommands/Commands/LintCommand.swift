private let json = Option.flag("json", help: "Prints one JSON object per diagnostic.")
private let paths = Argument(
  "PATH", kind: .fileOrFolder, repeatable: true,
  help: "A schema, or a folder in which every .json file is one; - is standard input.")

/// `typecast lint`
let lintCommand = Command(
  "lint",
  abstract: "Finds mistakes in JSON Schemas.",
  discussion: [
    "Every diagnostic is printed as path:line:col: severity: message, and all are printed at once."
  ],
  arguments: [paths],
  options: [json],
  exitCodes: [
    ExitCode(.success, "No diagnostic is an error; there may be warnings."),
    ExitCode(.failure, "At least one diagnostic is an error."),
    .usage,
  ],
  examples: [
    Example("typecast lint Schemas", "Checks every schema in a folder."),
    Example("typecast lint --json invoice.schema.json", "Prints the diagnostics for a program."),
  ]
) { _, _ throws(CommandFailure) in
  throw CommandFailure(.unreadable, "This build has no schema reader.")
}
