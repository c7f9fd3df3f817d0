import Synchronization
public import Typecast

/// A transport that answers out of a cassette. It needs no network, no key and no time.
public final class CassettePlayer: Transport {
  private let deck: Deck
  private let options: ReplayOptions
  private let redaction: Redaction
  private let sent = Atomic(0)

  /// Plays a cassette, which messages call by the path.
  public init(
    _ cassette: Cassette, path: String? = nil, matching: Matching = Matching(),
    options: ReplayOptions = ReplayOptions(),
    redaction: Redaction = .standard
  ) {
    deck = Deck(cassette.exchanges, matching, path: path)
    self.options = options
    self.redaction = redaction
  }

  /// The exchanges that nobody asked for, each with its place from 0.
  public var unused: [(place: Int, exchange: Exchange)] { deck.unused }

  /// The first hundred requests that nothing was recorded for, without their bodies.
  public var misses: [CassetteMiss] { deck.misses }

  public func send(_ request: HTTPRequest) async throws -> HTTPResponse {
    let number = sent.wrappingAdd(1, ordering: .relaxed).newValue
    try Task.checkCancellation()
    let faults = options.faults.filter { $0.requests.contains(number) }
    let breaks = faults.contains { !$0.isDelay }
    // A request that goes wrong is sent again, and gets then what was recorded.
    let exchange = try deck.take(redaction.redacted(RecordedRequest(request)), plays: !breaks)
    let outcome = faults.reduce(exchange.outcome) { $1.changing($0) }
    return try await Playback(outcome, options, request, CallEnvironment.current.clock).response()
  }
}

extension Fault {
  /// What comes of a request that it happens to.
  func changing(_ outcome: Exchange.Outcome) -> Exchange.Outcome {
    switch (kind, outcome) {
    case (.reset, _):
      return .failure(RecordedFailure(TransportError(.reset, "The connection was reset, as was asked for.")))
    case (.status(let status, let headers, let body), _):
      let type = headers["content-type"] == nil ? [RecordedHeader("content-type", "application/json")] : []
      return .response(
        RecordedResponse(status, headers: headers + type, chunks: [RecordedResponse.Chunk(Array(body.utf8))]))
    case (.delay(let delay), .failure(var failure)):
      failure.time += delay
      return .failure(failure)
    case (.delay(let delay), .response(var response)):
      response.time += delay
      for index in response.chunks.indices { response.chunks[index].time += delay }
      response.failure?.time += delay
      return .response(response)
    case (.cut(let length), .response(var response)):
      var left = length
      for index in response.chunks.indices {
        response.chunks[index].bytes = Array(response.chunks[index].bytes.prefix(max(left, 0)))
        left -= response.chunks[index].bytes.count
      }
      let time = response.chunks.last?.time ?? response.time
      response.failure = RecordedFailure(
        TransportError(.cut, "The answer broke off behind \(length) bytes, as was asked for."), at: time)
      return .response(response)
    case (.garbage(let seed), .response(var response)):
      var numbers = SeededNumbers(seed: seed)
      for index in response.chunks.indices {
        response.chunks[index].bytes = response.chunks[index].bytes.map { _ in
          UInt8.random(in: 0...255, using: &numbers)
        }
      }
      return .response(response)
    case (.cut, .failure), (.garbage, .failure): return outcome
    }
  }
}
