import Foundation
import TestSupport
import Testing
import Typecast
import TypecastJSON

@testable import TypecastModels

/// Every failure of the shared data gets the row that people who read it agreed on.
///
/// The golden holds counts and names of rows, no text of the data. With `TYPECAST_SHOW_ERRORS=1` the rows are printed with
/// the beginnings of what they were given for, to be read again.
@Suite("Verdicts on real failures", .needsTestData)
struct ErrorCorpusGoldenTests {
  private struct Failure {
    let provider: String
    let url: String
    let status: Int
    let headers: HTTPHeaders
    let body: [UInt8]
  }

  /// What is no failure of its own: a status of success without an error in it.
  private static func exchanges() throws -> [Failure] {
    let folder = "llm-exchanges/by-provider/"
    let names = try TestData.files(below: folder, suffix: ".jsonl").compactMap {
      $0.split(separator: "/").last?.dropLast(6)
    }
    var exchanges = try Exchange.reported()
    for name in names { exchanges += try Exchange.all(of: String(name)) }
    return exchanges.filter { $0.status >= 400 || $0.tags.contains("error_in_200") }.map {
      Failure(provider: $0.provider, url: $0.url, status: $0.status, headers: $0.headers, body: $0.body)
    }
  }

  private static func recordings() throws -> [Failure] {
    let error = Array("\"error\":\"".utf8)
    let object = Array("\"error\":{".utf8)
    return try ["ollama", "llamacpp"].flatMap { server in
      try Recording.all(in: "\(server).jsonl").filter {
        $0.status >= 400 || $0.body.holds(error) || $0.body.holds(object)
      }.map {
        Failure(
          provider: server, url: "http://127.0.0.1\($0.path)", status: $0.status, headers: HTTPHeaders(), body: $0.body)
      }
    }
  }

  /// Whether a row says no more than that something of a sort went wrong.
  private static func isGeneral(_ row: String) -> Bool {
    row == "ok" || row.contains(".status.") || row.hasSuffix(".request") || row.hasSuffix(".inAnswer")
  }

  /// How often a row was given for a provider's failures, as lines.
  private func table(of failures: [Failure], _ title: String) -> String {
    let shows = ProcessInfo.processInfo.environment["TYPECAST_SHOW_ERRORS"] == "1"
    var counts: [String: Int] = [:]
    var shares: [String: (own: Int, all: Int)] = [:]
    var seen: [String: Int] = [:]
    for failure in failures {
      let verdict = Classification(
        provider: failure.provider, url: failure.url, status: failure.status, headers: failure.headers,
        body: failure.body)
      let row = verdict.row ?? "ok"
      counts["\(failure.provider) \(failure.status) \(row)", default: 0] += 1
      shares[failure.provider, default: (0, 0)].all += 1
      if !Self.isGeneral(row) { shares[failure.provider, default: (0, 0)].own += 1 }
      if shows {
        let wait = verdict.retryAfter.map { " after \($0)" } ?? ""
        let kind = (verdict.kind?.rawValue ?? "none") + (verdict.detail.map { "/\($0)" } ?? "")
        let message = ErrorSignal(status: failure.status, headers: failure.headers, body: failure.body).message
        let said = failure.status < 400 ? "\(verdict.outcome) of \(failure.url.suffix(30))" : message.excerpt(170)
        let line =
          "\(failure.provider) \(failure.status) \(row) = \(kind) \(verdict.mayRetry ? "retry" : "-")\(wait) <- \(said)"
        seen[line, default: 0] += 1
      }
    }
    for (line, count) in seen.sorted(by: { $0.key < $1.key }) { print("SHOW \(count) \(line)") }
    for (provider, share) in shares.sorted(by: { $0.key < $1.key }) {
      print("\(title) of \(provider): \(share.all) failures, \(share.own) by a row of what it is")
    }
    return counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)\n" }.joined()
  }

  @Test("Exchanges of others")
  func others() throws {
    let failures = try Self.exchanges()
    #expect(failures.count > 200)
    compare(failures, "Exchanges", "Golden/errors/exchanges.txt")
  }

  @Test("Our recordings")
  func ours() throws {
    let failures = try Self.recordings()
    #expect(failures.count > 230)
    compare(failures, "Recordings", "Golden/errors/recordings.txt")
  }

  /// Compares with the golden, where the data is that of which the golden was made.
  private func compare(_ failures: [Failure], _ title: String, _ path: String) {
    let table = table(of: failures, title)
    let known = ((try? PackageRoot.text(of: path)) ?? "").split(separator: "\n").reduce(0) { sum, line in
      sum + (line.split(separator: " ").last.flatMap { Int($0) } ?? 0)
    }
    if known == failures.count || known == 0 || ProcessInfo.processInfo.environment["TYPECAST_GOLDEN"] == "write" {
      Golden.expect(table, equals: path)
    } else {
      // Another part of the data may be here. Who demands the data wants to know that its rows were compared.
      let words = """
        \(title): \(failures.count) failures, and \(path) was made of \(known); rows are counted, not compared. If this is \
        another part of the data, run without TYPECAST_REQUIRE_DATA=1, or with TYPECAST_GOLDEN=write and read what changes.
        """
      print(words)
      #expect(!TestData.isRequired, Comment(rawValue: words))
    }
    let general = failures.count { failure in
      Self.isGeneral(
        Classification(
          provider: failure.provider, url: failure.url, status: failure.status, headers: failure.headers,
          body: failure.body
        ).row ?? "ok")
    }
    #expect(general * 3 < failures.count, "\(general) of \(failures.count) have no row of what they are")
  }
}

extension [UInt8] {
  /// Whether these bytes stand in others.
  fileprivate func holds(_ part: [UInt8]) -> Bool {
    guard let first = part.first, count >= part.count else { return false }
    return (0...(count - part.count)).contains { self[$0] == first && self[$0..<($0 + part.count)].elementsEqual(part) }
  }
}
