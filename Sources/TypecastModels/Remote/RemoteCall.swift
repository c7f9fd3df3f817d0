import Typecast
import TypecastJSON
import TypecastSchema

/// One request to a provider's model, with all that is tried until its answer comes: other modes, and again after a
/// failure that may pass.
///
/// One task at a time reads it.
final class RemoteCall {
  private let model: RemoteModel
  private let request: ModelRequest
  private let isStreamed: Bool
  private let environment: CallEnvironment

  /// The modes that are left to try, the first of which is in use.
  private var modes: [AnswerMode]

  private var open: Answer?
  private var waiting: ArraySlice<ModelPiece> = []

  /// Whether a part of the answer was handed over: after that, nothing is asked again.
  private var hasGiven = false
  private var isOver = false

  private var tries: Tries

  init(
    _ model: RemoteModel, _ request: ModelRequest, isStreamed: Bool, environment: CallEnvironment = .current
  ) {
    self.model = model
    self.request = request.withHistory
    self.isStreamed = isStreamed
    self.environment = environment
    tries = Tries(model.options.retries, environment)
    if let schema = request.schema {
      modes = model.modes(for: schema, Self.use(of: model, for: request, isStreamed))
    } else {
      modes = [.prompted]
    }
  }

  /// What a mode is used with: some work alone, and not beside tools or in a stream.
  private static func use(of model: RemoteModel, for request: ModelRequest, _ isStreamed: Bool) -> ModeMemory.Use {
    ModeMemory.Use(model: model.model, hasTools: !request.tools.isEmpty, isStreamed: isStreamed)
  }

  /// The next piece of the answer; nil behind its end.
  func next(isolation actor: isolated (any Actor)? = #isolation) async throws -> ModelPiece? {
    while true {
      if let piece = waiting.popFirst() {
        switch piece {
        case .end: finish()
        // What it has cost so far is no part of an answer.
        case .usage: break
        default: hasGiven = true
        }
        return piece
      }
      if isOver { return nil }
      do {
        let pieces = try await read(isolation: actor)
        if !hasGiven, let failure = passingFailure(of: pieces), try await asksAgain(after: failure, isolation: actor) {
          continue
        }
        waiting = pieces[...]
      } catch {
        open = nil
        try await recover(from: error, isolation: actor)
      }
    }
  }

  private func finish() {
    isOver = true
    open = nil
    waiting = []
  }

  // MARK: Reading

  /// The next pieces, after the request was sent if it has not been.
  private func read(isolation actor: isolated (any Actor)?) async throws -> [ModelPiece] {
    if open == nil { open = try await send(isolation: actor) }
    guard let answer = open else { return [] }
    return try await answer.pieces(isolation: actor)
  }

  private func send(isolation actor: isolated (any Actor)?) async throws -> Answer {
    let call = wireCall
    let wire = try model.endpoint.provider.format.request(for: call)
    try tries.begin()
    let response = try await model.connection.transport(in: environment).send(
      model.connection.httpRequest(wire, tries.limits().within(request.settings.timeLimits)))
    return try await Answer(response, to: call, model, isolation: actor)
  }

  private var wireCall: WireCall {
    var call = WireCall(
      model: model.model, request: request, mode: modes.first ?? .prompted, isStreamed: isStreamed,
      profile: model.profile)
    if let schema = request.schema, call.needsWords {
      call.request.messages = ShapeNote.added(to: request.messages, schema)
    }
    return call
  }

  // MARK: Failures

  /// Makes ready for another try, or throws what the caller gets to see.
  private func recover(from error: any Error, isolation actor: isolated (any Actor)?) async throws {
    do {
      let failure = try model.connection.failure(error, in: tries)
      if hasGiven { throw failure }
      if changesMode(after: failure) { return }
      if modes.first == .native, failure.row == "groq.output.json", var reply = HeldBackAnswer.reply(in: error) {
        reply.ending.requestID = failure.requestID
        waiting = reply.pieces[...]
        return
      }
      try await tries.wait(after: failure)
    } catch {
      finish()
      throw error
    }
  }

  /// Why an answer is none, where another try may bring one: it says nothing at all, or ended for a passing reason.
  private func passingFailure(of pieces: [ModelPiece]) -> ModelError? {
    guard case .end(let ending)? = pieces.last, !ending.finish.isWhole else { return nil }
    if ending.finish == .incomplete, !pieces.sayNothing { return nil }
    let row = model.endpoint.provider.errors.row(for: ErrorSignal(finish: ending.finish))
    return row.mayRetry ? ModelError(row.kind, row: row.id, "", mayRetry: true) : nil
  }

  /// Waits for another try, and makes it ready; false where there is none left.
  private func asksAgain(after failure: ModelError, isolation actor: isolated (any Actor)?) async throws -> Bool {
    do {
      try await tries.wait(after: failure)
    } catch is ModelError {
      return false
    }
    open = nil
    return true
  }

  /// Goes on to the next mode after a provider refused this one.
  private func changesMode(after error: ModelError) -> Bool {
    guard let schema = request.schema, modes.count > 1, let mode = modes.first, mode != .prompted,
      error.kind == .schemaRejected || error.kind == .unsupported && error.detail == "mode"
    else { return false }
    // The caller's own tools stay in every mode.
    if !request.tools.isEmpty, mode == .native, error.isAboutTools { return false }
    ModeMemory.note(
      mode, failsFor: error.kind == .schemaRejected ? schema : nil, at: model.endpoint.base,
      Self.use(of: model, for: request, isStreamed))
    modes.removeFirst()
    return true
  }
}

extension RemoteCall {
  /// The pieces of a streamed answer.
  struct Pieces: AsyncIteratorProtocol {
    let call: RemoteCall

    mutating func next(isolation actor: isolated (any Actor)?) async throws -> ModelPiece? {
      try await call.next(isolation: actor)
    }

    mutating func next() async throws -> ModelPiece? { try await next(isolation: nil) }
  }
}

extension [ModelPiece] {
  /// Whether an answer came to nothing: it just stopped.
  fileprivate var sayNothing: Bool {
    guard case .end(let ending)? = last, ending.finish == .incomplete, ending.explanation == nil else { return false }
    return dropLast().allSatisfy { if case .usage = $0 { true } else { false } }
  }
}

extension ModelError {
  /// Whether a tool is at fault, or that there are any.
  fileprivate var isAboutTools: Bool { row.hasSuffix(".tools") || row.hasSuffix(".tool") }
}

extension WireCall {
  /// Whether the model has to be told the shape in words: no grammar holds it to all of it.
  var needsWords: Bool {
    guard request.schema != nil else { return false }
    guard let projection else { return true }
    return !projection.losses.isEmpty || projection.dialect == .ollama || projection.dialect == .llamaCpp
  }
}
