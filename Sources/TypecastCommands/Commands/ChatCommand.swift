import Typecast

private let model = Option.value(
  "model", "MODEL", kind: ModelWord.kind, requirement: .required, help: "The model to talk to, as for the command cast."
)
private let system = Option.value("system", "TEXT", help: "What the model is told before all else.")
private let json = Option.json(
  "one JSON object per answer, once it is whole",
  #"{"text", "finish", "usage": {"input"?, "output"?, "cached"?, "reasoning"?}}"#)

/// `typecast chat`
let chatCommand = Command(
  "chat",
  abstract: "Talks with a model, line by line.",
  discussion: [
    """
    Each line of standard input is said to the model, which remembers what was said before. Its answer is printed as it \
    comes. The conversation ends with the input.
    """
  ],
  options: [model, ModelWord.baseURL, system, json],
  exitCodes: [
    ExitCode(.success, "The conversation ended with the input."), .usage,
    ExitCode(.modelFailed, "The model failed, and nobody sits at a terminal to try again."),
  ],
  examples: [
    Example("typecast chat --model ollama:llama3.2", "Talks with a model on this machine."),
    Example("echo Hello | typecast chat --model script:answers.jsonl --json", "Says one thing, and gets JSON."),
  ]
) { invocation, environment async throws(CommandFailure) in
  let model = try ModelWord.model(invocation.value(of: model) ?? "", invocation, environment)
  var conversation = Conversation(
    model: model, system: invocation.value(of: system), printsJSON: invocation.isGiven(json), environment: environment)
  return try await conversation.run()
}
