import Typecast

/// A conversation with a model over standard input and output.
struct Conversation {
  let model: any Model
  let environment: CommandEnvironment
  private var messages: [Message]

  init(model: any Model, system: String?, environment: CommandEnvironment) {
    self.model = model
    self.environment = environment
    messages = system.map { [Message(.system, $0)] } ?? []
  }

  private var isInteractive: Bool { environment.error.isTerminal && environment.output.isTerminal }

  mutating func run() async throws(CommandFailure) -> ExitStatus {
    var reader = LineReader(environment.input)
    if try reader.skipByteOrderMark() { try environment.warnOfByteOrderMark(in: "-") }
    while true {
      if isInteractive { try environment.error.write("> ") }
      guard let line = try reader.next(beforeWaiting: environment.output.flush) else { break }
      guard case .bytes(let bytes) = line else {
        throw CommandFailure(.unreadable, "Line \(reader.number) is too long to be said.")
      }
      let text = String(decoding: bytes, as: UTF8.self)
      if text.allSatisfy(\.isWhitespace) { continue }
      guard try await say(text) || isInteractive else { return .modelFailed }
    }
    if isInteractive { try environment.output.writeLine() }
    return .success
  }

  /// Says something, and prints the answer; false where there is none that is whole.
  private mutating func say(_ text: String) async throws(CommandFailure) -> Bool {
    let asked = messages + [Message(.user, text)]
    var reply = ModelReply("")
    var pieces = model.stream(ModelRequest(asked, id: CallEnvironment.current.newID())).makeAsyncIterator()
    var isOver = false
    while !isOver {
      let piece: ModelPiece?
      do {
        piece = try await pieces.next()
      } catch {
        if !reply.text.isEmpty { try environment.output.writeLine() }
        try environment.output.flush()
        try environment.error.writeLine(PlacedMessage.withoutControls("error: \(error)"))
        return false
      }
      switch piece {
      case .text(let more):
        reply.text += more
        try environment.output.write(shown(more))
        try environment.output.flush()
      case .end(let ending):
        reply.ending = ending
        isOver = true
      case nil:
        reply.ending.finish = .incomplete
        isOver = true
      default: break
      }
    }
    try environment.output.writeLine()
    try environment.output.flush()
    if !reply.finish.isWhole {
      let why = reply.ending.explanation.map { ": \($0)" } ?? ""
      try environment.error.writeLine(
        PlacedMessage.withoutControls("warning: the answer is not whole (\(reply.finish.rawValue))\(why)"))
    }
    // Some providers refuse a message without text.
    messages = reply.text.isEmpty ? messages : asked + [Message(.assistant, reply.text)]
    return reply.finish.isWhole
  }

  /// What a terminal gets to see: nothing that moves its cursor.
  private func shown(_ text: String) -> String {
    guard environment.output.isTerminal else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { PlacedMessage.withoutControls(String($0)) }.joined(separator: "\n")
  }
}
