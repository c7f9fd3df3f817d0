/// A prompt before its inputs are known: settings, and messages made of text and tags.
public struct PromptTemplate: Equatable, Sendable {
  /// What the prompt says about the call.
  public var settings: PromptSettings
  /// The messages, from the first to the last.
  public var messages: [Message]

  /// A prompt from its parts, for code that has no file.
  public init(settings: PromptSettings = PromptSettings(), messages: [Message]) {
    self.settings = settings
    self.messages = messages
  }

  /// A message that is still to be filled in.
  public struct Message: Equatable, Sendable {
    /// Who speaks.
    public let role: PromptRole
    /// What is said, in its order.
    public let segments: [Segment]

    /// A message from its parts.
    public init(_ role: PromptRole, _ segments: [Segment]) {
      self.role = role
      self.segments = segments
    }
  }

  /// A part of a message.
  public indirect enum Segment: Sendable {
    /// Text as it is sent, escapes resolved.
    case text(String)
    /// `{{name}}`
    case variable(PromptName)
    /// `{{#name}}…{{/name}}`
    case section(PromptName, [Segment])
    /// `{{^name}}…{{/name}}`
    case inverted(PromptName, [Segment])
  }
}

extension PromptTemplate.Segment: Equatable {
  public static func == (left: PromptTemplate.Segment, right: PromptTemplate.Segment) -> Bool {
    switch (left, right) {
    case (.text(let left), .text(let right)): left.utf8.elementsEqual(right.utf8)
    case (.variable(let left), .variable(let right)): left == right
    case (.section(let left, let inner), .section(let right, let other)): left == right && inner == other
    case (.inverted(let left, let inner), .inverted(let right, let other)): left == right && inner == other
    default: false
    }
  }
}
