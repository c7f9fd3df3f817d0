public import Typecast

/// One request and what came of it.
public struct Exchange: Hashable, Sendable {
  /// What came of a request.
  public enum Outcome: Hashable, Sendable {
    /// A server answered, with whatever status.
    case response(RecordedResponse)
    /// There was no answer.
    case failure(RecordedFailure)
  }

  /// A name for it, where it has one.
  public var id: String?

  /// What a person wants to say about it.
  public var note: String?

  /// When it was recorded.
  public var date: RecordingDate?

  /// What was sent.
  public var request: RecordedRequest
  /// What came of it.
  public var outcome: Outcome

  /// A request together with what came of it.
  public init(
    id: String? = nil, note: String? = nil, date: RecordingDate? = nil, _ request: RecordedRequest, _ outcome: Outcome
  ) {
    self.id = id
    self.note = note
    self.date = date
    self.request = request
    self.outcome = outcome
  }

  /// The answer; nil where there was none.
  public var response: RecordedResponse? {
    if case .response(let response) = outcome { response } else { nil }
  }
}

/// A header as it was sent.
public struct RecordedHeader: Hashable, Sendable {
  /// The name, in the case in which it was sent.
  public var name: String
  /// The value.
  public var value: String

  /// A header from its name and value.
  public init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

/// What was sent.
public struct RecordedRequest: Hashable, Sendable {
  /// The method, such as `POST`.
  public var method: String
  /// The whole address.
  public var url: String
  /// The headers, in their order.
  public var headers: [RecordedHeader]
  /// The bytes of the body; empty for none.
  public var body: [UInt8]

  /// A request as it was sent.
  public init(_ method: String, _ url: String, headers: [RecordedHeader] = [], body: [UInt8] = []) {
    self.method = method
    self.url = url
    self.headers = headers
    self.body = body
  }

  /// What a cassette keeps of a request: all but its limits.
  public init(_ request: HTTPRequest) {
    self.init(
      request.method, request.url, headers: request.headers.fields.map { RecordedHeader($0.name, $0.value) },
      body: request.body)
  }
}

/// What a server answered.
public struct RecordedResponse: Hashable, Sendable {
  /// A piece of the body, as it came.
  public struct Chunk: Hashable, Sendable {
    /// The bytes of the piece.
    public var bytes: [UInt8]
    /// How long after the request.
    public var time: Duration

    /// A piece that was there so long after the request.
    public init(_ bytes: [UInt8], at time: Duration = .zero) {
      self.bytes = bytes
      self.time = time
    }
  }

  /// The status, such as 200.
  public var status: Int
  /// The headers, in their order.
  public var headers: [RecordedHeader]

  /// How long after the request the headers were there.
  public var time: Duration

  /// The body, piece by piece.
  public var chunks: [Chunk]

  /// How the body broke off, where it has no end.
  public var failure: RecordedFailure?

  /// An answer; one without a failure has come to its end.
  public init(
    _ status: Int, headers: [RecordedHeader] = [], at time: Duration = .zero, chunks: [Chunk] = [],
    failure: RecordedFailure? = nil
  ) {
    self.status = status
    self.headers = headers
    self.time = time
    self.chunks = chunks
    self.failure = failure
  }

  /// All bytes of the body.
  public var body: [UInt8] {
    var body: [UInt8] = []
    body.reserveCapacity(chunks.reduce(0) { $0 + $1.bytes.count })
    for chunk in chunks { body += chunk.bytes }
    return body
  }
}

/// A transport that failed, and when.
public struct RecordedFailure: Hashable, Sendable {
  /// What the transport threw.
  public var error: TransportError
  /// How long after the request.
  public var time: Duration

  /// A failure that came so long after the request.
  public init(_ error: TransportError, at time: Duration = .zero) {
    self.error = error
    self.time = time
  }
}

extension [RecordedHeader] {
  /// The first value of a name, whose case does not matter.
  public subscript(name: String) -> String? { HTTPHeaders(map { ($0.name, $0.value) })[name] }
}

extension Exchange {
  /// With all that happened at once: what a person writes has no times.
  package var withoutTimes: Exchange {
    var exchange = self
    switch outcome {
    case .failure(let failure): exchange.outcome = .failure(RecordedFailure(failure.error))
    case .response(var response):
      response.time = .zero
      response.failure = response.failure.map { RecordedFailure($0.error) }
      for index in response.chunks.indices { response.chunks[index].time = .zero }
      exchange.outcome = .response(response)
    }
    return exchange
  }
}
