public import TypecastPrompts

/// What one side says in a conversation with a model.
public struct Message: Sendable {
  /// Who speaks.
  public enum Role: String, CaseIterable, Hashable, Sendable {
    /// The sides of a conversation: what holds for all of it, who asks, and the model.
    case system, user, assistant
    /// What tools gave back.
    case tool
  }

  /// A part of a message; more sorts may be added.
  public enum Part: Sendable {
    /// A text, as a person would write it.
    case text(String)
    /// A picture that the model is to look at.
    case image(Image)
    /// What the model thought, for providers that want it back.
    case thought(Thought)
    /// What the model wants a tool to do.
    case toolCall(ToolCall)
    /// What a tool gave back.
    case toolResult(ToolResult)
  }

  /// Who speaks.
  public var role: Role
  /// What is said, in its order.
  public var parts: [Part]

  /// A message of several parts, such as a text and a picture.
  public init(_ role: Role, _ parts: [Part]) {
    self.role = role
    self.parts = parts
  }

  /// A message of one text.
  public init(_ role: Role, _ text: String) {
    self.init(role, [.text(text)])
  }

  /// A message of a prompt.
  public init(_ message: PromptMessage) {
    let role: Role =
      switch message.role {
      case .system: .system
      case .user: .user
      case .assistant: .assistant
      }
    self.init(role, message.text)
  }

  /// All that is text, one part after the other.
  public var text: String {
    parts.reduce(into: "") { text, part in
      if case .text(let more) = part { text += more }
    }
  }

  /// The calls of tools among the parts.
  public var toolCalls: [ToolCall] {
    parts.compactMap { if case .toolCall(let call) = $0 { call } else { nil } }
  }

  /// The results of tools among the parts.
  public var toolResults: [ToolResult] {
    parts.compactMap { if case .toolResult(let result) = $0 { result } else { nil } }
  }
}

extension [Message] {
  /// These messages with others that were said before: those stand behind what the system says first.
  func behind(_ history: [Message]?) -> [Message] {
    guard let history else { return self }
    let words = prefix { $0.role == .system }
    return words + history + dropFirst(words.count)
  }
}
