import Testing

@testable import Typecast

@Suite("Streams of events")
struct EventStreamReaderTests {
  private typealias Item = EventStreamReader.Item

  private func event(_ data: String, type: String = "") -> Item { .event(type: type, data: Array(data.utf8)) }
  private func bare(_ text: String) -> Item { .bare(Array(text.utf8)) }

  /// All items of a stream that comes in pieces of a length.
  private func items(_ text: [UInt8], pieces length: Int, limit: Int = 1 << 20) throws -> [Item] {
    var reader = EventStreamReader(limit: limit)
    var items: [Item] = []
    for start in stride(from: 0, to: text.count, by: length) {
      items += try reader.append(Array(text[start..<min(start + length, text.count)]))
    }
    return items + (try reader.finish())
  }

  private static let cases: [(name: String, text: String, count: Int)] = [
    ("plain", "data: a\n\ndata: b\n\n", 2),
    ("returns", "data: a\r\rdata: b\r\r", 2),
    ("both", "event: x\r\ndata: a\r\ndata: b\r\n\r\n: a comment\r\n\r\ndata: c\r\n\r\n", 2),
    ("no last line end", "data: a\n\ndata: b", 2),
    ("no blank line", "data: a\n\ndata: b\n", 2),
    ("byte-order mark", "\u{FEFF}data: a\n\n", 1),
    ("no space, and more", "data:a\ndata:  b\nid: 7\nretry: 10\nunknown: x\nnoColon\n\n", 1),
    ("empty data", "data\n\ndata:\n\nevent: ping\n\n", 2),
    ("bare error", "data: a\n\n{\n  \"error\": {\"code\": 499,\n  \"data\": 1}\n}\n", 2),
    ("bare error between", "data: a\n\n[{\"error\": 1}]\ndata: b\n\n", 3),
    ("bare error behind data", "data: a\n{\"error\": 1}\n\n", 2),
    ("data that looks bare", "data: {\"a\":\ndata: {}}\n\n", 1),
  ]

  @Test("Whatever the pieces, the same events come", arguments: cases.map(\.name))
  func cuts(name: String) throws {
    let (_, text, count) = try #require(Self.cases.first { $0.name == name })
    let bytes = Array(text.utf8)
    let whole = try items(bytes, pieces: bytes.count)
    #expect(whole.count == count)
    for length in 1...5 { #expect(try items(bytes, pieces: length) == whole, "\(length)") }
  }

  @Test("Data, types, comments and bare JSON are told as they stand")
  func contents() throws {
    func read(_ index: Int) throws -> [Item] { try items(Array(Self.cases[index].text.utf8), pieces: 7) }
    #expect(try read(2) == [event("a\nb", type: "x"), event("c")])
    #expect(try read(6) == [event("a\n b")])
    #expect(try read(7) == [event(""), event("")])
    #expect(try read(8) == [event("a"), bare("{\n  \"error\": {\"code\": 499,\n  \"data\": 1}\n}")])
    #expect(try read(9) == [event("a"), bare("[{\"error\": 1}]"), event("b")])
    #expect(try read(10) == [event("a"), bare("{\"error\": 1}")])
    #expect(try read(11) == [event("{\"a\":\n{}}")])
  }

  @Test("A line, or the data of an event, that is too long is an error and not memory")
  func limits() {
    let long = Array("data: \(String(repeating: "a", count: 2_000))\n\n".utf8)
    #expect(throws: LineTooLong(limit: 1_000)) { try items(long, pieces: 64, limit: 1_000) }
    let lines = Array(String(repeating: "data: aaaaaaaaaa\n", count: 200).utf8)
    #expect(throws: LineTooLong(limit: 1_000)) { try items(lines, pieces: 64, limit: 1_000) }
    let json = Array(("{\n" + String(repeating: "  \"a\": 1,\n", count: 200)).utf8)
    #expect(throws: LineTooLong(limit: 1_000)) { try items(json, pieces: 64, limit: 1_000) }
  }

  @Test("Lines of JSON come whole, without blank ones, and the last needs no end", arguments: [1, 2, 3, 100])
  func jsonLines(length: Int) throws {
    let bytes = Array("{\"a\":1}\r\n\n  \n{\"b\":\"ö\"}\n{\"done\":true}".utf8)
    var reader = JSONLineReader(lineLimit: 100)
    var lines: [[UInt8]] = []
    for start in stride(from: 0, to: bytes.count, by: length) {
      lines += try reader.append(Array(bytes[start..<min(start + length, bytes.count)]))
    }
    if let last = reader.finish() { lines.append(last) }
    #expect(lines.map { String(decoding: $0, as: UTF8.self) } == ["{\"a\":1}", "{\"b\":\"ö\"}", "{\"done\":true}"])
    #expect(throws: LineTooLong.self) { try reader.append([UInt8](repeating: 0x61, count: 101)) }
  }
}
