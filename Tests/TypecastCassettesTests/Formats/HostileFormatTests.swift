import Testing

@testable import TypecastCassettes

@Suite("Files of other formats that mean no good end in an error, and soon")
struct HostileFormatTests {
  private func failure(_ text: String, limits: YAMLReader.Limits = YAMLReader.Limits()) -> String? {
    do throws(CassetteError) {
      _ = try YAMLReader.document(Array(text.utf8), path: "a.yml", limits: limits)
      return nil
    } catch { return error.reason }
  }

  @Test("Aliases that grow without end", .timeLimit(.minutes(15)))
  func laughs() {
    var text = "a0: &a0 [\(Array(repeating: "lol", count: 10).joined(separator: ", "))]\n"
    for level in 1...12 {
      text += "a\(level): &a\(level) [\(Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", "))]\n"
    }
    #expect(failure(text)?.contains("holds more than it may") == true)
    // Few nodes, and many bytes.
    let long = "a: &a \(String(repeating: "x", count: 1 << 20))\nb:\n" + String(repeating: "- *a\n", count: 1100)
    #expect(failure(long)?.contains("holds more than it may") == true)
    #expect(failure("a: &a x\nb: [*a, *a]\n") == nil)
  }

  @Test("Nesting without end", .timeLimit(.minutes(15)))
  func depth() {
    for text in [
      String(repeating: "[", count: 1_000_000), String(repeating: "{a: ", count: 100_000),
      String(repeating: "- ", count: 100_000),
      (0..<5000).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
    ] {
      #expect(failure(text)?.contains("deeper than 64 levels") == true, "\(failure(text) ?? "nothing")")
    }
    #expect(failure(String(repeating: "[", count: 64) + String(repeating: "]", count: 64)) == nil)
    #expect(failure(String(repeating: "[", count: 65) + String(repeating: "]", count: 65)) != nil)
    #expect(throws: CassetteError.self) {
      try HARReader(Array(String(repeating: "[", count: 1_000_000).utf8), path: "a.har")
    }
  }

  @Test("Limits are counted to the last node and byte")
  func limits() {
    var limits = YAMLReader.Limits()
    limits.nodes = 4
    #expect(failure("[a, b, c]", limits: limits) == nil)
    #expect(failure("[a, b, c, d]", limits: limits) != nil)
    #expect(failure("[&a [b], *a]", limits: limits) != nil)
    limits = YAMLReader.Limits()
    limits.bytes = 4
    #expect(failure("[ab, cd]", limits: limits) == nil)
    #expect(failure("[ab, cde]", limits: limits) != nil)
    #expect(failure("[&a ab, *a, *a]", limits: limits) != nil)
  }

  /// Texts near those that are right: pieces are left out, doubled, swapped and overwritten.
  private func mutate(_ bytes: [UInt8], _ dice: inout Dice) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...6, using: &dice) {
      guard !bytes.isEmpty else { break }
      let start = Int.random(in: 0..<bytes.count, using: &dice)
      let end = min(bytes.count, start + Int.random(in: 0...12, using: &dice))
      switch Int.random(in: 0...4, using: &dice) {
      case 0: bytes.removeSubrange(start..<end)
      case 1: bytes.insert(contentsOf: bytes[start..<end], at: Int.random(in: 0...bytes.count, using: &dice))
      case 2: bytes[start] = UInt8.random(in: 0...255, using: &dice)
      case 3: bytes[start] = "{}[]:,-&*!|>'\"#%@\n\t \\?~0".utf8.randomElement(using: &dice) ?? 0
      default: bytes.removeLast(bytes.count - start)
      }
    }
    return bytes
  }

  /// Saves what was taken; whatever a reader gives, a cassette holds it or says that it can't.
  private func take(_ item: ImportedItem) throws {
    guard case .success(let imported) = item.result else { return }
    let cassette = imported.cassette(place: "x-1", named: "x")
    guard let xml = try? cassette.xml() else { return }
    #expect(try Cassette(xml) == cassette)
  }

  @Test("Cassettes of VCR that were tampered with", .timeLimit(.minutes(15)))
  func vcr() throws {
    let seeds = [
      "http_interactions:\n- request: &r\n    method: get\n    uri: http://h/\n    body: {encoding: UTF-8, string: 'é'}\n"
        + "    headers: {A: [b, \"c\"]}\n  response:\n    status: {code: 200, message: OK}\n    headers: {}\n"
        + "    body:\n      encoding: ASCII-8BIT\n      base64_string: |\n        ZGF0YTog\n"
        + "  recorded_at: Tue, 01 Nov 2011 04:58:44 GMT\n- request: *r\n  response: {status: {code: 204}}\nrecorded_with: VCR\n",
      "interactions:\n- request:\n    body: !!binary |\n      /wAB\n    headers:\n      A:\n      - b\n    method: GET\n"
        + "    uri: http://h/\n  response:\n    body:\n      string: \"h\\xE9\\u2013\\n\"\n    status:\n      code: 200\nversion: 1\n",
      #"{"interactions":[{"request":{"method":"GET","uri":"u","body":null},"response":{"status":{"code":200},"body":{"string":"\ud83d\ude00"}}}]}"#,
    ].map { Array($0.utf8) }
    var dice = Dice(state: 3)
    var taken = 0
    for round in 0..<6000 {
      guard var reader = try? VCRReader(mutate(seeds[round % seeds.count], &dice), path: "a.yml") else { continue }
      while let item = reader.next() {
        try take(item)
        taken += 1
      }
    }
    #expect(taken > 500)
  }

  @Test("Archives that were tampered with", .timeLimit(.minutes(15)))
  func har() throws {
    var dice = Dice(state: 4)
    var writer = HARWriter()
    var archive = writer.start(version: "1")
    for exchange in randomExchanges(4, &dice) { archive += writer.entry(of: exchange, .recorded, about: nil) }
    archive += writer.end
    var taken = 0
    for _ in 0..<6000 {
      guard var reader = try? HARReader(mutate(archive, &dice), path: "a.har") else { continue }
      while let item = reader.next() {
        try take(item)
        taken += 1
      }
    }
    #expect(taken > 500)
  }

  @Test("Lines that were tampered with", .timeLimit(.minutes(15)))
  func lines() throws {
    var dice = Dice(state: 5)
    let lines = randomExchanges(40, &dice).map { ExchangeLine.bytes(of: $0, .recorded, about: "s") }
    for round in 0..<6000 {
      let line = mutate(lines[round % lines.count], &dice)
      let result = Result { () throws(RefusedExchange) in try ExchangeLine.exchange(line[...]) }
      try take(ImportedItem(line: 1, index: 0, result: result))
    }
  }

  @Test("Bytes that are nothing at all", .timeLimit(.minutes(15)))
  func noise() {
    var dice = Dice(state: 6)
    for _ in 0..<4000 {
      let bytes = (0..<Int.random(in: 0...60, using: &dice)).map { _ in UInt8.random(in: 0...255, using: &dice) }
      #expect(throws: CassetteError.self) { try VCRReader(bytes, path: "a") }
      #expect(throws: CassetteError.self) { try HARReader(bytes, path: "a") }
      #expect(throws: RefusedExchange.self) { try ExchangeLine.exchange(bytes[...]) }
    }
  }
}
