import Typecast
import TypecastJSON

/// The blocks of an answer, of which several may be open at once.
struct AnthropicBlocks: Sendable {
  /// What is known of a block while it comes.
  private struct Block {
    enum Sort { case text, thinking, call, answer, other }

    let sort: Sort
    var id = ""
    var name = ""
    /// The argument, where it stood at the beginning.
    var start: JSONValue?
    /// A thought or an argument, as far as it has come.
    var text = ""
    var signature = ""
  }

  /// Who leaves more open at once sends nonsense.
  private static let mostOpen = 1024

  private let answerTool: String?
  private var open: [Int: Block] = [:]
  private(set) var hasCalls = false

  init(answerTool: String?) {
    self.answerTool = answerTool
  }

  mutating func start(_ index: Int, _ block: JSONValue) -> [ModelPiece] {
    // One whose end was not told ends where the next one has its place.
    let ended = stop(index)
    guard open.count < Self.mostOpen else { return ended }
    switch block["type"]?.string {
    case "text":
      open[index] = Block(sort: .text)
      return ended + ((block["text"]?.words).map { [.text($0)] } ?? [])
    case "thinking":
      let text = block["thinking"]?.string ?? ""
      open[index] = Block(sort: .thinking, text: text, signature: block["signature"]?.string ?? "")
      return ended + (text.isEmpty ? [] : [.thinking(text)])
    case AnthropicMessages.redacted:
      open[index] = Block(sort: .other)
      guard let data = block["data"]?.words else { return ended }
      return ended + [.thought(Thought("", signature: data, id: AnthropicMessages.redacted))]
    case "tool_use":
      let name = block["name"]?.string ?? ""
      let isAnswer = answerTool.map { name.utf8.elementsEqual($0.utf8) } ?? false
      open[index] = Block(
        sort: isAnswer ? .answer : .call, id: block["id"]?.words ?? "call_\(index)", name: name,
        start: block["input"]?.ifMembers)
      return ended
    default:
      open[index] = Block(sort: .other)
      return ended
    }
  }

  mutating func add(_ index: Int, _ delta: JSONValue) -> [ModelPiece] {
    switch delta["type"]?.string {
    case "text_delta":
      return (delta["text"]?.words).map { [.text($0)] } ?? []
    case "thinking_delta":
      guard let more = delta["thinking"]?.words else { return [] }
      if open[index]?.sort == .thinking { open[index]?.text += more }
      return [.thinking(more)]
    case "signature_delta":
      if open[index]?.sort == .thinking { open[index]?.signature += delta["signature"]?.string ?? "" }
      return []
    case "input_json_delta":
      guard let more = delta["partial_json"]?.words else { return [] }
      switch open[index]?.sort {
      case .call?:
        open[index]?.text += more
        return []
      case .answer?:
        // It was handed over; that it came is all that is kept.
        open[index]?.start = nil
        open[index]?.text = "…"
        return [.text(more)]
      default: return []
      }
    default: return []
    }
  }

  mutating func stop(_ index: Int) -> [ModelPiece] {
    guard let block = open.removeValue(forKey: index) else { return [] }
    let argument = block.text.isEmpty ? block.start.map { JSONWriter().string(of: $0) } ?? "{}" : block.text
    switch block.sort {
    case .text, .other: return []
    case .thinking:
      return block.signature.isEmpty ? [] : [.thought(Thought(block.text, signature: block.signature))]
    case .call:
      hasCalls = true
      return [.toolCall(ToolCall(id: block.id, name: block.name, arguments: argument))]
    case .answer: return block.text.isEmpty ? [.text(argument)] : []
    }
  }

  /// Ends what is open when an answer ends.
  ///
  /// - Parameter isWhole: Whether the model said all that it meant to say; else a call whose end was not told is none.
  mutating func stopAll(isWhole: Bool) -> [ModelPiece] {
    var pieces: [ModelPiece] = []
    for (index, block) in open.sorted(by: { $0.key < $1.key }) {
      // Nothing of an argument that was to come is no argument without members.
      if !isWhole, block.sort == .call || block.sort == .answer { continue }
      pieces += stop(index)
    }
    open = [:]
    return pieces
  }
}
