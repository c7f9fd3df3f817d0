public import TypecastJSON

/// A name in a tag: `name`, `customer.name`, or `.` for the value of the section around it.
///
/// Two names are equal wherever they stand.
public struct PromptName: Hashable, Sendable, CustomStringConvertible {
  /// The parts between the dots; none for `.`.
  public let path: [String]

  /// Where the tag begins.
  public let position: TextPosition

  /// A name with its place; tests may leave the place out.
  public init(_ path: [String], position: TextPosition = TextPosition(line: 1, column: 1, offset: 0)) {
    self.path = path
    self.position = position
  }

  public var description: String { path.isEmpty ? "." : path.joined(separator: ".") }

  public static func == (left: PromptName, right: PromptName) -> Bool {
    left.path.map(ScalarText.init) == right.path.map(ScalarText.init)
  }

  public func hash(into hasher: inout Hasher) {
    for part in path { hasher.combine(ScalarText(part)) }
  }

  /// Whether this is the name that stands for the shape of the answer.
  package var isOutputFormat: Bool {
    path.count == 1 && path[0].utf8.elementsEqual(PromptName.outputFormat.utf8)
  }

  /// The name that every prompt has without declaring it.
  public static let outputFormat = "output_format"
}
