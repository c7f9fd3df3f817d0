import Typecast
import TypecastJSON

/// A conversation with a model over standard input and output.
struct Conversation {
  let model: any Model
  let environment: CommandEnvironment
  private let printsJSON: Bool
  private var messages: [Message]

  init(model: any Model, system: String?, printsJSON: Bool, environment: CommandEnvironment) {
    self.model = model
    self.environment = environment
    self.printsJSON = printsJSON
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
        throw CommandFailure(
          .unreadable, "Line \(reader.number) is too long to be said.", nextStep: "Say it in several lines.")
      }
      let text = String(decoding: bytes, as: UTF8.self)
      if text.allSatisfy(\.isWhitespace) { continue }
      guard try await say(text) || isInteractive else { return .modelFailed }
    }
    if isInteractive, !printsJSON { try environment.output.writeLine() }
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
      switch try await next(&pieces, isSilent: reply.text.isEmpty || printsJSON) {
      case .success(let next): piece = next
      case .failure(let error):
        if !reply.text.isEmpty, !printsJSON { try environment.output.writeLine() }
        try environment.output.flush()
        try environment.error.writeLine(PlacedMessage.withoutControls("error: \(error)"))
        return false
      }
      switch piece {
      case .text(let more):
        reply.text += more
        if printsJSON { continue }
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
    try environment.output.writeLine(printsJSON ? JSONWriter().bytes(of: reply.json) : [])
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

  /// The next piece of an answer; that it takes its time is told where nothing is to be seen of it yet.
  private func next(
    _ pieces: inout ModelStream.AsyncIterator, isSilent: Bool
  ) async throws(CommandFailure) -> Result<ModelPiece?, any Error> {
    func piece() async -> Result<ModelPiece?, any Error> {
      do { return .success(try await pieces.next()) } catch { return .failure(error) }
    }
    guard isSilent else { return await piece() }
    return try await environment.progress.during("waiting for \(model.name)") { () async throws(CommandFailure) in
      await piece()
    }
  }

  /// What a terminal gets to see: nothing that moves its cursor.
  private func shown(_ text: String) -> String {
    guard environment.output.isTerminal else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { PlacedMessage.withoutControls(String($0)) }.joined(separator: "\n")
  }
}

extension ModelReply {
  /// The object of `--json`.
  fileprivate var json: JSONValue {
    ["text": .string(text), "finish": .string(finish.rawValue), "usage": usage.json]
  }
}

extension Usage {
  /// What the provider has said.
  var json: JSONValue {
    var object = JSONObject()
    for (name, count) in [("input", input), ("output", output), ("cached", cached), ("reasoning", reasoning)] {
      if let count { object[name] = .number(JSONNumber(count)) }
    }
    return .object(object)
  }
}
