/// A message as it goes to a model: boundaries between messages are this value, never a text.
public struct PromptMessage: Hashable, Sendable {
  /// Who speaks.
  public let role: PromptRole
  /// What is said, with all values filled in.
  public let text: String

  /// A message without tags.
  public init(_ role: PromptRole, _ text: String) {
    self.role = role
    self.text = text
  }

  public static func == (left: PromptMessage, right: PromptMessage) -> Bool {
    left.role == right.role && left.text.utf8.elementsEqual(right.text.utf8)
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(role)
    for byte in text.utf8 { hasher.combine(byte) }
  }
}
