/// Who speaks in a message of a prompt.
public enum PromptRole: String, CaseIterable, Hashable, Sendable {
  /// A side of the conversation, by the word that begins its part of a file.
  case system, user, assistant
}
