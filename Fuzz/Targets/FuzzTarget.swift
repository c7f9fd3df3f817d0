/// A part of the package that the fuzzer tries to break.
enum FuzzTarget: String, CaseIterable {
  case reader, stream, validator, lint, compile, pattern, format, prompt, extract, mend, coerce, growing
  case sse, ndjson, ollama, openai, responses, anthropic, gemini, failure, cassette

  /// Does everything with an input that a caller could; stops the process at a wrong result.
  func run(_ input: FuzzInput) {
    switch self {
    case .reader: fuzzReader(input)
    case .stream: fuzzStream(input)
    case .validator: fuzzValidator(input)
    case .lint: fuzzLint(input)
    case .compile: fuzzCompile(input)
    case .pattern: fuzzPattern(input)
    case .format: fuzzFormat(input)
    case .prompt: fuzzPrompt(input)
    case .extract: fuzzExtract(input)
    case .mend: fuzzMend(input)
    case .coerce: fuzzCoerce(input)
    case .growing: fuzzGrowing(input)
    case .sse: fuzzEvents(input)
    case .ndjson: fuzzLines(input)
    case .ollama: fuzzReply(input, "ollama.chat")
    case .openai: fuzzReply(input, "openai.chat")
    case .responses: fuzzReply(input, "openai.responses")
    case .anthropic: fuzzReply(input, "anthropic.messages")
    case .gemini: fuzzReply(input, "gemini.generateContent")
    case .failure: fuzzFailure(input)
    case .cassette: fuzzCassette(input)
    }
  }
}
