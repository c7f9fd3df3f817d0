import TypecastJSON
import TypecastPrompts
import TypecastSchema

/// Reads a prompt, writes it and reads it again, and fills it in with a text that tries to be more than one.
func fuzzPrompt(_ input: FuzzInput) {
  var input = input
  let bytes = input.piece()
  let text = input.text()
  let file = PromptFile(name: "prompt", bytes: bytes)
  for diagnostic in file.diagnostics {
    require((0...bytes.count).contains(diagnostic.position.offset), "no place in the prompt: \(diagnostic)")
    require(!diagnostic.message.isEmpty, "a diagnostic without words")
  }
  require((file.template == nil) == file.diagnostics.contains { $0.severity == .error }, "neither errors nor a prompt")
  guard let template = file.template else { return }

  let written = template.text
  let again = PromptFile(name: "written", bytes: Array(written.utf8))
  require(again.template == template, "the prompt is written as another one: \(written.debugDescription)")
  require(again.template?.text.utf8.elementsEqual(written.utf8) == true, "written again it is another text")

  let (prompt, diagnostics) = ResolvedPrompt.resolve(template, inputs: .texts, document: "prompt")
  require((prompt == nil) == !diagnostics.isEmpty, "neither errors nor a prompt")
  guard let prompt else { return }
  let plain = render(prompt, with: "x", outputFormat: "y")
  let filled = render(prompt, with: text, outputFormat: text)
  require(filled.map(\.role) == template.messages.map(\.role), "the text changed the messages")
  guard !text.isEmpty else { return }
  for (before, after) in zip(plain, filled) {
    let grown = after.text.utf8.count - before.text.utf8.count
    let isWhole = text.utf8.count > 1 ? grown % (text.utf8.count - 1) == 0 && grown >= 0 : grown == 0
    require(isWhole, "the text was changed or read: \(before.text.debugDescription), \(after.text.debugDescription)")
  }
}

private func render(_ prompt: ResolvedPrompt, with text: String, outputFormat: String) -> [PromptMessage] {
  var inputs = JSONObject()
  for input in prompt.inputs { inputs[input.name] = .string(text) }
  do throws(PromptInputError) {
    return try prompt.render(inputs, outputFormat: outputFormat)
  } catch {
    finding("a prompt can't be filled in with texts: \(error)")
  }
}
