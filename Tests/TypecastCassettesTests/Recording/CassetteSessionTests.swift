import Foundation
import TestSupport
import Testing
import Typecast

@testable import TypecastCassettes

@Suite("A cassette is played, recorded, or both")
struct CassetteSessionTests {
  private let folder: TemporaryFolder
  private let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.file("c.xml")
  }

  private func open(
    _ mode: RecordMode, _ misses: MissPolicy = .fail
  ) throws -> CassetteSession {
    try CassetteSession(path: path, mode: mode, misses: misses, redaction: Redaction())
  }

  @Test(
    "Without a cassette nothing is played, and it is said how to record one", arguments: [RecordMode.never, .failed])
  func absent(mode: RecordMode) async throws {
    let error = #expect(throws: CassetteError.self) { try open(mode) }
    #expect(error?.description.contains("TYPECAST_RECORD=missing") == true)
    let live = LiveServer(["live"])
    let session = try open(mode, .live)
    #expect(try await session.transport(around: live).text(request()) == "live")
    #expect(try await session.finish(saving: true).recorded == 0)
    #expect(folder.names.isEmpty)
  }

  @Test("Every mode, with a request that is there and one that is not")
  func modes() async throws {
    for (mode, misses, known, other, saved) in [
      (RecordMode.never, MissPolicy.fail, "yes", "miss", 1), (.never, .live, "yes", "live", 1),
      (.failed, .fail, "yes", "miss", 1),
      (.failed, .live, "yes", "live", 1), (.missing, .fail, "yes", "live", 2), (.missing, .live, "yes", "live", 2),
      (.all, .fail, "live", "live", 2), (.all, .live, "live", "live", 2),
    ] {
      try CassetteFile.save(Cassette(.recorded, [sample("1")]), to: path)
      let session = try open(mode, misses)
      let transport = session.transport(around: LiveServer(["live"]))
      #expect(try await transport.text(request("1")) == known)
      do {
        #expect(try await transport.text(request("2")) == other)
      } catch is CassetteMiss {
        #expect(other == "miss")
      }
      let ending = try await session.finish(saving: true)
      #expect(ending.misses.count == (other == "miss" ? 1 : 0), "\(mode) \(misses)")
      #expect(ending.unused.isEmpty)
      #expect(try Cassette(path: path).exchanges.count == saved, "\(mode) \(misses)")
    }
  }

  @Test("Nothing is saved when the test failed")
  func failed() async throws {
    let session = try open(.all)
    _ = try await session.transport(around: LiveServer(["live"])).text(request())
    let ending = try await session.finish(saving: false)
    #expect(ending.recorded == 1 && ending.saved == nil)
    #expect(folder.names.isEmpty)
  }

  @Test("What is recorded is what was sent: pieces, times, failures, and no key")
  func recording() async throws {
    let session = try open(.missing)
    let server = LiveServer { request, number in
      if number == 2 { throw TransportError(.refused, "Nobody.") }
      let (pieces, feed) = AsyncThrowingStream.makeStream(of: [UInt8].self, throwing: (any Error).self)
      feed.yield(Array("a".utf8))
      feed.yield(Array("b".utf8))
      feed.finish(throwing: number == 3 ? TransportError(.cut, "Gone.") : nil)
      return HTTPResponse(status: 200, headers: HTTPHeaders([("X", "y")]), body: HTTPBody(pieces))
    }
    let transport = session.transport(around: server)
    var asking = request("1", url: "http://h/v?key=abc")
    asking.headers.add("authorization", "Bearer abc")
    #expect(try await transport.text(asking) == "ab")
    await #expect(throws: TransportError.self) { try await transport.text(request("2")) }
    await #expect(throws: TransportError.self) { try await transport.text(request("3")) }
    #expect(try await session.finish(saving: true).saved == .written)
    let exchanges = try Cassette(path: path).exchanges
    try #require(exchanges.count == 3)
    #expect(exchanges[0].request.url == "http://h/v?key=REDACTED")
    #expect(exchanges[0].request.headers.map(\.value) == ["REDACTED"])
    #expect(exchanges[0].response?.chunks.map(\.bytes) == [Array("a".utf8), Array("b".utf8)])
    #expect(exchanges[0].response?.headers == [RecordedHeader("X", "y")])
    #expect(exchanges[0].date != nil)
    guard case .failure(let refused) = exchanges[1].outcome else { throw TransportError(.other, "an answer") }
    #expect(refused.error == TransportError(.refused, "Nobody."))
    #expect(exchanges[2].response?.failure?.error.kind == .cut)
  }

  @Test("An answer that nobody reads to its end is recorded whole")
  func early() async throws {
    let session = try open(.all)
    let response = try await session.transport(around: LiveServer(["a", "b", "c"])).send(request())
    var pieces = response.body.makeAsyncIterator()
    #expect(try await pieces.next() == Array("a".utf8))
    _ = try await session.finish(saving: true)
    #expect(try Cassette(path: path).exchanges[0].response?.body == Array("abc".utf8))
  }

  @Test("An answer without end is given up, and said to be cut")
  func endless() async throws {
    let recorder = CassetteRecorder()
    let server = LiveServer { _, _ in HTTPResponse(status: 200, body: HTTPBody(AsyncThrowingStream { _ in })) }
    _ = try await recorder.transport(around: server).send(request())
    let exchanges = await recorder.finish(within: .milliseconds(20))
    #expect(exchanges.first?.response?.chunks.isEmpty == true)
    #expect(exchanges.first?.response?.failure?.error.kind == .cut)
  }

  @Test("Recording again changes nothing where nothing has changed")
  func again() async throws {
    func record(_ answer: String, at time: String) async throws -> CassetteFile.Result? {
      let session = try open(.all)
      let server = LiveServer { _, _ in
        HTTPResponse(
          status: 200, headers: HTTPHeaders([("Date", time), ("x", "1")]),
          body: HTTPBody([Array("{\"id\":\"\(time)\",\"text\":\"\(answer)\",\"created\":\(time)}".utf8)]))
      }
      _ = try await session.transport(around: server).text(request())
      return try await session.finish(saving: true).saved
    }
    #expect(try await record("a", at: "1") == .written)
    var named = try Cassette(path: path)
    named.exchanges[0].id = "mine"
    try CassetteFile.save(named, to: path)
    let before = try folder.text("c.xml")
    #expect(try await record("a", at: "2") == .unchanged)
    #expect(try folder.text("c.xml") == before)
    #expect(try await record("b", at: "3") == .written)
    let after = try Cassette(path: path)
    #expect(after.exchanges.count == 1 && after.exchanges[0].id == "mine")
    #expect(after.exchanges[0].response?.body == Array(#"{"id":"3","text":"b","created":3}"#.utf8))
  }

  @Test("The same stream, but for ids and times")
  func sameStream() {
    func stream(_ id: Int, _ text: String) -> Exchange {
      sample(answer: ["data: {\"id\":\(id),\"delta\":\"\(text)\"}\n\n", "data: [DONE]\n\n"])
    }
    #expect(Sameness.holds(stream(1, "a"), stream(2, "a"), Matching()))
    #expect(!Sameness.holds(stream(1, "a"), stream(1, "b"), Matching()))
    #expect(!Sameness.holds(sample(status: 200), sample(status: 201), Matching()))
  }

  @Test("What a person wrote is not recorded over", arguments: [RecordMode.missing, .all])
  func authored(mode: RecordMode) throws {
    try CassetteFile.save(Cassette(.authored, [sample()]), to: path)
    let error = #expect(throws: CassetteError.self) { try open(mode) }
    #expect(error?.reason.contains("person") == true)
  }

  @Test("A miss is not tried again, and nothing of it reaches a server")
  func miss() async throws {
    try CassetteFile.save(Cassette(.recorded, [sample("1")]), to: path)
    let server = LiveServer(["live"])
    let session = try open(.never)
    await #expect(throws: CassetteMiss.self) { try await session.transport(around: server).text(request("2")) }
    let ending = try await session.finish(saving: true)
    #expect(server.counted.value == 0)
    #expect(ending.misses.count == 1 && ending.unused == ["exchange 1, POST http://127.0.0.1:1/v1/chat"])
  }

  @Test(
    "Uses of one file in one run add to each other, whether they overlap or not", arguments: [RecordMode.missing, .all])
  func shared(mode: RecordMode) async throws {
    let run = RecordingRun()
    let path = path
    @Sendable func record(_ words: [String]) async throws {
      let session = try CassetteSession(path: path, mode: mode, redaction: Redaction())
      for word in words { _ = try await session.transport(around: EchoTransport()).text(request(word)) }
      _ = try await session.finish(saving: true, in: run)
    }
    func bodies() throws -> [String] {
      try Cassette(path: path).exchanges.map { String(decoding: $0.request.body, as: UTF8.self) }
    }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<8 { group.addTask { try await record(["\(number)", "all"]) } }
      try await group.waitForAll()
    }
    #expect(try bodies().sorted() == (0..<8).map { "\($0)" } + ["all"])
    try await record(["9"])
    #expect(try bodies().sorted() == (0..<8).map { "\($0)" } + ["9", "all"])
    // Another run of all begins anew.
    let session = try CassetteSession(path: path, mode: mode, redaction: Redaction())
    _ = try await session.transport(around: EchoTransport()).text(request("new"))
    _ = try await session.finish(saving: true)
    #expect(try bodies().count == (mode == .all ? 1 : 11))
  }

  @Test("What several uses of one run record anew, and has not changed, changes nothing")
  func sharedAndUnchanged() async throws {
    func record(_ words: [String], _ run: RecordingRun) async throws {
      let session = try open(.all)
      for word in words { _ = try await session.transport(around: EchoTransport()).text(request(word)) }
      _ = try await session.finish(saving: true, in: run)
    }
    func recordBoth() async throws -> Cassette {
      let run = RecordingRun()
      for words in [["1", "2"], ["3"]] { try await record(words, run) }
      return try Cassette(path: path)
    }
    var old = try await recordBoth()
    for index in old.exchanges.indices { old.exchanges[index].date = RecordingDate("1999-12-31T23:59:59Z") }
    try CassetteFile.save(old, to: path)
    #expect(try await recordBoth() == old)
  }

  @Test("A request that two uses of one run send is recorded once, whatever the answers")
  func sharedRequest() async throws {
    let run = RecordingRun()
    let uses = [try open(.missing), try open(.missing)]
    for (use, answer) in zip(uses, ["one", "another"]) {
      #expect(try await use.transport(around: LiveServer([answer])).text(request("same")) == answer)
      _ = try await use.finish(saving: true, in: run)
    }
    #expect(try Cassette(path: path).exchanges.map(\.response?.body) == [Array("one".utf8)])
  }

  @Test("What a use plays of another one's recording does not keep out what it records itself")
  func oneMore() async throws {
    let run = RecordingRun()
    for count in [1, 2] {
      let use = try open(.missing)
      let transport = use.transport(around: EchoTransport())
      for _ in 0..<count { _ = try await transport.text(request("same")) }
      _ = try await use.finish(saving: true, in: run)
    }
    #expect(try Cassette(path: path).exchanges.count == 2)
  }

  @Test("Where a use of a run fails, what others do not record anew stays in the file", arguments: [true, false])
  func failedOfSeveral(endsFirst: Bool) async throws {
    try CassetteFile.save(Cassette(.recorded, [sample("1"), sample("2")]), to: path)
    let run = RecordingRun()
    let uses = [try open(.all), try open(.all)]
    for (use, word) in zip(uses, ["1", "2"]) {
      _ = try await use.transport(around: EchoTransport()).text(request(word))
    }
    for use in endsFirst ? uses.reversed() : uses {
      let ending = try await use.finish(saving: use === uses[0], in: run)
      #expect((ending.saved == nil) == (use === uses[1]))
    }
    #expect(try Cassette(path: path).exchanges.map(\.response?.body) == [Array("1".utf8), Array("yes".utf8)])
  }

  @Test("It is told when comments are gone, and only then")
  func comments() async throws {
    func record(_ words: [String]) async throws -> Bool {
      let use = try open(.missing)
      for word in words { _ = try await use.transport(around: EchoTransport()).text(request(word)) }
      return try await use.finish(saving: true).lostComments
    }
    #expect(try await !record(["1"]))
    try folder.text("c.xml").replacing("<exchange", with: "<!-- mine --><exchange").write(
      toFile: path, atomically: true, encoding: .utf8)
    #expect(try await !record(["1"]))
    #expect(try await record(["2"]))
    #expect(try await !record(["3"]))
  }

  /// Answers with what it is asked.
  private struct EchoTransport: Transport {
    func send(_ request: HTTPRequest) async throws -> HTTPResponse {
      HTTPResponse(status: 200, headers: HTTPHeaders(), body: HTTPBody([request.body]))
    }
  }
}
