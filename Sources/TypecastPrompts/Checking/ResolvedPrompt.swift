package import TypecastSchema

/// A prompt whose every tag is known to have a value of the right type: what is interpreted, and what code is made from.
public struct ResolvedPrompt: Equatable, Sendable {
  /// What the prompt says about the call.
  public let settings: PromptSettings

  /// Declared inputs in the order of their schema, others in the order of their first use.
  public let inputs: [Input]

  /// The messages, from the first to the last.
  public let messages: [Message]

  /// A value that the caller gives.
  public struct Input: Equatable, Sendable {
    /// The name that tags use.
    public let name: String
    /// The type that the value has to have.
    public let type: PromptValueType
    /// Whether the caller may leave it out.
    public let isOptional: Bool

    /// The schema of the value; nil for an input without one, which is a text.
    package let schema: SchemaID?

    public static func == (left: Input, right: Input) -> Bool {
      left.name.utf8.elementsEqual(right.name.utf8) && left.type == right.type && left.isOptional == right.isOptional
        && left.schema == right.schema
    }
  }

  /// A message whose tags are resolved.
  public struct Message: Equatable, Sendable {
    /// Who speaks.
    public let role: PromptRole
    /// What is said, in its order.
    public let segments: [Segment]
  }

  /// A part of a message.
  public indirect enum Segment: Equatable, Sendable {
    /// A text that stands in the file.
    case text(String)
    /// The sketch of the answer's shape.
    case outputFormat
    /// The value as text; nothing where it is missing.
    case value(PromptReference)
    /// Once for every element of a list, which is a frame inside.
    case each(PromptReference, [Segment])
    /// Once if the value is there and no empty text; the value is a frame inside.
    case with(PromptReference, [Segment])
    /// Once if a boolean is true; adds no frame.
    case when(PromptReference, [Segment])
    /// Once where the section of the same name would show nothing; adds no frame.
    case unless(PromptReference, [Segment])
  }

  /// Whether any message shows the shape of the answer.
  public var showsOutputFormat: Bool {
    func shows(_ segments: [Segment]) -> Bool {
      segments.contains { segment in
        switch segment {
        case .outputFormat: true
        case .text, .value: false
        case .each(_, let inner), .with(_, let inner), .when(_, let inner), .unless(_, let inner): shows(inner)
        }
      }
    }
    return messages.contains { shows($0.segments) }
  }
}
