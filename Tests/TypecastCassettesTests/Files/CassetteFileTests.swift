import Foundation
import TestSupport
import Testing

@testable import TypecastCassettes

@Suite("Cassettes are saved whole or not at all")
struct CassetteFileTests {
  private let folder: TemporaryFolder
  private let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.file("a/b/c.xml")
  }

  @Test("A file and its folders are made, and the same is not written again")
  func save() throws {
    let cassette = Cassette(.recorded, [sample()])
    #expect(try CassetteFile.save(cassette, to: path) == .written)
    #expect(try Cassette(path: path) == cassette)
    #expect(try CassetteFile.save(cassette, to: path) == .unchanged)
    #expect(try CassetteFile.save(Cassette(.authored, [sample()]), to: path) == .written)
    #expect(folder.names == ["a", "a/b", "a/b/c.xml"])
  }

  @Test("Secrets do not reach the disk")
  func secrets() throws {
    let key = "sk-" + "abcdef1234567890abcdef"
    let exchange = sample(
      #"{"k":"\#(key)"}"#, url: "http://u:p@h/?key=abc", headers: [RecordedHeader("authorization", "Bearer \(key)")],
      answer: ["x \(key.prefix(9))", "\(key.dropFirst(9))"])
    try CassetteFile.save(Cassette(.recorded, note: key, [exchange]), to: path)
    let text = try folder.text("a/b/c.xml")
    #expect(!text.contains("abcdef") && !text.contains("u:p") && !text.contains("=abc"))
    #expect(text.contains("REDACTED"))
  }

  @Test("A file in which a secret is left is refused, and the old one stays")
  func refused() throws {
    try CassetteFile.save(Cassette(.recorded, [sample()]), to: path)
    let before = try folder.text("a/b/c.xml")
    var blind = Redaction()
    blind.headers = []
    let scan = SecretScan(known: [("GROQ_API_KEY", "plain-secret")])
    for exchange in [
      sample("plain-secret"), sample("\u{1}plain-secret"), sample(answer: ["plain-", "secret"]),
      sample(headers: [RecordedHeader("a", "plain-secret")]), sample(url: "http://h/plain-secret"),
      sample(id: "plain-secret"),
    ] {
      let error = #expect(throws: CassetteError.self) {
        try CassetteFile.save(Cassette(.recorded, [exchange]), to: path, redaction: blind, scan: scan)
      }
      #expect(error?.description.contains("GROQ_API_KEY") == true)
      #expect(error?.description.contains("plain-secret") == false)
    }
    #expect(try folder.text("a/b/c.xml") == before)
    #expect(folder.names == ["a", "a/b", "a/b/c.xml"])
  }

  @Test("A place that can't be written to is named")
  func places() throws {
    try "file".write(toFile: folder.file("f"), atomically: true, encoding: .utf8)
    for path in [folder.file("f/x.xml"), folder.path, "/proc/no/x.xml"] {
      let error = #expect(throws: CassetteError.self) { try CassetteFile.save(Cassette(.recorded), to: path) }
      #expect(error?.path == path && error?.reason.contains("written") == true)
    }
    #expect(folder.names == ["f"])
  }

  @Test("What no XML can hold is refused before the disk is touched")
  func impossible() {
    for exchange in [sample(id: "a\u{1}"), sample(url: "http://h/\u{0}")] {
      #expect(throws: CassetteError.self) { try CassetteFile.save(Cassette(.recorded, [exchange]), to: path) }
    }
    #expect(folder.names.isEmpty)
  }

  @Test("Many save at once, and each saves whole")
  func concurrent() async throws {
    let path = path
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<40 {
        group.addTask { try CassetteFile.save(Cassette(.recorded, [sample("\(number % 7)")]), to: path) }
      }
      try await group.waitForAll()
    }
    #expect(try Cassette(path: path).exchanges.count == 1)
    #expect(folder.names == ["a", "a/b", "a/b/c.xml"])
  }

  @Test("A link stays a link, and a file keeps its rights")
  func link() throws {
    try CassetteFile.save(Cassette(.recorded, [sample()]), to: path)
    let manager = FileManager.default
    try manager.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    let link = folder.file("link.xml")
    try manager.createSymbolicLink(atPath: link, withDestinationPath: path)
    try CassetteFile.save(Cassette(.authored, [sample()]), to: link)
    #expect(try Cassette(path: path).origin == .authored)
    #expect(try manager.destinationOfSymbolicLink(atPath: link) == path)
    #expect(try manager.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
  }

  @Test("A name may be as long as names may be")
  func longName() throws {
    let long = folder.file(String(repeating: "ä", count: 125) + ".xml")
    #expect(try CassetteFile.save(Cassette(.recorded, [sample()]), to: long) == .written)
    #expect(try Cassette(path: long).exchanges.count == 1)
  }

  @Test("What is no file is refused, and nobody waits for it")
  func noFile() throws {
    let pipe = folder.file("pipe.xml")
    #expect(mkfifo(pipe, 0o600) == 0)
    for path in [pipe, "/dev/zero"] {
      let error = #expect(throws: CassetteError.self) { try Cassette(path: path) }
      #expect(error?.reason.contains("no file but a pipe or a device") == true)
    }
  }

  @Test("A body that is deep, long and in pieces is saved, whatever its layout would take")
  func deepPieces() throws {
    let body =
      String(repeating: "[", count: 500) + Array(repeating: "1", count: 15_000).joined(separator: ",")
      + String(repeating: "]", count: 500)
    let exchange = sample(answer: [String(body.prefix(10)), String(body.dropFirst(10))])
    try CassetteFile.save(Cassette(.recorded, [exchange]), to: path)
    #expect(try Cassette(path: path).exchanges == [exchange])
  }
}
