import TypecastPrompts
import TypecastSchema

/// What a model is told after an answer that gives no value.
enum FollowUp {
  /// The wrong answer and what is wrong with it.
  static func correction(of text: String, _ problem: CastError) -> [Message] {
    let request = Message(
      .user,
      """
      That answer can't be used:
      \(list(problem.problems))
      Give the whole answer again with this put right: one JSON value, and nothing before or after it.
      """)
    // Some providers refuse a message without text.
    return text.isEmpty ? [request] : [Message(.assistant, clipped(text)), request]
  }

  /// The one task of making JSON of a text.
  static func conversion(of text: String, to schema: CompiledSchema, named name: String) -> [Message]? {
    let prompt = DefaultPrompt(for: schema, named: name)
    let messages = try? prompt.resolved?.render(
      [DefaultPrompt.input: .string(text)], outputFormat: prompt.outputFormat)
    return messages?.map(Message.init)
  }

  /// Problems as a list that is short enough for a model.
  static func list(_ problems: [CastError.Problem], limit: Int = 20) -> String {
    var lines = problems.prefix(limit).map { "- " + "\($0)".excerpt(400) }
    if problems.count > limit { lines.append("- and \(problems.count - limit) more") }
    return lines.joined(separator: "\n")
  }

  /// The longest text that is sent back to a model as it is, in bytes.
  static let greatestTextLength = 32_768

  /// A text without its middle, where it is so long that it would cost more than it tells.
  private static func clipped(_ text: String) -> String {
    let bytes = text.utf8
    guard bytes.count > greatestTextLength else { return text }
    func border(_ offset: Int) -> String.Index {
      var index = bytes.index(bytes.startIndex, offsetBy: offset)
      while index > bytes.startIndex, index < bytes.endIndex, bytes[index] & 0xC0 == 0x80 {
        index = bytes.index(before: index)
      }
      return index
    }
    let (head, tail) = (border(12_288), border(bytes.count - 4_096))
    let left = bytes.distance(from: head, to: tail)
    return "\(text[..<head])\n… \(left) bytes are left out here …\n\(text[tail...])"
  }
}
