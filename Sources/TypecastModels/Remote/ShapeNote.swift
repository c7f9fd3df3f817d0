import Typecast
import TypecastSchema

/// Tells a model in words what shape its answer has, where its messages don't say so already.
enum ShapeNote {
  /// The messages with the shape in them.
  ///
  /// - Parameter schema: What the answer has to follow.
  static func added(to messages: [Message], _ schema: CompiledSchema) -> [Message] {
    let (sketches, note) = words(for: schema)
    if messages.contains(where: { message in sketches.contains(where: message.says) }) { return messages }
    var messages = messages
    if let last = messages.lastIndex(where: { $0.role == .system }) {
      messages[last].parts.append(.text("\n\n" + note))
    } else {
      messages.insert(Message(.system, note), at: 0)
    }
    return messages
  }

  private static let memory = SchemaMemory<Bool, (sketches: [String], note: String)>()

  /// The sketches of a schema that prompts may have, and what a model is told where they have none.
  private static func words(for schema: CompiledSchema) -> (sketches: [String], note: String) {
    memory.value(of: true, for: schema) {
      // The default prompt tells the root's description elsewhere; prompts in files show it with the shape.
      let sketch = SchemaSketch.text(of: schema, describingRoot: false)
      let described = SchemaSketch.text(of: schema)
      let note = """
        Answer with one JSON value of this shape:

        \(sketch)

        Write plain JSON: every name in double quotes, no comment, nothing before or after it.
        """
      return (sketch == described ? [sketch] : [sketch, described], note)
    }
  }
}

extension Message {
  /// Whether a text stands in one of the parts.
  fileprivate func says(_ text: String) -> Bool {
    parts.contains { if case .text(let part) = $0 { part.utf8Contains(text) } else { false } }
  }
}
