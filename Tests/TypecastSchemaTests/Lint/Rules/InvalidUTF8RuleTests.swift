import Testing
import TypecastJSON
import TypecastSchema

@Suite("Bytes that are not UTF-8 are an error with a place")
struct InvalidUTF8RuleTests {
  private func read(_ bytes: [UInt8]) -> [Diagnostic] { SchemaFile(name: "a", bytes: bytes).diagnostics }

  private func inString(_ bytes: [UInt8]) -> [UInt8] { Array("{\n\"title\": \"é".utf8) + bytes + Array("\"}".utf8) }

  @Test(
    "The first byte that is no part of a character is shown",
    arguments: [
      [0xFF], [0x80], [0xC0, 0xAF], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80],
      [0xE2, 0x82], [0xF0, 0x9F, 0x98, 0x41],
    ] as [[UInt8]])
  func faults(bytes: [UInt8]) throws {
    let found = read(inString(bytes))
    #expect(found.map(\.rule) == [.invalidUTF8])
    let error = try #require(found.first)
    #expect(error.severity == .error)
    let byte = String(bytes[0], radix: 16, uppercase: true)
    #expect(error.message == "the file is not UTF-8: byte 0x\(byte) is no part of a character; save the file as UTF-8")
    #expect(error.position == TextPosition(line: 2, column: 13, offset: 14))
  }

  @Test("Every form of UTF-8 is accepted")
  func sound() {
    let forms: [[UInt8]] = [
      [0x7F], [0xC2, 0x80], [0xDF, 0xBF], [0xE0, 0xA0, 0x80], [0xED, 0x9F, 0xBF], [0xEE, 0x80, 0x80],
      [0xF0, 0x90, 0x80, 0x80], [0xF4, 0x8F, 0xBF, 0xBF],
    ]
    for form in forms { #expect(read(inString(form)).isEmpty, "\(form)") }
  }

  @Test("A file that ends inside a character, and one in UTF-16")
  func others() {
    #expect(read(Array("[\"é".utf8.dropLast())).map(\.rule) == [.invalidUTF8])
    for mark in [[0xFE, 0xFF, 0, 0x7B], [0xFF, 0xFE, 0x7B, 0]] as [[UInt8]] {
      let found = read(mark)
      #expect(found.map(\.message) == ["the file is not UTF-8: this looks like UTF-16; save the file as UTF-8"])
    }
  }

  @Test("Bad JSON before the bytes is reported too")
  func both() {
    let found = read(Array("{\"a\" 1, \"".utf8) + [0xFF] + Array("\"}".utf8))
    #expect(found.map(\.rule) == [.invalidJSON, .invalidUTF8])
  }
}
