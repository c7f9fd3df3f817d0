private let schema = Option.value(
  "schema", "SCHEMA", kind: .file, requirement: .requiredUnless("jsonl"),
  help: "The schema. A relative $ref in it resolves against its folder.")
private let json = Option.json(
  "one JSON object per error",
  """
  {"file", "line", "column", "severity", "instance", "schema", "keyword", "message"}, with null for the two pointers and \
  the keyword where the document is no JSON
  """)
private let jsonl = Option.flag(
  "jsonl", help: "Reads one JSON object per line from FILE or standard input, and answers each with one line.")
private let files = Argument(
  "FILE", kind: .file, repeatable: true, requirement: .requiredUnless("jsonl"),
  help: "A document to check; - is standard input.")

/// `typecast validate`
let validateCommand = Command(
  "validate",
  abstract: "Checks JSON documents against a JSON Schema.",
  discussion: [
    "Every error is printed as path:line:col: error: message. No schema is ever fetched from a network.",
    """
    A line of --jsonl is {"id"?, "schema", "instance" | "instances": [...], "format"?: "assert" | "annotate"}. Its \
    answer is {"id", "valid", "errors": [{"instance", "schema", "keyword", "message"}]}, with arrays for valid and \
    errors if instances was given; for a bad schema {"id", "schemaError"}, and for a line that can't be read \
    {"id": null, "line", "error"}.
    """,
  ],
  arguments: [files],
  options: [schema, SchemaOptions.draft, SchemaOptions.documents, json, jsonl],
  exitCodes: [
    ExitCode(.success, "Every document is valid; with --jsonl, every line was answered."),
    ExitCode(.failure, "A document is not valid."),
    ExitCode(.usage, "The command line is wrong, the schema is bad, or an input can't be read."),
  ],
  examples: [
    Example("typecast validate --schema invoice.schema.json invoice.json", "Checks one document."),
    Example(
      "typecast validate --schema order.json --documents https://example.com/schemas/=schemas - < order.json",
      "Checks standard input against a schema that references others by URI."),
    Example(
      #"echo '{"schema": {"type": "string"}, "instance": 12}' | typecast validate --jsonl"#,
      "Asks as a program would, one line at a time."),
  ],
  work: { $0.isGiven(jsonl) ? nil : "validating" }
) { invocation, environment throws(CommandFailure) in
  let folders = try SchemaOptions.folders(invocation, environment)
  let draft = SchemaOptions.draft(invocation)
  let inputs = invocation.values(of: files)
  guard !invocation.isGiven(jsonl) else {
    if invocation.isGiven(schema) {
      throw CommandFailure(.usage, "With --jsonl every line has its own schema.", nextStep: "Leave --schema out.")
    }
    let validation = LineValidation(folders: folders, draft: draft)
    return try JSONLines(environment: environment).answer(
      inputs: inputs.isEmpty ? ["-"] : inputs, with: validation.answer)
  }
  let validation = FileValidation(
    environment: environment, folders: folders, draft: draft, printsJSON: invocation.isGiven(json))
  return try validation.run(schema: invocation.value(of: schema) ?? "-", documents: inputs)
}
