/// How a model is brought to answer in the shape of a schema.
public enum AnswerMode: String, CaseIterable, Hashable, Sendable {
  /// By the provider's own structured output.
  case native
  /// By a tool that the model has to call with the answer as its argument.
  case tool
  /// By saying so in the prompt.
  case prompted
}
