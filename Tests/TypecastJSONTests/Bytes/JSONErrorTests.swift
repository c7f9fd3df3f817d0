import Testing
import TypecastJSON

@Suite("A text that is not JSON is refused with the fault and its place")
struct JSONErrorTests {
  struct Fault: Sendable, CustomTestStringConvertible {
    let text: String
    let kind: JSONError.Kind
    let line: Int
    let column: Int
    let message: String

    init(_ text: String, _ kind: JSONError.Kind, _ line: Int, _ column: Int, _ message: String) {
      self.text = text
      self.kind = kind
      self.line = line
      self.column = column
      self.message = message
    }

    var testDescription: String { text }
  }

  static let faults: [Fault] = [
    Fault("", .unexpectedEnd, 1, 1, "expected a value, found the end of the text"),
    Fault(" \n ", .unexpectedEnd, 2, 2, "expected a value, found the end of the text"),
    Fault("[1,", .unexpectedEnd, 1, 4, "expected a value, found the end of the text"),
    Fault("[1", .unexpectedEnd, 1, 3, "expected ',' or ']' after an element, found the end of the text"),
    Fault("{", .unexpectedEnd, 1, 2, "expected a key or '}', found the end of the text"),
    Fault("{\"a\"", .unexpectedEnd, 1, 5, "expected ':' after a key, found the end of the text"),
    Fault("\"abc", .unexpectedEnd, 1, 5, "expected '\"' to close the string, found the end of the text"),
    Fault("\"a\\", .unexpectedEnd, 1, 4, "expected an escape, found the end of the text"),
    Fault("\"\\u12", .unexpectedEnd, 1, 6, "expected four hexadecimal digits, found the end of the text"),
    Fault("tru", .unexpectedEnd, 1, 4, "expected 'true', found the end of the text"),
    Fault("-", .unexpectedEnd, 1, 2, "expected a digit after '-', found the end of the text"),
    Fault("1.", .unexpectedEnd, 1, 3, "expected a digit after '.', found the end of the text"),
    Fault("1e+", .unexpectedEnd, 1, 4, "expected a digit in the exponent, found the end of the text"),
    Fault("[1 2]", .unexpectedByte, 1, 4, "expected ',' or ']' after an element, found '2'"),
    Fault("{\"a\":1 \"b\"}", .unexpectedByte, 1, 8, "expected ',' or '}' after a member, found '\"'"),
    Fault("{1:2}", .unexpectedByte, 1, 2, "expected a key or '}', found '1'"),
    Fault("{\"a\":1,}", .unexpectedByte, 1, 8, "expected a key, found '}'"),
    Fault("{\"a\" 1}", .unexpectedByte, 1, 6, "expected ':' after a key, found '1'"),
    Fault("[,]", .unexpectedByte, 1, 2, "expected a value, found ','"),
    Fault("'a'", .unexpectedByte, 1, 1, "expected a value, found \"'\""),
    Fault("trux", .unexpectedByte, 1, 4, "expected 'true', found 'x'"),
    Fault("[nul]", .unexpectedByte, 1, 5, "expected 'null', found ']'"),
    Fault("[é]", .unexpectedByte, 1, 2, "expected a value, found 'é' (U+00E9)"),
    Fault("[\u{0}]", .unexpectedByte, 1, 2, "expected a value, found control character U+0000"),
    Fault("[1]\r\n x", .trailingContent, 2, 2, "expected the end of the text, found 'x'"),
    Fault("1 2", .trailingContent, 1, 3, "expected the end of the text, found '2'"),
    Fault("01", .malformedNumber, 1, 2, "expected no further digit after a leading zero, found '1'"),
    Fault("[-x]", .malformedNumber, 1, 3, "expected a digit after '-', found 'x'"),
    Fault("[1.e3]", .malformedNumber, 1, 4, "expected a digit after '.', found 'e'"),
    Fault("[1e]", .malformedNumber, 1, 4, "expected a digit in the exponent, found ']'"),
    Fault("\"a\tb\"", .controlCharacter, 1, 3, "expected an escape such as \\n, or a printable character, found a tab"),
    Fault(
      "\"a\nb\"", .controlCharacter, 1, 3, "expected an escape such as \\n, or a printable character, found a line feed"
    ),
    Fault("\"\\x\"", .malformedEscape, 1, 3, "expected one of \" \\ / b f n r t u after '\\', found 'x'"),
    Fault("\"\\u12g4\"", .malformedEscape, 1, 6, "expected four hexadecimal digits after '\\u', found 'g'"),
    Fault("\"\\ud800\"", .loneSurrogate, 1, 2, "expected a low surrogate after a high one, found \\ud800 alone"),
    Fault("\"\\udc00\"", .loneSurrogate, 1, 2, "expected a high surrogate before a low one, found \\udc00 alone"),
    Fault("\u{FEFF}[]", .byteOrderMark, 1, 1, "expected JSON from the first byte on, found a byte-order mark"),
    Fault(
      "{\n  \"a\": 1,\n  \"a\": 2\n}", .duplicateKey, 3, 3,
      "expected every key of an object once, found \"a\" again, first at 2:3"),
    Fault("[[[[1]]]]", .tooDeep, 1, 4, "expected at most 3 arrays and objects inside each other, found one more"),
  ]

