/// The lines of one request.
struct TraceEntry: Sendable {
  private let label: String
  private let clock: CallClock
  private let start: Duration
  private let showsTexts: Bool
  private let write: @Sendable (String) -> Void
  private var firstToken: Duration?

  init(
    _ request: ModelRequest, _ model: String, _ clock: CallClock, showsTexts: Bool,
    write: @escaping @Sendable (String) -> Void
  ) {
    label = request.id.isEmpty ? model : "\(model) \(request.id)"
    self.clock = clock
    self.showsTexts = showsTexts
    self.write = write
    start = clock.now()
    let count = request.messages.count == 1 ? "1 message" : "\(request.messages.count) messages"
    var facts = ["\(count), \(request.byteCount) bytes"]
    if request.schema != nil { facts.append("answer \(request.schemaName)") }
    if !request.tools.isEmpty { facts.append("tools \(request.tools.map(\.name).joined(separator: ", "))") }
    if let temperature = request.settings.temperature { facts.append("temperature \(temperature)") }
    if let tokens = request.settings.maxTokens { facts.append("up to \(tokens) tokens") }
    if let seed = request.settings.seed { facts.append("seed \(seed)") }
    write("→ \(label): \(facts.joined(separator: ", "))")
    guard showsTexts else { return }
    for message in request.messages {
      for part in message.parts {
        switch part {
        case .text(let text): show("\(message.role.rawValue): ", text)
        case .image(let image): show("\(message.role.rawValue): ", image.trace)
        case .thought(let thought): show("thought: ", thought.text)
        case .toolCall(let call): show("call \(call.id) of \(call.name): ", call.arguments)
        case .toolResult(let result): show("result of \(result.id): ", result.text)
        }
      }
    }
  }

  /// Notes that something came.
  mutating func note(_ piece: ModelPiece) {
    if firstToken == nil, case .text = piece { firstToken = clock.now() - start }
  }

  func close(_ reply: ModelReply) {
    let first = (reply.ending.firstToken ?? firstToken).map { " (first token after \($0.short))" } ?? ""
    var facts = ["\(reply.finish) after \((clock.now() - start).short)\(first)", "\(reply.text.utf8.count) bytes"]
    if !reply.thinking.isEmpty { facts.append("\(reply.thinking.utf8.count) bytes of thoughts") }
    if !reply.toolCalls.isEmpty { facts.append("wants \(reply.toolCalls.map(\.name).joined(separator: ", "))") }
    if reply.usage != Usage() { facts.append("tokens \(reply.usage)") }
    if let requestID = reply.ending.requestID { facts.append("request \(requestID)") }
    write("← \(label): \(facts.joined(separator: ", "))")
    guard showsTexts else { return }
    if !reply.thinking.isEmpty { show("thoughts: ", reply.thinking) }
    if !reply.text.isEmpty { show("", reply.text) }
    for call in reply.toolCalls { show("call \(call.id) of \(call.name): ", call.arguments) }
  }

  func close(_ error: any Error) {
    let text = showsTexts ? ": \(String(describing: error).excerpt(300))" : " with an error of type \(type(of: error))"
    write("← \(label): failed after \((clock.now() - start).short)\(text)")
  }

  private func show(_ prefix: String, _ text: String) {
    for line in (prefix + text).split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      write("    \(line)")
    }
  }
}
