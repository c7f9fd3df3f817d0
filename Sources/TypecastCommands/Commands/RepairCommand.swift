import Typecast
import TypecastJSON
import TypecastSchema

private let schema = Option.value(
  "schema", "SCHEMA", kind: .file, help: "The schema that the value has to follow.")
private let level = Option.value(
  "level", "LEVEL", kind: .choice(RepairLevel.allCases.map(\.rawValue)),
  help: "How far the text may be changed; coerce where this is not given.")
private let jsonl = Option.flag(
  "jsonl", help: "Reads one JSON object per line from FILE or standard input, and answers each with one line.")
private let json = Option.json(
  "one JSON object with the value and how it came about",
  """
  {"outcome", "value"?, "repairs": [{"rule", "pointer", "offset", "cost", "message"}], "errors": [{"kind", "pointer", \
  "message"}]}, where an outcome is clean, repaired or failed
  """)
private let file = Argument(
  "FILE", kind: .file, requirement: .optional, help: "The text to repair; standard input where this is not given.")

/// `typecast repair`
let repairCommand = Command(
  "repair",
  abstract: "Makes JSON of what a model wrote.",
  discussion: [
    """
    The JSON is looked for in prose, blocks of code and thoughts, its syntax is mended, and with a schema its values are \
    made to follow it. What is valid is never touched. Each change is printed on standard error.
    """,
    """
    The levels: strict changes nothing; mend makes the text JSON; coerce also changes values that the schema rejects; \
    salvage also fills in what is missing and drops what can't be mended.
    """,
    """
    A line of --jsonl is {"id"?, "text", "schema"?, "level"?, "finish"?: "stop" | "length"}. Its answer is {"id", \
    "outcome": "clean" | "repaired" | "failed", "value"?, "repairs": [{"rule", "pointer", "offset", "cost", "message"}], \
    "errors": [{"kind", "pointer", "message"}]}; for a line that can't be read {"id", "line", "error"}. A text that is \
    not closed is closed unless finish is "length".
    """,
    SchemaOptions.configNote,
  ],
  arguments: [file],
  options: [schema, level, json, jsonl, SchemaOptions.draftOverConfig, SchemaOptions.documents],
  exitCodes: [
    ExitCode(.success, "The value was printed; with --jsonl, every line was answered."),
    ExitCode(.failure, "No value could be made of the text."),
    ExitCode(.usage, "The command line is wrong, the schema is bad, or an input can't be read."),
  ],
  examples: [
    Example("typecast repair answer.txt", "Mends the syntax."),
    Example("typecast repair --schema invoice.schema.json < answer.txt", "Makes an invoice of it."),
    Example(
      #"echo '{"text": "Sure: {a: 1,}"}' | typecast repair --jsonl"#, "Asks as a program would, one line at a time."),
  ],
  work: { $0.isGiven(jsonl) ? nil : "repairing" }
) { invocation, environment throws(CommandFailure) in
  let folders = try SchemaOptions.folders(invocation, environment)
  let draft = SchemaOptions.draft(invocation)
  let level = invocation.value(of: level).flatMap(RepairLevel.init(rawValue:)) ?? .coerce
  let inputs = invocation.values(of: file)
  let path = invocation.value(of: schema)
  if path == "-", inputs.isEmpty || inputs == ["-"] {
    throw CommandFailure(
      .usage, "Standard input can be read only once.", nextStep: "Give the schema or the text as a file.")
  }
  var compiled: CompiledSchema?
  if let path {
    let options = try SchemaOptions.options(at: path, invocation, environment)
    compiled = try SchemaReader(environment: environment, folders: folders, options: options).require(path)
  }
  if invocation.isGiven(jsonl) {
    let repair = LineRepair(folders: folders, draft: draft, level: level, schema: compiled)
    return try JSONLines(environment: environment).answer(inputs: inputs.isEmpty ? ["-"] : inputs, with: repair.answer)
  }
  let text = PaddedBytes(try environment.unchangedBytes(at: inputs.first ?? "-"))
  let result = Result { () throws(CastError) in try Caster(compiled, level: level).cast(text) }
  if invocation.isGiven(json) {
    let printed: RepairResult
    switch result {
    case .success(let cast): printed = RepairResult(cast)
    case .failure(let error): printed = RepairResult(error)
    }
    try environment.output.writeLine([UInt8(ascii: "{")] + printed.members + [UInt8(ascii: "}")])
    return printed.value == nil ? .failure : .success
  }
  switch result {
  case .success(let cast):
    for repair in cast.repairs { try environment.error.writeLine("\(repair)") }
    try environment.output.writeLine(JSONWriter().bytes(of: cast.value))
    return .success
  case .failure(let error):
    for repair in error.repairs { try environment.error.writeLine("\(repair)") }
    for line in error.description.split(separator: "\n") { try environment.error.writeLine("error: \(line)") }
    return .failure
  }
}
