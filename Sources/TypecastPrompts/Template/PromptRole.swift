/// Who speaks in a message of a prompt.
public enum PromptRole: String, CaseIterable, Hashable, Sendable {
  case system, user, assistant
}