  @Test("Kind, line, column and message", arguments: faults)
  func reports(_ fault: Fault) {
    let error = #expect(throws: JSONError.self) {
      try JSONDocument(fault.text, options: JSONOptions(depthLimit: 3))
    }
    #expect(error?.kind == fault.kind)
    #expect(error?.position.line == fault.line)
    #expect(error?.position.column == fault.column)
    #expect(error?.message == fault.message)
  }

  @Test("Every kind that a strict reader can have is in the table, but for its size limit and wrong types")
  func isComplete() {
    let kinds: Set<JSONError.Kind> = [
      .unexpectedEnd, .unexpectedByte, .trailingContent, .malformedNumber, .controlCharacter, .malformedEscape,
      .loneSurrogate, .byteOrderMark, .duplicateKey, .tooDeep,
    ]
    #expect(Set(Self.faults.map(\.kind)) == kinds)
  }

  @Test(
    "Bytes that are not UTF-8 are named",
    arguments: [
      ([0x22, 0x61, 0xC3, 0x22], 2, "expected well-formed UTF-8, found byte 0xC3"),
      ([0x22, 0xC0, 0x80, 0x22], 1, "expected well-formed UTF-8, found byte 0xC0"),
      ([0x22, 0xED, 0xA0, 0x80, 0x22], 1, "expected well-formed UTF-8, found byte 0xED"),
      ([0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], 1, "expected well-formed UTF-8, found byte 0xF4"),
      ([0x5B, 0xFF, 0x5D], 1, "expected a value, found byte 0xFF"),
    ] as [([UInt8], Int, String)])
  func refusesBadBytes(_ bytes: [UInt8], _ offset: Int, _ message: String) {
    let error = #expect(throws: JSONError.self) { try JSONDocument(bytes) }
    #expect(error?.kind == .invalidUTF8)
    #expect(error?.position.offset == offset)
    #expect(error?.message == message)
  }

  @Test(
    "The excerpt is the line with a caret under the spot",
    arguments: [
      ("{\n  \"a\": tru,\n  \"b\": 1\n}", "  \"a\": tru,\n          ^"),
      ("[1 2]", "[1 2]\n   ^"),
      ("[\"Malmö\" 2]", "[\"Malmö\" 2]\n         ^"),
      ("[1,\t\u{202E}]", "[1, \u{B7}]\n    ^"),
      ("[", "[\n ^"),
    ])
  func shows(_ text: String, _ excerpt: String) {
    let error = #expect(throws: JSONError.self) { try JSONDocument(text) }
    #expect(error?.excerpt == excerpt)
    if let error { #expect(error.description == "\(error.position): \(error.message)\n\(excerpt)") }
  }

  @Test("A long line is cut around the spot, between characters")
  func cutsLongLines() {
    let text = "[\"" + String(repeating: "é", count: 60) + "\" x, \"" + String(repeating: "ß", count: 60) + "\"]"
    let error = #expect(throws: JSONError.self) { try JSONDocument(text) }
    let lines = error?.excerpt.split(separator: "\n") ?? []
    #expect(lines.count == 2)
    #expect(lines.first?.unicodeScalars.contains("\u{FFFD}") == false)
    #expect((lines.first?.utf8.count ?? 0) <= 76)
    let column = lines.last?.unicodeScalars.count ?? 0
    #expect(lines.first.map { Array($0.unicodeScalars)[column - 1] } == "x")
  }
}
