import Synchronization
import Typecast
import TypecastJSON
import TypecastSchema

/// Tells a model in words what shape its answer has, where its messages don't say so already.
enum ShapeNote {
  /// The messages with the shape in them.
  ///
  /// - Parameter schema: What the answer has to follow.
  static func added(to messages: [Message], _ schema: CompiledSchema) -> [Message] {
    let sketch = Sketches.shared[schema]
    if messages.contains(where: { $0.text.utf8Contains(sketch) }) { return messages }
    let note = """
      Answer with one JSON value of this shape:

      \(sketch)

      Write plain JSON: every name in double quotes, no comment, nothing before or after it.
      """
    var messages = messages
    if let last = messages.lastIndex(where: { $0.role == .system }) {
      messages[last].parts.append(.text("\n\n" + note))
    } else {
      messages.insert(Message(.system, note), at: 0)
    }
    return messages
  }
}

/// The sketches of all schemas that have been asked for.
private final class Sketches: Sendable {
  static let shared = Sketches()

  private let known = Mutex<[ObjectIdentifier: (schema: CompiledSchema, text: String)]>([:])

  subscript(schema: CompiledSchema) -> String {
    let key = ObjectIdentifier(schema)
    if let known = known.withLock({ $0[key]?.text }) { return known }
    let text = SchemaSketch.text(of: schema, describingRoot: false)
    known.withLock { known in
      if known.count >= 512 { known.removeAll() }
      known[key] = (schema, text)
    }
    return text
  }
}

extension String {
  /// Whether a text stands in this one, byte for byte.
  func utf8Contains(_ text: String) -> Bool {
    let (bytes, part) = (Array(utf8), Array(text.utf8))
    guard let first = part.first, bytes.count >= part.count else { return part.isEmpty }
    return (0...(bytes.count - part.count)).contains { start in
      bytes[start] == first && bytes[start..<(start + part.count)].elementsEqual(part)
    }
  }
}
