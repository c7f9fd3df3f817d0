import Synchronization
import Typecast

/// A transport that answers from a list, and keeps what it was sent.
final class ScriptedTransport: Transport {
  typealias Answer = @Sendable (HTTPRequest) throws -> HTTPResponse

  private let state: Mutex<(answers: ArraySlice<Answer>, requests: [HTTPRequest])>

  init(_ answers: [Answer]) {
    state = Mutex((answers[...], []))
  }

  convenience init(_ answers: Answer...) { self.init(answers) }

  var requests: [HTTPRequest] { state.withLock { $0.requests } }

  func send(_ request: HTTPRequest) async throws -> HTTPResponse {
    let answer = state.withLock { state in
      state.requests.append(request)
      return state.answers.popFirst()
    }
    guard let answer else { throw TransportError(.other, "the script has no answer left") }
    return try answer(request)
  }

  /// An answer of JSON or other text.
  static func text(
    _ text: String, status: Int = 200, _ headers: [(name: String, value: String)] = [],
    type: String = "application/json"
  ) -> Answer {
    pieces([Array(text.utf8)], status: status, headers, type: type)
  }

  /// An answer in pieces.
  static func pieces(
    _ pieces: [[UInt8]], status: Int = 200, _ headers: [(name: String, value: String)] = [],
    type: String = "application/x-ndjson"
  ) -> Answer {
    { _ in
      HTTPResponse(
        status: status, headers: HTTPHeaders([(name: "content-type", value: type)] + headers), body: HTTPBody(pieces))
    }
  }

  static func failure(_ kind: TransportError.Kind) -> Answer {
    { _ in throw TransportError(kind, "it did not work") }
  }
}
