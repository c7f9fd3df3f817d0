import TypecastPrompts
import TypecastSchema

/// What a model is told after an answer that gives no value.
enum FollowUp {
  /// The wrong answer and what is wrong with it.
  static func correction(of text: String, _ problem: CastError) -> [Message] {
    [
      Message(.assistant, clipped(text)),
      Message(
        .user,
        """
        That answer can't be used:
        \(list(problem.problems))
        Give the whole answer again with this put right: one JSON value, and nothing before or after it.
        """),
    ]
  }

  /// The one task of making JSON of a text.
  static func conversion(of text: String, to schema: CompiledSchema, named name: String) -> [Message]? {
    let prompt = DefaultPrompt(for: schema, named: name)
    let messages = try? prompt.resolved?.render(
      [DefaultPrompt.input: .string(clipped(text))], outputFormat: prompt.outputFormat)
    return messages?.map(Message.init)
  }

  /// Problems as a list that is short enough for a model.
  static func list(_ problems: [CastError.Problem], limit: Int = 20) -> String {
    var lines = problems.prefix(limit).map { "- " + "\($0)".excerpt(400) }
    if problems.count > limit { lines.append("- and \(problems.count - limit) more") }
    return lines.joined(separator: "\n")
  }

  /// A text without its middle, where it is so long that it would cost more than it tells.
  private static func clipped(_ text: String) -> String {
    guard text.utf8.count > 32_768 else { return text }
    return "\(text.prefix(12_288))\n…\n\(text.suffix(4_096))"
  }
}
