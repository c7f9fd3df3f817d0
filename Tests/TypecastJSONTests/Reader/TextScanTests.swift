import Testing
import TypecastJSON

@Suite("Going through a text by simple steps")
struct TextScanTests {
  /// Whether all steps can be taken, and whether they lead to the end.
  private func scan(_ text: String, _ steps: (inout TextScan) -> Bool) throws -> (taken: Bool, atEnd: Bool) {
    var reader = JSONReader(PaddedBytes(JSONWriter().bytes(of: .string(text))))
    var scan = TextScan(try reader.text())
    return (steps(&scan), scan.isAtEnd)
  }

  @Test("A literal is taken whole or not at all, also at the end of the text")
  func literals() throws {
    #expect(try scan("INV-1") { $0.take("INV-") } == (true, false))
    #expect(try scan("INV-") { $0.take("INV-") } == (true, true))
    #expect(try scan("INV") { $0.take("INV-") } == (false, false))
    #expect(try scan("") { $0.take("a") } == (false, true))
    #expect(try scan("INV-INV-INV-INV-x") { $0.take("INV-INV-INV-INV-") } == (true, false))
  }

  @Test("A range takes as many as there are, up to the limit, and wants enough")
  func ranges() throws {
    #expect(try scan("1234") { $0.take(from: 0x30, to: 0x39, atLeast: 4, atMost: 4) } == (true, true))
    #expect(try scan("123a") { $0.take(from: 0x30, to: 0x39, atLeast: 4, atMost: 4) } == (false, false))
    #expect(try scan("12345") { $0.take(from: 0x30, to: 0x39, atLeast: 1, atMost: 4) } == (true, false))
    #expect(try scan("12345") { $0.take(from: 0x30, to: 0x39, atLeast: 0, atMost: .max) } == (true, true))
    #expect(try scan("é") { $0.take(from: 0x30, to: 0x39, atLeast: 0, atMost: .max) } == (true, false))
  }

  @Test("A set is told by its bits, and holds no byte beyond ASCII")
  func sets() throws {
    let digits: UInt64 = 0x03FF_0000_0000_0000
    let capitals: UInt64 = 0x07FF_FFFE
    #expect(try scan("A1Z9") { $0.take(of: digits, capitals, atLeast: 1, atMost: .max) } == (true, true))
    #expect(try scan("A1z9") { $0.take(of: digits, capitals, atLeast: 3, atMost: .max) } == (false, false))
    #expect(try scan("Ä") { $0.take(of: .max, .max, atLeast: 1, atMost: .max) } == (false, false))
    #expect(try scan("ABC") { $0.take(of: 0, capitals, atLeast: 0, atMost: 2) } == (true, false))
  }
}
