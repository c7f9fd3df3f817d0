import Typecast

/// One answer as it is played.
struct Playback {
  private let outcome: Exchange.Outcome
  private let request: HTTPRequest
  private let pace: Pace
  private let cuts: ReplayOptions.Cuts

  init(_ outcome: Exchange.Outcome, _ options: ReplayOptions, _ request: HTTPRequest, _ clock: CallClock) {
    self.outcome = outcome
    self.request = request
    cuts = options.cuts
    pace = Pace(options.pace, request.limits, clock)
  }

  /// The answer, when its time has come; throws where there was none.
  func response() async throws -> HTTPResponse {
    switch outcome {
    case .failure(let failure):
      try await pace.wait(from: .zero, to: failure.time, pace.limits.firstByte, .firstByteTimeout)
      throw failure.error
    case .response(let response):
      try await pace.wait(from: .zero, to: response.time, pace.limits.firstByte, .firstByteTimeout)
      let chunks = cut(response.chunks)
      let headers = HTTPHeaders(response.headers.map { ($0.name, $0.value) })
      let (pace, limit) = (pace, request.bodyLimit)
      return HTTPResponse(
        status: response.status, headers: headers,
        body: HTTPBody(
          make: {
            PlayedBody(chunks: chunks[...], failure: response.failure, time: response.time, pace: pace, left: limit)
          }))
    }
  }

  private func cut(_ chunks: [RecordedResponse.Chunk]) -> [RecordedResponse.Chunk] {
    var numbers = SeededNumbers(seed: 0)
    if case .random(_, let seed) = cuts { numbers = SeededNumbers(seed: seed) }
    var length: () -> Int
    switch cuts {
    case .recorded: return chunks.filter { !$0.bytes.isEmpty }
    case .whole: length = { Int.max }
    case .every(let count): length = { max(count, 1) }
    case .random(let most, _): length = { Int.random(in: 1...max(most, 1), using: &numbers) }
    }
    // A piece comes when the last of its bytes came.
    var pieces: [RecordedResponse.Chunk] = []
    var (open, wanted) = (RecordedResponse.Chunk([]), length())
    for chunk in chunks {
      var rest = chunk.bytes[...]
      while !rest.isEmpty {
        let part = rest.prefix(wanted - open.bytes.count)
        rest = rest.dropFirst(part.count)
        open.bytes += part
        open.time = chunk.time
        if open.bytes.count == wanted {
          pieces.append(open)
          (open, wanted) = (RecordedResponse.Chunk([]), length())
        }
      }
    }
    return open.bytes.isEmpty ? pieces : pieces + [open]
  }

  /// When things come, and how long who asked waits for them.
  struct Pace: Sendable {
    let limits: TimeLimits
    private let clock: CallClock
    private let scale: Double?

    init(_ pace: ReplayOptions.Pace, _ limits: TimeLimits, _ clock: CallClock) {
      self.limits = limits
      self.clock = clock
      switch pace {
      case .atOnce: scale = nil
      case .recorded: scale = 1
      case .faster(let times): scale = times > 0 ? 1 / min(max(times, 0.001), 1_000_000) : nil
      }
    }

    /// No clock waits for longer, and durations beyond their range would trap.
    private static let longest = Duration.seconds(1_000_000_000)

    private static func scaled(_ time: Duration, _ scale: Double) -> Duration {
      min(min(time, longest) * scale, longest)
    }

    /// Waits from one recorded time to the next; throws where that takes longer than a limit.
    func wait(from start: Duration, to end: Duration, _ limit: Duration?, _ kind: TransportError.Kind) async throws {
      guard let scale, end > start else { return try Task.checkCancellation() }
      let delay = Self.scaled(end - start, scale)
      if let total = limits.total, Self.scaled(end, scale) > total {
        try await clock.sleep(max(total - Self.scaled(start, scale), .zero))
        throw TransportError(.totalTimeout, "The recorded answer took longer than \(total) in all.")
      }
      if let limit, delay > limit {
        try await clock.sleep(limit)
        throw TransportError(kind, "The recorded answer let wait for longer than \(limit).")
      }
      try await clock.sleep(delay)
    }
  }

  private struct PlayedBody: AsyncIteratorProtocol {
    var chunks: ArraySlice<RecordedResponse.Chunk>
    let failure: RecordedFailure?
    var time: Duration
    let pace: Pace
    var left: Int

    mutating func next(isolation actor: isolated (any Actor)?) async throws -> [UInt8]? {
      guard let chunk = chunks.popFirst() else {
        guard let failure else { return nil }
        try await pace.wait(from: time, to: failure.time, pace.limits.idle, .idleTimeout)
        throw failure.error
      }
      try await pace.wait(from: time, to: chunk.time, pace.limits.idle, .idleTimeout)
      time = max(time, chunk.time)
      left -= chunk.bytes.count
      guard left >= 0 else { throw TransportError(.tooLarge, "The recorded answer is longer than it may be.") }
      return chunk.bytes
    }

    mutating func next() async throws -> [UInt8]? { try await next(isolation: nil) }
  }
}
