import Typecast
import TypecastSchema

/// Tells a model in words what shape its answer has, where its messages don't say so already.
enum ShapeNote {
  /// The messages with the shape in them.
  ///
  /// - Parameter schema: What the answer has to follow.
  static func added(to messages: [Message], _ schema: CompiledSchema) -> [Message] {
    let (sketch, note) = words(for: schema)
    if messages.contains(where: { $0.says(sketch) }) { return messages }
    var messages = messages
    if let last = messages.lastIndex(where: { $0.role == .system }) {
      messages[last].parts.append(.text("\n\n" + note))
    } else {
      messages.insert(Message(.system, note), at: 0)
    }
    return messages
  }

  private static let memory = SchemaMemory<Bool, (sketch: String, note: String)>()

  /// The sketch of a schema, and what a model is told with it.
  private static func words(for schema: CompiledSchema) -> (sketch: String, note: String) {
    memory.value(of: true, for: schema) {
      let sketch = SchemaSketch.text(of: schema, describingRoot: false)
      let note = """
        Answer with one JSON value of this shape:

        \(sketch)

        Write plain JSON: every name in double quotes, no comment, nothing before or after it.
        """
      return (sketch, note)
    }
  }
}

extension Message {
  /// Whether a text stands in one of the parts.
  fileprivate func says(_ text: String) -> Bool {
    parts.contains { if case .text(let part) = $0 { part.utf8Contains(text) } else { false } }
  }
}
