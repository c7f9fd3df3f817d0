import CCurl
import Synchronization
import Typecast

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// One request on its way, between the loop's thread, which brings bytes, and the task that reads them.
final class Transfer: @unchecked Sendable {
  let request: HTTPRequest
  let address: Address
  var limits: TimeLimits { request.limits }
  let options: CurlTransport.Options
  private let loop: CurlLoop
  /// When all of it began, which may be before this request of it.
  private let start: Duration

  /// What both sides touch.
  private struct State {
    var head: HTTPHead?
    var headWaiter: CheckedContinuation<HTTPHead, any Error>?
    var chunks: [[UInt8]] = []
    /// How many of the chunks were read.
    var read = 0
    var waitingBytes = 0
    var reader: CheckedContinuation<[UInt8]?, any Error>?
    var isPaused = false
    var end: Result<Void, any Error>?

    /// The next chunk that was not read. What was read goes, however much there always is behind it.
    mutating func takeChunk() -> [UInt8] {
      var chunk: [UInt8] = []
      swap(&chunk, &chunks[read])
      read += 1
      if read * 2 >= chunks.count {
        chunks.removeFirst(read)
        read = 0
      }
      waitingBytes -= chunk.count
      return chunk
    }
  }

  private let state = Mutex(State())

  // What only the loop's thread touches.
  var handle: EasyHandle?
  private var headReader = HeadReader()
  private var hasHead = false
  private var bodyBytes = 0
  private var isPausedHere = false
  private var connected: Duration?
  private var lastActivity: Duration?
  private var ownFailure: TransportError?
  private var lacksFiles = false
  private var meetsProxy = false

  /// How many bytes may wait for who reads them, before the other side has to wait.
  private static let mostWaiting = 256 << 10

  init(
    _ request: HTTPRequest, _ address: Address, _ options: CurlTransport.Options, _ loop: CurlLoop, start: Duration
  ) {
    self.request = request
    self.address = address
    self.options = options
    self.loop = loop
    self.start = start
  }

  // MARK: The reader's side

