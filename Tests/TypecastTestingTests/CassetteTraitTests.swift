import Foundation
import Synchronization
import Testing
import Typecast
import TypecastCassettes

@testable import TypecastTesting

@Suite("The trait plays, records and tells")
struct CassetteTraitTests {
  private let path = FileManager.default.temporaryDirectory.appendingPathComponent("trait-\(UUID().uuidString).xml")
    .path

  /// What a server says that is really there.
  private struct Live: Transport {
    let text: String
    func send(_ request: HTTPRequest) async throws -> HTTPResponse {
      HTTPResponse(status: 200, body: HTTPBody([Array(text.utf8)]))
    }
  }

  private static func ask(_ body: String, live: String = "live") async throws -> String {
    let transport = CallEnvironment.current.transport(Live(text: live))
    let response = try await transport.send(HTTPRequest("POST", "http://127.0.0.1/x", body: Array(body.utf8)))
    return String(decoding: try await response.body.bytes(), as: UTF8.self)
  }

  private func write(_ answers: [(body: String, answer: String)], _ origin: Cassette.Origin = .recorded) throws {
    let exchanges = answers.map { body, answer in
      Exchange(
        RecordedRequest("POST", "http://127.0.0.1/x", body: Array(body.utf8)),
        .response(RecordedResponse(200, chunks: [RecordedResponse.Chunk(Array(answer.utf8))])))
    }
    try CassetteFile.save(Cassette(origin, exchanges), to: path)
  }

  private var answers: [String] {
    get throws { try Cassette(path: path).exchanges.map { String(decoding: $0.response?.body ?? [], as: UTF8.self) } }
  }

  /// What the test that carries the trait is told.
  private func told(
    _ mode: RecordMode, _ misses: MissPolicy = .fail, allowsUnused: Bool = false,
    _ function: @Sendable @escaping () async throws -> Void
  ) async -> [String] {
    let told = Mutex<[String]>([])
    let trait = CassetteTrait.cassette("x", allowsUnused: allowsUnused, redaction: Redaction())
    let here = #_sourceLocation
    await withKnownIssue(isIntermittent: true) {
      do { try await trait.perform(function, at: path, mode, misses, here) } catch {
        told.withLock { $0.append("\(error)") }
      }
    } matching: { issue in
      // What the test says of itself has another place.
      if let text = issue.comments.first?.rawValue, text.contains(path), issue.sourceLocation != here { return false }
      told.withLock { $0.append(issue.comments.first?.rawValue ?? "\(issue)") }
      return true
    }
    return told.withLock { $0 }
  }

  @Test("What was recorded is played, and nothing is told")
  func plays() async throws {
    try write([("1", "one")])
    let told = await told(.never) {
      let answer = try await Self.ask("1")
      if answer != "one" { Issue.record("\(answer)") }
    }
    #expect(told.isEmpty)
  }

  @Test("A miss fails the test even where its error is swallowed")
  func miss() async throws {
    try write([("1", "one")])
    let told = await told(.never) { _ = try? await Self.ask("2") }
    #expect(told.count == 1 && told[0].contains("1 bytes were sent, 1 others recorded"), "\(told)")
  }

  @Test("A miss that the test throws is told once")
  func thrownMiss() async throws {
    try write([("1", "one")])
    #expect(await told(.never) { _ = try await Self.ask("2") }.count == 1)
  }

  @Test("An exchange that nobody asks for fails the test, unless that is allowed")
  func unused() async throws {
    try write([("1", "one"), ("2", "two")])
    #expect(await told(.never) { _ = try await Self.ask("1") }.first?.contains("exchange 2") == true)
    #expect(await told(.never, allowsUnused: true) { _ = try await Self.ask("1") }.isEmpty)
  }

  @Test("Waits take no time when nothing is live")
  func clock() async throws {
    try write([])
    let told = await told(.never) { try await CallEnvironment.current.clock.sleep(.seconds(3_000)) }
    #expect(told.isEmpty)
  }

  @Test("What is missing is recorded, and the test that did it fails once")
  func records() async throws {
    let first = await told(.missing) { _ = try await Self.ask("1") }
    #expect(first.count == 1 && first[0].contains("1 exchange was recorded. Look at the file"))
    #expect(try answers == ["live"])
    #expect(await told(.missing) { _ = try await Self.ask("1") }.isEmpty)
    #expect(await told(.never) { _ = try await Self.ask("1") }.isEmpty)
  }

