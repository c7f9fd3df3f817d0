import Typecast
import TypecastJSON

/// What is known of an answer that is none: what a row of an error table is compared with.
struct ErrorSignal: Sendable {
  /// The status of the answer; where that is one of success, the one that the error in it names.
  let status: Int?
  let headers: HTTPHeaders
  /// Where a request failed that got no answer.
  let transport: TransportError.Kind?
  /// Why an answer ended that is not whole.
  let finish: FinishReason?
  /// Whether the server is on this machine.
  let isLocal: Bool

  /// What the provider calls the failure: its types, codes, states and reasons, in lower case.
  let words: [String]

  /// What the provider says about it, as it says it.
  let message: String

  /// The same in lower case, for rows to look into.
  let lowerMessage: String

  /// How long the provider asks to wait in its body.
  let bodyHint: Duration?

  /// What the provider calls the request.
  let requestID: String?

  init(
    status: Int? = nil, headers: HTTPHeaders = HTTPHeaders(), body: [UInt8] = [], transport: TransportError.Kind? = nil,
    finish: FinishReason? = nil, isLocal: Bool = false
  ) {
    var envelope = ErrorEnvelope()
    envelope.read(body)
    if let name = headers["x-amzn-errortype"] { envelope.add(name.prefix { $0 != ":" }) }
    let isSuccess = status.map { (200..<300).contains($0) } ?? false
    self.status = isSuccess ? envelope.status ?? status : status
    self.headers = headers
    self.transport = transport
    self.finish = finish
    self.isLocal = isLocal
    words = envelope.words
    message = envelope.message
    // Rows look for what stands at the beginning; a text without end is not worth the time.
    lowerMessage = String(decoding: envelope.message.utf8.prefix(16 << 10), as: UTF8.self).lowercased()
    bodyHint = envelope.wait
    requestID = headers.requestID ?? envelope.requestID
  }

  /// An answer of success that is not what the provider's answers look like.
  init(malformed message: String, headers: HTTPHeaders = HTTPHeaders(), isLocal: Bool = false) {
    let body: JSONValue = ["type": .string(Self.malformed), "message": .string(message)]
    self.init(status: 200, headers: headers, body: JSONWriter().bytes(of: body), isLocal: isLocal)
  }

  /// The word that stands for an answer whose form is wrong. No provider says it.
  static let malformed = "malformed_answer"

  /// How long the provider asks to wait in any way.
  ///
  /// - Parameters:
  ///   - now: The time in seconds since 1970, for answers that tell a date without saying what time it is.
  func wait(now: Int?) -> Duration? {
    RetryHint.header(headers, now: now) ?? bodyHint ?? RetryHint.said(message)
  }
}