  /// Sends the request, and waits for the head of the answer.
  func response() async throws -> HTTPResponse {
    // Whoever drops the body ends the transfer.
    let body = TransferBody(self)
    let head = try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<HTTPHead, any Error>) in
        let isCancelled = state.withLock { state in
          if Task.isCancelled || state.end != nil { return true }
          state.headWaiter = continuation
          return false
        }
        if isCancelled { return continuation.resume(throwing: CancellationError()) }
        loop.push(.start(self))
      }
    } onCancel: {
      cancel()
    }
    return HTTPResponse(
      status: head.status, headers: head.headers, body: HTTPBody(make: { TransferBody.Iterator(body: body) }))
  }

  /// The next bytes of the body; nil behind its end.
  func next() async throws -> [UInt8]? {
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<[UInt8]?, any Error>) in
        var resumes = false
        let outcome: Result<[UInt8]?, any Error>? = state.withLock { state in
          if Task.isCancelled { return .failure(CancellationError()) }
          if state.read < state.chunks.count {
            let chunk = state.takeChunk()
            if state.isPaused, state.waitingBytes <= Self.mostWaiting / 4 {
              state.isPaused = false
              resumes = true
            }
            return .success(chunk)
          }
          if let end = state.end { return end.map { nil } }
          // Two tasks can't read one body.
          guard state.reader == nil else {
            return .failure(TransportError(.badRequest, "The body is being read already."))
          }
          state.reader = continuation
          return nil
        }
        if resumes { loop.push(.resume(self)) }
        if let outcome { continuation.resume(with: outcome) }
      }
    } onCancel: {
      cancel()
    }
  }

  /// Breaks off what has not ended.
  func cancel() {
    let (headWaiter, reader, isNews) = state.withLock { state in
      guard state.end == nil else {
        return (
          nil as CheckedContinuation<HTTPHead, any Error>?, nil as CheckedContinuation<[UInt8]?, any Error>?, false
        )
      }
      state.end = .failure(CancellationError())
      state.chunks = []
      state.read = 0
      defer { (state.headWaiter, state.reader) = (nil, nil) }
      return (state.headWaiter, state.reader, true)
    }
    headWaiter?.resume(throwing: CancellationError())
    reader?.resume(throwing: CancellationError())
    if isNews { loop.push(.cancel(self)) }
  }

  // MARK: The loop's side

  static func at(_ user: UnsafeMutableRawPointer?) -> Transfer? {
    user.map { Unmanaged<Transfer>.fromOpaque($0).takeUnretainedValue() }
  }

  var isOver: Bool { state.withLock { $0.end != nil } }

  func noteActivity(at time: Duration) {
    isPausedHere = false
    if lastActivity != nil { lastActivity = time }
  }

  /// The connection stands, and the request is about to leave.
  func noteConnection() {
    connected = loop.now
    loop.check(by: deadline)
  }

  /// Opens a socket for a connection.
  func open(_ address: UnsafeMutablePointer<curl_sockaddr>) -> curl_socket_t {
    // Who is connected to at another port stands between.
    meetsProxy = Int(typecast_port(address)) != self.address.port
    let socket = typecast_open_socket(address)
    if socket == CURL_SOCKET_BAD { noteNoSocket(errno) }
    return socket
  }

  /// The system gave no socket. libcurl says only that nobody could be reached.
  func noteNoSocket(_ code: Int32) {
    if code == EMFILE || code == ENFILE { lacksFiles = true }
  }

  /// Takes a line of a head; how many bytes were taken.
  func take(header bytes: UnsafeMutablePointer<CChar>?, _ count: Int) -> Int {
    guard let bytes else { return count }
    var isLast = false
    if hasHead {
      headReader.pass(count)
    } else {
      isLast = bytes.withMemoryRebound(to: UInt8.self, capacity: count) { bytes in
        headReader.take(UnsafeBufferPointer(start: bytes, count: count))
      }
    }
    // An informational head is no beginning of an answer.
    if headReader.status >= 200 {
      let isFirst = lastActivity == nil
      lastActivity = loop.now
      if isFirst { loop.check(by: deadline) }
    }
    if headReader.isTooLong {
      ownFailure = TransportError(
        .tooLarge, "The headers of the answer of \(address.name) have more than \(HeadReader.mostBytes) bytes.")
      return 0
    }
    if isLast {
      hasHead = true
      let head = HTTPHead(status: headReader.status, headers: headReader.headersOfDecodedBody)
      let waiter = state.withLock { state in
        state.head = head
        defer { state.headWaiter = nil }
        return state.headWaiter
      }
      waiter?.resume(returning: head)
    }
    return count
  }

  /// Takes bytes of the body; how many were taken.
  func take(body bytes: UnsafeMutablePointer<CChar>?, _ count: Int) -> Int {
    lastActivity = loop.now
    guard let bytes, count > 0 else { return count }
    // What comes without a head is no answer.
    guard hasHead else {
      ownFailure = TransportError(.malformed, "\(address.name) answered with something that is no HTTP.")
      return 0
    }
    guard count <= request.bodyLimit - bodyBytes else {
      ownFailure = TransportError(
        .tooLarge, "The answer of \(address.name) has more than \(request.bodyLimit) bytes, which is its limit.")
      return 0
    }
    let outcome: (reader: CheckedContinuation<[UInt8]?, any Error>?, chunk: [UInt8])? = state.withLock { state in
      if state.waitingBytes >= Self.mostWaiting {
        state.isPaused = true
        return nil
      }
      let chunk = bytes.withMemoryRebound(to: UInt8.self, capacity: count) { bytes in
        [UInt8](UnsafeBufferPointer(start: bytes, count: count))
      }
      guard state.end == nil else { return (nil, []) }
      if let reader = state.reader {
        state.reader = nil
        return (reader, chunk)
      }
      state.chunks.append(chunk)
      state.waitingBytes += count
      return (nil, [])
    }
    guard let outcome else {
      isPausedHere = true
      return typecast_write_pause
    }
    bodyBytes += count
    outcome.reader?.resume(returning: outcome.chunk)
    return count
  }

  /// Ends it for who waits and for who will read.
  func finish(_ end: Result<Void, any Error>) {
    let (headWaiter, reader, end) = state.withLock { state in
      let end = state.end ?? end
      state.end = end
      defer { (state.headWaiter, state.reader) = (nil, nil) }
      return (state.headWaiter, state.reader, end)
    }
    reader?.resume(with: end.map { nil })
    guard let headWaiter else { return }
    switch end {
    case .failure(let error): headWaiter.resume(throwing: error)
    case .success:
      headWaiter.resume(
        throwing: TransportError(.malformed, "\(address.name) answered with something that is no HTTP."))
    }
  }

  // MARK: Limits of time

  /// When the next limit runs out; nil for never.
  var deadline: Duration? {
    [limits.total.map { start + $0 }, phaseDeadline].compactMap { $0 }.min()
  }

  private var phaseDeadline: Duration? {
    if let lastActivity { return isPausedHere ? nil : limits.idle.map { lastActivity + $0 } }
    return connected.flatMap { connected in limits.firstByte.map { connected + $0 } }
  }

  /// The limit that has run out; nil where none has.
  func limitReached(at now: Duration) -> TransportError? {
    if let total = limits.total, now >= start + total {
      return TransportError(
        .totalTimeout, "The answer of \(address.name) was not whole after \(total.short); raise timeLimits.total.")
    }
    guard let phaseDeadline, now >= phaseDeadline else { return nil }
    if lastActivity == nil {
      return TransportError(
        .firstByteTimeout,
        "\(address.name) began no answer in \((limits.firstByte ?? .zero).short); raise timeLimits.firstByte.")
    }
    return TransportError(
      .idleTimeout,
      "The answer of \(address.name) stopped for \((limits.idle ?? .zero).short); raise timeLimits.idle.")
  }

  /// What a result of libcurl means here; nil for success.
  func failure(for code: CURLcode) -> TransportError? {
    if let ownFailure { return ownFailure }
    if code == CURLE_COULDNT_CONNECT, lacksFiles {
      return TransportError(
        .other,
        "No connection to \(address.name): too many files and connections are open; ask fewer at once, or raise the "
          + "limit (ulimit -n).")
    }
    if code == CURLE_COULDNT_CONNECT, meetsProxy {
      return TransportError(
        .other,
        "The proxy for \(address.name) does not answer; look at https_proxy or its like, or name the host in no_proxy.")
    }
    if code != CURLE_OK, let failure = CurlFailure.error(forProxyStatus: handle?.proxyStatus ?? 0, at: address) {
      return failure
    }
    return CurlFailure.error(for: code, at: address, hasHead: hasHead, limits)
  }
}

/// The head of an answer.
struct HTTPHead: Sendable {
  let status: Int
  let headers: HTTPHeaders
}
