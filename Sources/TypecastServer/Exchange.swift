import CMicroHTTPD
import Synchronization
import Typecast

/// One request and its answer, between the daemon's thread, which moves bytes, and the task that answers.
///
/// The connection rests while the daemon waits for the task. Whoever changes what it waits for wakes it, and only once.
final class Exchange: @unchecked Sendable {
  private let number: UInt64
  private let core: ServerCore
  private let connection: OpaquePointer

  // What only the daemon's thread touches.
  private var intake: RequestIntake
  private var hasHead = false
  private var isWatched = false
  private var isOfUnknownLength = false

  /// What both sides touch.
  private struct State {
    var task: Task<Void, Never>?
    /// Whether the connection rests. It may be woken only then.
    var isResting = false
    var answer: ServerAnswer?
    /// What the daemon has still to take of the last piece of the body.
    var piece = ArraySlice<UInt8>()
    /// Whether the daemon has taken all that there was.
    var isHungry = false
    /// Who waits until the daemon has.
    var puller: CheckedContinuation<Bool, Never>?
    var isWhole = false
    var broken: BrokenConnection?
    /// Whether the daemon is done with it, and the connection may be gone.
    var isOver = false
  }

  private let state = Mutex(State())

  init(_ number: UInt64, _ core: ServerCore, _ connection: OpaquePointer, target: String?) {
    self.number = number
    self.core = core
    self.connection = connection
    intake = RequestIntake(target: target, authority: core.authority, limits: core.limits)
  }

  // MARK: The daemon's side

  /// Takes the head, then pieces of the body, then the end of it; gives the answer as soon as there is one.
  func take(
    method: UnsafePointer<CChar>?, version: UnsafePointer<CChar>?, _ bytes: UnsafePointer<CChar>?,
    _ count: UnsafeMutablePointer<Int>
  ) -> MHD_Result {
    if !hasHead {
      hasHead = true
      typecast_set_idle(connection, core.limits.idleSeconds)
      core.heads?.end(connection)
      let isWorthReading = intake.takeHead(
        method.map { String(cString: $0) } ?? "", version.map { String(cString: $0) } ?? "", connection)
      return isWorthReading ? .YES : refuse()
    }
    if count.pointee > 0 {
      defer { count.pointee = 0 }
      return intake.take(UnsafeRawBufferPointer(start: bytes, count: count.pointee)) ? .YES : .NO
    }
    return intake.refusal == nil ? answerOrRest() : refuse()
  }

  private func refuse() -> MHD_Result {
    guard let refusal = intake.refusal, state.withLock({ $0.broken == nil }) else { return .NO }
    return send(refusal)
  }

  private func answerOrRest() -> MHD_Result {
    let answer: ServerAnswer? = state.withLock { state in
      if let broken = state.broken { return .broken(broken) }
      if let answer = state.answer {
        state.answer = nil
        return answer
      }
      if state.task == nil {
        let request = intake.request
        state.task = Task { await self.run(request) }
      }
      rest(&state)
      return nil
    }
    return answer.map { send($0) } ?? .YES
  }

  private func send(_ answer: ServerAnswer) -> MHD_Result {
    let response: OpaquePointer?
    switch answer.content {
    case .broken(let broken):
      breakConnection(broken)
      return .NO
    case .whole(let bytes):
      response = bytes.withUnsafeBytes { typecast_whole_response($0.count, $0.baseAddress) }
    case .stream(_, let length):
      isOfUnknownLength = length == nil
      let retained = Unmanaged.passRetained(self)
      response = MHD_create_response_from_callback(
        length.map { UInt64($0) } ?? typecast_unknown_size, 32 << 10,
        { user, _, buffer, count in
          guard let user, let buffer else { return MHD_CONTENT_READER_END_WITH_ERROR }
          return Unmanaged<Exchange>.fromOpaque(user).takeUnretainedValue().read(into: buffer, count)
        }, retained.toOpaque(), { user in user.map { Unmanaged<Exchange>.fromOpaque($0).release() } })
      if response == nil { retained.release() }
    }
    guard let response else { return .NO }
    defer { MHD_destroy_response(response) }
    for field in answer.headers.fields {
      // The library takes no value that is empty; one that is blank means the same.
      let value = field.value.isEmpty ? " " : field.value
      guard MHD_add_response_header(response, field.name, value) == .YES else { return .NO }
    }
    return MHD_queue_response(connection, UInt32(answer.status), response)
  }

