public import TypecastJSON
package import TypecastSchema

/// Where a tag finds its value.
public struct PromptReference: Equatable, Sendable {
  /// A member on the way to the value.
  public struct Step: Equatable, Sendable {
    /// The name of the member.
    public let name: String

    /// Whether it may be missing or `null`.
    public let isOptional: Bool

    /// The schema of the member's value; nil for the inputs of a prompt that has no schema for them.
    package let schema: SchemaID?

    public static func == (left: Step, right: Step) -> Bool {
      left.name.utf8.elementsEqual(right.name.utf8) && left.isOptional == right.isOptional
        && left.schema == right.schema
    }
  }

  /// Where the way begins: 0 stands for the inputs, 1 for the value of the outermost section around that has one, and so
  /// on inwards.
  public let frame: Int

  /// The members on the way; none for the value of the section itself.
  public let path: [Step]

  /// The type of the value.
  public let type: PromptValueType

  /// Whether the value may be missing or `null`, for itself or for a step before it.
  public let isOptional: Bool

  /// Where the tag begins.
  public let position: TextPosition

  /// The name as a template has it.
  public var name: String { path.isEmpty ? "." : path.map(\.name).joined(separator: ".") }
}
