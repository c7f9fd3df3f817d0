import Typecast
import TypecastJSON
import TypecastPrompts
import TypecastSchema

/// One call of models for a value, as a command line describes it.
struct CastCall {
  private static let schema = Argument("SCHEMA", kind: .file, help: "The schema that the value has to follow.")
  private static let file = Argument(
    "FILE", kind: .file, requirement: .optional,
    help: "The text that the prompt shows; standard input where this is not given.")
  private static let models = Option.value(
    "model", "MODEL", kind: ModelWord.kind, repeatable: true, requirement: .required,
    help: """
      The model to ask, as PROVIDER:NAME: ollama:llama3.2, gemini:gemini-2.5-flash, openai:gpt-5-mini, \
      openai-responses:…, anthropic:…, groq:…, or compatible:… with --base-url. script:FILE answers from a file, whose \
      lines {"text", "finish"?: "stop" | "length", "usage"?, "error"?} are the answers in order. A second one is asked \
      where the first gave no value, and so on.
      """)
  private static let prompt = Option.value(
    "prompt", "FILE", kind: .file, help: "The prompt; that of the schema itself where this is not given.")
  private static let inputs = Option.value(
    "input", "KEY=TEXT", kind: .pair(separators: "="), repeatable: true,
    help: "An input of the prompt besides its text, as for the command prompt.")
  private static let stream = Option.flag(
    "stream",
    help: """
      Prints the value as far as it is known, one line each time that it has grown enough, and the whole value last. Only an \
      exit code of 0 says that the last line is the value.
      """)
  private static let level = Option.value(
    "level", "LEVEL", kind: .choice(RepairLevel.allCases.map(\.rawValue)),
    help: "How far an answer may be changed; coerce where this is not given.")
  private static let attempts = Option.value(
    "attempts", "N",
    help: """
      The most answers that are asked for, over all models; 6 where this is not given. One model is asked three times at most.
      """)
  private static let json = Option.json(
    "one JSON object in the place of the value",
    """
    {"value"?, "error"?: {"kind", "message"}, "attempts": [{"purpose", "model", "repairs": [{"rule", "pointer", "offset", \
    "cost", "message"}], "problems": [{"pointer", "message"}], "failure"?, "usage"}], "usage": {"input"?, "output"?, \
    "cached"?, "reasoning"?}, "seconds"}; with --stream, one {"partial"} before it each time that the value has grown
    """)

  static let arguments = [schema, file]
  static let options = [
    models, ModelWord.baseURL, prompt, inputs, stream, json, level, attempts, SchemaOptions.draftOverConfig,
    SchemaOptions.documents,
  ]
  static let exitCodes = [
    ExitCode(.success, "The value was printed."),
    ExitCode(.failure, "The models answered, but gave no valid value."),
    ExitCode(.usage, "The command line is wrong, or the schema, the prompt, a script or the text can't be read."),
    ExitCode(.modelFailed, "The last model that was asked failed, or took too long."),
    ExitCode(.budgetUsed, "The attempts were used up before there was a value."),
  ]

  private let cast: AnswerCast
  private let messages: [PromptMessage]
  private let settings: PromptSettings
  private let streams: Bool

  init(_ invocation: Invocation, _ environment: CommandEnvironment) throws(CommandFailure) {
    let words = invocation.values(of: Self.schema) + invocation.values(of: Self.file)
    let path = words[0]
    let reader = SchemaReader(
      environment: environment, folders: try SchemaOptions.folders(invocation, environment),
      options: try SchemaOptions.options(at: path, invocation, environment))
    let compiled = try reader.require(path)
    let name = schemaName(path)
    let source: CastPrompt
    if let promptPath = invocation.value(of: Self.prompt) {
      source = try CastPrompt(path: promptPath, schema: compiled, reader: reader, environment: environment)
    } else {
      source = try CastPrompt(compiled, named: name, environment: environment)
    }
    let textIsGiven = invocation.pairs(of: Self.inputs).contains { $0.name == DefaultPrompt.input }
    let text = source.takesText && !textIsGiven ? words.dropFirst().first ?? "-" : nil
    try checkStandardInput(
      [path, text] + invocation.values(of: Self.models).map { NamedValue($0, separators: ":")?.value })
    let asked = try invocation.values(of: Self.models).map { value throws(CommandFailure) in
      try ModelWord.model(value, invocation, environment)
    }
    var policy = Policy(
      level: invocation.value(of: Self.level).flatMap(RepairLevel.init(rawValue:)) ?? .coerce,
      fallbacks: Array(asked.dropFirst()))
    if let text = invocation.value(of: Self.attempts) {
      guard let count = Int(text), count > 0 else {
        throw CommandFailure(
          .usage, "'\(text)' is no number of attempts.", nextStep: "Give --attempts a number from 1 on.")
      }
      policy.budget.attempts = count
    }
    messages = try source.messages(
      invocation.pairs(of: Self.inputs), file: words.dropFirst().first, environment: environment)
    cast = AnswerCast(
      asker: Asker(asked[0], schema: compiled, named: name, policy: policy),
      names: invocation.values(of: Self.models), printsJSON: invocation.isGiven(Self.json), environment: environment)
    settings = source.settings
    streams = invocation.isGiven(Self.stream)
  }

  func run() async throws(CommandFailure) -> ExitStatus {
    try await cast.run(messages, settings: settings, streams: streams)
  }
}

/// Makes sure that standard input stands for one of the files at most.
private func checkStandardInput(_ files: [String?]) throws(CommandFailure) {
  guard files.count(where: { $0 == "-" }) > 1 else { return }
  throw CommandFailure(
    .usage, "Standard input can be read only once.", nextStep: "Give the schema, the script or the text as a file.")
}

/// What a value of the schema in a file is called.
private func schemaName(_ path: String) -> String {
  let file = path.split(separator: "/").last.map(String.init) ?? path
  let suffix = [".schema.json", ".json"].first(where: file.hasSuffix) ?? ""
  let name = file.dropLast(suffix.count)
  return name.isEmpty || path == "-" ? "Value" : String(name)
}
