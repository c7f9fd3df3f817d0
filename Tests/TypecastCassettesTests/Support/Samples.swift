import Foundation
import Synchronization
import Typecast

@testable import TypecastCassettes

/// A request and its answer, of which a test says what matters to it.
func sample(
  _ body: String = #"{"a":1}"#, url: String = "http://127.0.0.1:1/v1/chat", headers: [RecordedHeader] = [],
  answer: [String] = ["yes"], status: Int = 200, id: String? = nil
) -> Exchange {
  let chunks = answer.enumerated().map { RecordedResponse.Chunk(Array($1.utf8), at: .milliseconds(10 * ($0 + 1))) }
  return Exchange(
    id: id, RecordedRequest("POST", url, headers: headers, body: Array(body.utf8)),
    .response(RecordedResponse(status, at: .milliseconds(5), chunks: chunks)))
}

func request(_ body: String = #"{"a":1}"#, url: String = "http://127.0.0.1:1/v1/chat") -> HTTPRequest {
  HTTPRequest("POST", url, body: Array(body.utf8))
}

extension Transport {
  /// The whole answer as text.
  func text(_ request: HTTPRequest) async throws -> String {
    String(decoding: try await send(request).body.bytes(), as: UTF8.self)
  }
}

/// A server in the program: it counts what it is asked, and answers what a function gives.
struct LiveServer: Transport {
  let counted = Counter()
  let answer: @Sendable (HTTPRequest, Int) throws -> HTTPResponse

  final class Counter: Sendable {
    private let count = Mutex(0)
    var value: Int { count.withLock { $0 } }
    func next() -> Int {
      count.withLock {
        $0 += 1
        return $0
      }
    }
  }

  init(_ answer: @escaping @Sendable (HTTPRequest, Int) throws -> HTTPResponse) {
    self.answer = answer
  }

  init(_ pieces: [String], status: Int = 200) {
    self.init { _, _ in HTTPResponse(status: status, body: HTTPBody(pieces.map { Array($0.utf8) })) }
  }

  func send(_ request: HTTPRequest) async throws -> HTTPResponse { try answer(request, counted.next()) }
}
