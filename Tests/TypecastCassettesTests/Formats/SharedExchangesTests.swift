import TestSupport
import Testing
import TypecastJSON

@testable import TypecastCassettes

@Suite("Exchanges of the shared data survive being taken over, saved and given back", .needsTestData)
struct SharedExchangesTests {
  /// A line, as a cassette has it, and given back as lines and as an archive.
  private struct Journey {
    let source: JSONObject
    let line: JSONObject
    let imported: ImportedExchange
    let saved: Exchange

    init(_ text: [UInt8]) throws {
      source = try #require(try JSONValue(parsing: text).object)
      let cassette = try Cassette(ExchangeLine.exchange(text[...]).cassette(place: "place", named: "name").xml())
      saved = try #require(cassette.exchanges.first)
      line = try #require(
        try JSONValue(parsing: ExchangeLine.bytes(of: saved, cassette.origin, about: cassette.note)).object)
      var writer = HARWriter()
      let entry = writer.entry(of: saved, cassette.origin, about: cassette.note)
      var reader = try HARReader(writer.start(version: "1") + entry + writer.end, path: "a.har")
      let item = reader.next()
      self.imported = try #require(item).result.get()
      let more = reader.next()
      #expect(more?.index == nil)
    }

    /// What came back through the archive is what was saved.
    var isSameInArchive: Bool {
      var exchange = imported.exchange
      exchange.id = imported.id
      return exchange == saved
    }
  }

  /// The bytes of a body or chunk of a recorded line.
  private func bytes(_ value: JSONValue?) -> [UInt8]? {
    guard let value, value != .null else { return [] }
    return value["text"]?.string.map { Array($0.utf8) } ?? value["base64"]?.string.flatMap(decoded(base64:))
  }

  @Test(
    "Our own recordings: bodies byte for byte, and chunks with their times to the microsecond",
    arguments: [("ollama", 644, 3, 2355), ("llamacpp", 150, 0, 110)])
  func recorded(server: String, count: Int, refusedCount: Int, chunkCount: Int) throws {
    let lines = try TestData.lines(of: "recorded/\(server).jsonl")
    var refused: [String] = []
    var partial: [String] = []
    var chunks = 0
    for text in lines {
      let source = try #require(try JSONValue(parsing: text).object)
      let id = try #require(source["id"]?.string)
      if source["response"]?["body"]?["text_head"] != nil { partial.append(id) }
      do throws(RefusedExchange) { _ = try ExchangeLine.exchange(text[...]) } catch {
        #expect(error.reason.contains("its body is not whole"))
        refused.append(try #require(error.id))
        continue
      }
      let journey = try Journey(text)
      #expect(journey.isSameInArchive, "\(id)")
      let (line, request) = (journey.line, try #require(journey.line["request"]))
      for key in ["id", "server", "note", "error"] { #expect(line[key] == source[key], "\(id): \(key)") }
      for key in ["method", "path", "headers"] { #expect(request[key] == source["request"]?[key], "\(id): \(key)") }
      #expect(bytes(request["body"]) == bytes(source["request"]?["body"]), "\(id)")
      let (response, original) = (line["response"], source["response"])
      #expect((response == nil) == (original == nil), "\(id)")
      for key in ["status", "headers", "head_at"] { #expect(response?[key] == original?[key], "\(id): \(key)") }
      for key in ["end", "framing"] where original?[key] != nil {
        #expect(response?[key] == original?[key], "\(id): \(key)")
      }
      #expect(bytes(response?["body"]) == bytes(original?["body"]), "\(id)")
      let (came, sent) = (response?["chunks"]?.array ?? [], original?["chunks"]?.array ?? [])
      #expect(came.map { $0["t"] } == sent.map { $0["t"] }, "\(id)")
      #expect(came.map(bytes) == sent.map(bytes), "\(id)")
      chunks += came.count
    }
    #expect(lines.count == count && refused == partial && refused.count == refusedCount && chunks == chunkCount)
  }

  @Test("Recordings of others: bodies byte for byte, a sample of each provider")
  func collected() throws {
    let files = try TestData.files(below: "llm-exchanges/by-provider", suffix: ".jsonl")
    #expect(files.count == 19)
    var count = 0
    for file in files {
      for (index, text) in try TestData.lines(of: file).enumerated() where index % 10 == 0 {
        let journey = try Journey(text)
        let id = try #require(journey.source["id"]?.string)
        #expect(journey.isSameInArchive && journey.line["id"]?.string == id, "\(id)")
        for (part, key) in [("request", "request_body"), ("response", "response_body")] {
          let body = try #require(journey.source[key]?.string)
          let isBase64 = journey.source["\(key)_encoding"]?.string == "base64"
          let expected = isBase64 ? decoded(base64: body) : Array(body.utf8)
          #expect(bytes(journey.line[part]?["body"]) == expected, "\(id): \(key)")
        }
        #expect(journey.line["response"]?["status"] == journey.source["status"], "\(id)")
        count += 1
      }
    }
    #expect(count == 732)
  }
}
