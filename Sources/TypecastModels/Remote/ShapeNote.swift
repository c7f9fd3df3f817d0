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
    let (sketch, note) = Sketches.shared[schema]
    if messages.contains(where: { $0.says(sketch) }) { return messages }
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

  private struct Sketch {
    let schema: CompiledSchema
    let text: String
    let note: String
  }

  private let known = Mutex<[ObjectIdentifier: Sketch]>([:])

  /// The sketch of a schema, and what a model is told with it.
  subscript(schema: CompiledSchema) -> (text: String, note: String) {
    let key = ObjectIdentifier(schema)
    if let known = known.withLock({ $0[key] }) { return (known.text, known.note) }
    let text = SchemaSketch.text(of: schema, describingRoot: false)
    let note = """
      Answer with one JSON value of this shape:

      \(text)

      Write plain JSON: every name in double quotes, no comment, nothing before or after it.
      """
    known.withLock { known in
      if known.count >= 512 { known.removeAll() }
      known[key] = Sketch(schema: schema, text: text, note: note)
    }
    return (text, note)
  }
}

extension Message {
  /// Whether a text stands in one of the parts.
  fileprivate func says(_ text: String) -> Bool {
    parts.contains { if case .text(let part) = $0 { part.utf8Contains(text) } else { false } }
  }
}

extension String {
  /// Whether a text stands in this one, byte for byte.
  func utf8Contains(_ text: String) -> Bool {
    var (whole, part) = (self, text)
    return whole.withUTF8 { whole in
      part.withUTF8 { part in
        guard let first = part.first else { return true }
        guard whole.count >= part.count else { return false }
        for start in 0...(whole.count - part.count) where whole[start] == first {
          var length = 1
          while length < part.count, whole[start + length] == part[length] { length += 1 }
          if length == part.count { return true }
        }
        return false
      }
    }
  }
}