  /// Gives the daemon what there is of the body.
  private func read(into buffer: UnsafeMutablePointer<CChar>, _ count: Int) -> Int {
    var puller: CheckedContinuation<Bool, Never>?
    let (result, broken) = state.withLock { state -> (Int, BrokenConnection?) in
      if let broken = state.broken { return (MHD_CONTENT_READER_END_WITH_ERROR, broken) }
      if !state.piece.isEmpty {
        let part = state.piece.prefix(count)
        part.withUnsafeBytes { UnsafeMutableRawPointer(buffer).copyMemory(from: $0.baseAddress!, byteCount: $0.count) }
        state.piece = state.piece.dropFirst(part.count)
        return (part.count, nil)
      }
      if state.isWhole { return (MHD_CONTENT_READER_END_OF_STREAM, nil) }
      puller = state.puller
      state.puller = nil
      state.isHungry = puller == nil
      rest(&state)
      return (0, nil)
    }
    if let broken { breakConnection(broken) }
    puller?.resume(returning: true)
    return result
  }

  /// Lets the other side see a break, where the daemon's closing would not show it.
  private func breakConnection(_ broken: BrokenConnection) {
    let looksWhole = isOfUnknownLength && !intake.knowsChunks
    if broken == .reset || looksWhole { typecast_reset(typecast_socket(connection)) }
  }

  /// The daemon is done with it, for whatever reason.
  func finish() {
    if isWatched { core.watch.remove(typecast_socket(connection)) }
    let (task, puller) = state.withLock { state in
      state.isOver = true
      state.answer = nil
      state.piece = []
      defer { (state.task, state.puller) = (nil, nil) }
      return (state.task, state.puller)
    }
    core.exchanges.remove(number)
    task?.cancel()
    puller?.resume(returning: false)
  }

  private func rest(_ state: inout State) {
    state.isResting = true
    MHD_suspend_connection(connection)
    if !isWatched {
      isWatched = true
      core.watch.add(typecast_socket(connection), number)
    }
  }

  // MARK: The task's side

  private func run(_ request: HTTPRequest) async {
    let answer = AnswerCheck.check(await core.handler(request))
    let isTaken = change { $0.answer = answer }
    guard isTaken, case .stream(let body, let length) = answer.content else { return }
    await pull(body, length)
  }

  /// Pulls a body, each piece when the one before is taken.
  private func pull(_ body: HTTPBody, _ length: Int?) async {
    var pieces = body.makeAsyncIterator()
    var left = length
    while await isHungry() {
      do {
        var piece = try await pieces.next()
        while piece?.isEmpty == true { piece = try await pieces.next() }
        guard let piece else {
          let isWhole = (left ?? 0) == 0
          change { if isWhole { $0.isWhole = true } else { $0.broken = .closed } }
          return
        }
        if let known = left {
          guard piece.count <= known else { throw BrokenConnection.closed }
          left = known - piece.count
        }
        change { $0.piece = piece[...] }
      } catch {
        change { $0.broken = (error as? BrokenConnection) ?? .closed }
        return
      }
    }
  }

  /// Waits until the daemon wants more; false where it will not.
  private func isHungry() async -> Bool {
    await withCheckedContinuation { continuation in
      let isHungry: Bool? = state.withLock { state in
        if state.isOver || state.broken != nil { return false }
        if state.isHungry {
          state.isHungry = false
          return true
        }
        state.puller = continuation
        return nil
      }
      if let isHungry { continuation.resume(returning: isHungry) }
    }
  }

  /// Changes what the daemon waits for, and wakes it; false where it waits no more. A task is cancelled only then, so
  /// that the end of a stream that was cancelled is not taken for a whole one.
  @discardableResult
  private func change(_ body: (inout State) -> Void) -> Bool {
    state.withLock { state in
      if state.isOver || state.broken != nil { return false }
      body(&state)
      wake(&state)
      return true
    }
  }

  private func wake(_ state: inout State) {
    guard state.isResting else { return }
    state.isResting = false
    MHD_resume_connection(connection)
  }

  // MARK: Anybody's side

  /// Ends it before its end, as the client has left, or as the server stops. The daemon then finishes it.
  func breakOff() { change { $0.broken = .closed } }
}
