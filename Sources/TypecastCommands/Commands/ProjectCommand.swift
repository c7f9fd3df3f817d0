import TypecastJSON
import TypecastSchema

private let schema = Argument(
  "SCHEMA", kind: .file, help: "The schema; - is standard input. A relative $ref in it resolves against its folder.")
private let json = Option.json(
  "one JSON object with the schema and what is lost of it",
  #"{"schema", "losses": [\#(ProjectionLoss.jsonShape)]}"#)

/// `typecast project`
let projectCommand = Command(
  "project",
  abstract: "Prints a schema as one provider takes it.",
  discussion: [
    """
    Every provider takes a different part of JSON Schema. What it would refuse is left out or written in another way, so \
    that what the schema allows can still come. Each loss is printed on standard error as path:line:col: warning: \
    dialect: message.
    """
  ],
  arguments: [schema],
  options: [DialectOption.one, json, SchemaOptions.draftOverConfig, SchemaOptions.documents],
  exitCodes: [
    ExitCode(.success, "The projected schema was printed; there may be losses."),
    ExitCode(.usage, "The command line is wrong, or the schema is bad or can't be read."),
  ],
  examples: [
    Example("typecast project --dialect openai-strict invoice.schema.json", "Prints what to send to OpenAI."),
    Example(
      "typecast project --dialect ollama invoice.schema.json > /dev/null", "Shows what Ollama does not enforce."),
  ],
  work: { _ in "projecting" }
) { invocation, environment throws(CommandFailure) in
  let folders = try SchemaOptions.folders(invocation, environment)
  for path in invocation.values(of: schema) {
    let reader = SchemaReader(
      environment: environment, folders: folders, options: try SchemaOptions.options(at: path, invocation, environment))
    let schema = try reader.require(path)
    guard let dialect = invocation.value(of: DialectOption.one).flatMap(Dialect.init(rawValue:)) else { continue }
    let projection = schema.projection(to: dialect)
    if invocation.isGiven(json) {
      let object: JSONValue = ["schema": projection.schema, "losses": .array(projection.losses.map(\.json))]
      try environment.output.writeLine(JSONWriter().bytes(of: object))
      continue
    }
    for loss in projection.losses {
      try environment.error.writeLine(PlacedMessage(loss.diagnostic).line(style: environment.error.style))
    }
    try environment.output.writeLine(JSONWriter(style: .pretty).bytes(of: projection.schema))
  }
  return .success
}
