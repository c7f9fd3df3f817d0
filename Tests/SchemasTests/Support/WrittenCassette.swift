import Synchronization
import TestSupport
import Testing
import Typecast
import TypecastCassettes

/// Cassettes whose answers a person wrote, and whose requests are those of the very call that a test plays them with.
enum WrittenCassette {
  /// Records an issue unless the file holds what the call comes to with these answers.
  ///
  /// - Parameter path: The cassette, from the package's folder on.
  static func expect(
    _ path: String, note: String, _ answers: ModelAnswer..., sourceLocation: SourceLocation = #_sourceLocation,
    by call: () async throws -> Void
  ) async throws {
    let recorder = CassetteRecorder()
    let script = Script(answers)
    do {
      try await CallEnvironment.with(
        clock: VirtualClock(skippingSleep: true), transport: recorder.transport(around: script), call)
    } catch is ReplyError {
      // Some calls have no better end; the test that plays the cassette says which.
    }
    #expect(script.isUsedUp, "\(path): answers are left that nobody asked for", sourceLocation: sourceLocation)
    var cassette = Cassette(.authored, note: note)
    cassette.exchanges = await recorder.finish().map { exchange in
      var exchange = exchange
      exchange.date = nil
      return exchange.withoutTimes
    }
    Golden.expect(String(decoding: try cassette.xml(), as: UTF8.self), equals: path, sourceLocation: sourceLocation)
  }

  /// Answers from a list, whatever is asked.
  private final class Script: Transport {
    private let rest: Mutex<ArraySlice<ModelAnswer>>

    init(_ answers: [ModelAnswer]) { rest = Mutex(answers[...]) }

    var isUsedUp: Bool { rest.withLock(\.isEmpty) }

    func send(_ request: HTTPRequest) async throws -> HTTPResponse {
      guard let answer = rest.withLock({ $0.popFirst() }) else {
        throw TransportError(.other, "there is no answer left")
      }
      return HTTPResponse(
        status: 200, headers: HTTPHeaders([(name: "content-type", value: answer.mediaType)]),
        body: HTTPBody(answer.pieces))
    }
  }
}