  @Test("Nothing is saved when the test itself failed, by an error or by an expectation")
  func failed() async throws {
    struct Failure: Error {}
    let thrown = await told(.all) {
      _ = try await Self.ask("1")
      throw Failure()
    }
    #expect(thrown.contains { $0.contains("not saved") })
    let expected = await told(.all) {
      _ = try await Self.ask("1")
      Issue.record("wrong")
    }
    #expect(expected.contains { $0.contains("not saved") } && expected.contains("wrong"))
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test("A test that fails with what was recorded is recorded anew, where that is asked for")
  func failedMode() async throws {
    try write([("1", "old")])
    let told = await told(.failed) {
      guard try await Self.ask("1") == "live" else { throw TransportError(.other, "old") }
    }
    #expect(told.count == 1 && told[0].contains("1 exchange was recorded"), "\(told)")
    #expect(try answers == ["live"])
    #expect(await self.told(.failed) { _ = try await Self.ask("1") }.isEmpty)
  }

  @Test("Without a file nothing failed before, and all is recorded")
  func failedWithoutFile() async throws {
    let told = await told(.failed) { _ = try await Self.ask("1") }
    #expect(told.count == 1 && told[0].hasPrefix("\(path): 1 exchange was recorded."), "\(told)")
    #expect(try answers == ["live"])
  }

  @Test("A test that leaves an exchange fails with what was recorded, and is recorded anew")
  func failedByUnused() async throws {
    try write([("1", "one"), ("2", "two")])
    let told = await told(.failed) { _ = try await Self.ask("1") }
    #expect(told.count == 1 && told[0].contains("The test fails with what was recorded before"), "\(told)")
    #expect(try answers == ["live"])
  }

  @Test("What others that share the file ask for stays when one of them is recorded anew")
  func failedOfSeveral() async throws {
    try write([("1", "one"), ("2", "two"), ("3", "three")])
    for number in ["2", "3"] {
      let told = await told(.failed, allowsUnused: true) {
        guard try await Self.ask(number) == "live" else { throw TransportError(.other, "old") }
      }
      #expect(told.count == 1, "\(told)")
    }
    #expect(try answers == ["one", "live", "live"])
  }

  @Test("What a test did not reach at first is recorded anew in its place, too")
  func failedEarly() async throws {
    try write([("2", "two"), ("1", "one"), ("3", "three")])
    _ = await told(.failed, allowsUnused: true) {
      guard try await Self.ask("1") == "live" else { throw TransportError(.other, "old") }
      _ = try await Self.ask("2")
    }
    #expect(try answers == ["live", "live", "three"])
  }

  @Test("What a person wrote is not recorded anew, and the test says why it fails")
  func failedOfPerson() async throws {
    try write([("1", "one")], .authored)
    let told = await told(.failed) {
      _ = try await Self.ask("1")
      throw TransportError(.other, "the first error")
    }
    #expect(told.count == 2 && told[0].contains("a person wrote it") && told[1].contains("the first error"), "\(told)")
    #expect(try answers == ["one"])
  }

  @Test("A file that is broken is named with what to do, however the test is run", arguments: RecordMode.allCases)
  func broken(mode: RecordMode) async throws {
    try "<cassette>".write(toFile: path, atomically: true, encoding: .utf8)
    let told = await told(mode) { _ = try await Self.ask("1") }
    #expect(told.count == 1 && told[0].contains("remove it and record it again"), "\(told)")
  }

  @Test("Names that are none", arguments: ["", "/a", "a/", "a//b", "../a", "a/.b", "a.xml", "a\\b", "a\n"])
  func badNames(name: String) throws {
    let error = #expect(throws: TestedPackage.NoPackage.self) {
      try TestedPackage.path(ofCassette: name, for: #filePath)
    }
    #expect(error?.reason.contains("is no name of a cassette") == true)
  }

  @Test("Without a cassette the test says how to get one")
  func absent() async {
    #expect(await told(.never) { _ = try await Self.ask("1") }.first?.contains("TYPECAST_RECORD=missing") == true)
  }

  @Test("A cassette is in the package of its test, and nowhere else")
  func places() throws {
    #expect(try TestedPackage.path(ofCassette: "a/b c", for: #filePath).hasSuffix("/Golden/cassettes/a/b c.xml"))
    #expect(throws: TestedPackage.NoPackage.self) { try TestedPackage.path(of: "a", for: "/nowhere/at/all.swift") }
  }
}
