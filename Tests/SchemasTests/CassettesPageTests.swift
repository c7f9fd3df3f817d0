import Schemas
import TestSupport
import Testing
import Typecast
import TypecastCassettes
import TypecastTesting

/// The Swift of Documentation/cassettes.md; its first block is a file, `CassettesPageExample.swift`.
@Suite("The page on cassettes")
struct CassettesPageTests {
  @Test("Every block of the page is in these files, and so is compiled and run")
  func page() throws {
    try PageBlocks.expect(
      "Documentation/cassettes.md", in: "Tests/SchemasTests/CassettesPageExample.swift",
      "Tests/SchemasTests/CassettesPageTests.swift", count: 4)
  }

  @Test("The cassette of the page is what the client makes of it")
  func written() async throws {
    try await WrittenCassette.expect(
      "Golden/cassettes/ollama/invoice.xml", note: "The answer to the first test of Documentation/cassettes.md.",
      .ollama(
        """
        {"number": "T-7", "issued": "2026-11-26", "currency": "EUR", "seller": {"name": "Tea & Leaf"}, \
        "customer": {"name": "Ada"}, \
        "lines": [{"description": "Tea", "quantity": 2, "unit": "bag", "unitPrice": 1.5, "amount": 3}], \
        "net": 3, "tax": 0.75, "total": 3.75}
        """)
    ) { try await invoiceOfTea() }
  }

  @Test(.cassette("ollama/invoice", matching: Matching(isOrdered: true), options: ReplayOptions(cuts: .every(1))))
  func invoiceByteByByte() async throws { try await invoiceOfTea() }

  private static func exchange(_ id: Int, _ headers: [RecordedHeader] = [], answer: String) -> Exchange {
    Exchange(
      RecordedRequest(
        "POST", "http://127.0.0.1/", headers: headers, body: Array(#"{"messages":[{"id":\#(id)}]}"#.utf8)),
      .response(RecordedResponse(200, chunks: [RecordedResponse.Chunk(Array(answer.utf8), at: .seconds(10))])))
  }

  private static func request(_ id: Int, version: String = "1") -> HTTPRequest {
    let request = exchange(id, answer: "").request
    return HTTPRequest(
      request.method, request.url, headers: HTTPHeaders([("anthropic-version", version)]), body: request.body)
  }

  @Test("What the page changes of matching is changed")
  func matchingOfThePage() async throws {
    let matching = Matching(headers: ["anthropic-version"], ignoredPaths: ["/messages/*/id"], isOrdered: true)
    let header = [RecordedHeader("anthropic-version", "1")]
    let cassette = Cassette(
      .authored, [Self.exchange(1, header, answer: "one"), Self.exchange(2, header, answer: "two")])
    let player = CassettePlayer(cassette, matching: matching)
    let miss = await #expect(throws: CassetteMiss.self) { try await player.send(Self.request(1, version: "2")) }
    #expect(miss?.reason.contains("header anthropic-version") == true)
    for (id, answer) in [(7, "one"), (8, "two")] {
      #expect(try await player.send(Self.request(id)).body.bytes() == Array(answer.utf8))
    }
  }

  @Test("What the page lets go wrong goes wrong")
  func optionsOfThePage() async throws {
    let options = ReplayOptions(
      pace: .faster(10), cuts: .random(upTo: 7, seed: 1),
      faults: [
        Fault(.status(503, headers: [RecordedHeader("retry-after", "2")]), on: 1...2),
        Fault(.cut(after: 100), on: 3...3),
      ])
    let answer = String(repeating: "a", count: 200)
    let player = CassettePlayer(Cassette(.authored, [Self.exchange(1, answer: answer)]), options: options)
    try await CallEnvironment.with(clock: VirtualClock(skippingSleep: true)) {
      for _ in 1...2 {
        let busy = try await player.send(Self.request(1))
        #expect(busy.status == 503 && busy.headers["retry-after"] == "2")
      }
      var bytes = 0
      let error = await #expect(throws: TransportError.self) {
        for try await piece in try await player.send(Self.request(1)).body {
          #expect(piece.count <= 7)
          bytes += piece.count
        }
      }
      #expect(error?.kind == .cut && bytes == 100)
      let clock = CallEnvironment.current.clock
      let start = clock.now()
      #expect(try await player.send(Self.request(1)).body.bytes() == Array(answer.utf8))
      #expect(clock.now() - start == .seconds(1))
    }
  }
}
