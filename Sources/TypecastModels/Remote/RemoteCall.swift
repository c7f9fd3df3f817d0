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
    self.request = request
    self.isStreamed = isStreamed
    self.environment = environment
    tries = Tries(model.options.retries, environment)
    if let schema = request.schema {
      modes = model.modes(for: schema)
    } else {
      modes = [.prompted]
    }
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
        waiting = try await read(isolation: actor)[...]
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
      model.connection.httpRequest(wire, request.settings.timeLimits))
    return try await Answer(response, to: call, model, isolation: actor)
  }

  private var wireCall: WireCall {
    var request = request
    let mode = modes.first ?? .prompted
    var call = WireCall(
      model: model.model, request: request, mode: mode, isStreamed: isStreamed, profile: model.profile)
    if let schema = request.schema, call.needsWords {
      request.messages = ShapeNote.added(to: request.messages, schema)
      call = WireCall(
        model: model.model, request: request, mode: mode, isStreamed: isStreamed, profile: model.profile)
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
      try await tries.wait(after: failure)
    } catch {
      finish()
      throw error
    }
  }

  /// Goes on to the next mode after a provider refused this one.
  private func changesMode(after error: ModelError) -> Bool {
    guard let schema = request.schema, modes.count > 1, let mode = modes.first, mode != .prompted,
      error.kind == .schemaRejected || error.kind == .unsupported && error.detail == "mode"
    else { return false }
    ModeMemory.note(
      mode, failsFor: error.kind == .schemaRejected ? schema : nil, at: model.endpoint.base, model.model)
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

extension WireCall {
  /// Whether the model has to be told the shape in words: no grammar holds it to all of it.
  var needsWords: Bool {
    guard request.schema != nil else { return false }
    guard let projection else { return true }
    return !projection.losses.isEmpty || projection.dialect == .ollama || projection.dialect == .llamaCpp
  }
}
