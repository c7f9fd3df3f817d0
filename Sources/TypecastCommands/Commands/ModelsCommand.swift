import Typecast
import TypecastJSON
import TypecastModels

private let provider = Option.value(
  "provider", "PROVIDER", kind: .choice(ProviderModels.providers), requirement: .required,
  help: "The provider; compatible needs --base-url.")
private let json = Option.json(
  "one JSON object per model, with what is known of it", #"{"id", "contextWindow"?, "size"?}"#)

/// `typecast models`
let modelsCommand = Command(
  "models",
  abstract: "Lists the models of a provider.",
  discussion: ["Each line is a name as --model takes it behind the provider's own."],
  options: [provider, ModelWord.baseURL, json],
  exitCodes: [
    ExitCode(.success, "The list was printed."), .usage,
    ExitCode(.modelFailed, "The provider could not be asked, or gave no list."),
  ],
  examples: [
    Example("typecast models --provider ollama", "Lists what is installed on this machine."),
    Example(
      "typecast models --provider compatible --base-url http://localhost:8080/v1",
      "Lists what a server of one's own has."),
  ]
) { invocation, environment async throws(CommandFailure) in
  let models: ProviderModels
  do throws(ModelError) {
    models = try ProviderModels(
      invocation.value(of: provider) ?? "", options: ModelOptions(baseURL: invocation.value(of: ModelWord.baseURL)),
      environment: environment.variable)
  } catch {
    throw CommandFailure(
      .usage, error.message, nextStep: "Write --provider as typecast help models has it, with --base-url if need be.")
  }
  let answer = try await environment.progress.during("asking \(invocation.value(of: provider) ?? "")") {
    () async throws(CommandFailure) -> Result<[ListedModel], any Error> in
    do { return .success(try await models.all()) } catch { return .failure(error) }
  }
  let list: [ListedModel]
  switch answer {
  case .success(let models): list = models
  case .failure(let error):
    try environment.error.writeLine(PlacedMessage.withoutControls("error: \(error)"))
    return .modelFailed
  }
  for model in list {
    guard invocation.isGiven(json) else {
      try environment.output.writeLine(PlacedMessage.withoutControls(model.id))
      continue
    }
    var object: JSONObject = ["id": .string(model.id)]
    if let window = model.contextWindow { object["contextWindow"] = .number(JSONNumber(window)) }
    if let size = model.size { object["size"] = .number(JSONNumber(size)) }
    try environment.output.writeLine(JSONWriter().bytes(of: .object(object)))
  }
  return .success
}
