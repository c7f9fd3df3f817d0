import Synchronization
public import Typecast

/// Writes down what transports carry.
///
/// It reads every answer to its end, also where who asked has heard enough, so that what is kept is whole.
public final class CassetteRecorder: Sendable {
  private struct State {
    var exchanges: [Exchange?] = []
    var open: [Int: Task<Void, Never>] = [:]
  }

  private let state = Mutex(State())

  /// A recorder that has nothing yet.
  public init() {}

  /// A transport that carries what another one does, while it is written down.
  public func transport(around base: any Transport) -> any Transport {
    RecordedTransport(base: base, recorder: self)
  }

  private struct RecordedTransport: Transport {
    let base: any Transport
    let recorder: CassetteRecorder

    func send(_ request: HTTPRequest) async throws -> HTTPResponse { try await recorder.send(request, over: base) }
  }

  private func send(_ request: HTTPRequest, over base: any Transport) async throws -> HTTPResponse {
    // Requests stand in the order in which they were sent.
    let place = state.withLock { state in
      state.exchanges.append(nil)
      return state.exchanges.count - 1
    }
    let clock = ContinuousClock()
    let (start, date) = (clock.now, RecordingDate.now)
    @Sendable func time() -> Duration { start.duration(to: clock.now) }
    @Sendable func note(_ outcome: Exchange.Outcome) {
      let exchange = Exchange(date: date, RecordedRequest(request), outcome)
      state.withLock { $0.exchanges[place] = exchange }
    }
    let response: HTTPResponse
    do {
      response = try await base.send(request)
    } catch let error as TransportError {
      note(.failure(RecordedFailure(error, at: time())))
      throw error
    }
    let head = RecordedResponse(
      response.status, headers: response.headers.fields.map { RecordedHeader($0.name, $0.value) }, at: time())
    let (pieces, feed) = AsyncThrowingStream.makeStream(of: [UInt8].self, throwing: (any Error).self)
    let reading = Task {
      var recorded = head
      do {
        for try await bytes in response.body {
          recorded.chunks.append(RecordedResponse.Chunk(bytes, at: time()))
          feed.yield(bytes)
        }
        // Many streams just end when their task is cancelled, as if they were whole.
        try Task.checkCancellation()
        feed.finish()
      } catch {
        let failure = error as? TransportError ?? TransportError(.cut, "The recording was ended before the answer was.")
        recorded.failure = RecordedFailure(failure, at: time())
        feed.finish(throwing: error)
      }
      note(.response(recorded))
      self.state.withLock { $0.open[place] = nil }
    }
    state.withLock { state in
      if state.exchanges[place] == nil { state.open[place] = reading }
    }
    return HTTPResponse(status: response.status, headers: response.headers, body: HTTPBody(pieces))
  }

  /// What was recorded, once the answers that are still coming are there or the time is over.
  public func finish(within limit: Duration = .seconds(30)) async -> [Exchange] {
    let open = state.withLock { Array($0.open.values) }
    let watch = Task {
      try await Task.sleep(for: limit)
      for reading in open { reading.cancel() }
    }
    for reading in open { await reading.value }
    watch.cancel()
    return state.withLock { $0.exchanges.compactMap { $0 } }
  }
}
