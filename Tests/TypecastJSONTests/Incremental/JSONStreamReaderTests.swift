import Foundation
import TestSupport
import Testing
import TypecastJSON

@Suite("A text in pieces gives what the strict reader gives for the whole")
struct JSONStreamReaderTests {
  static let wide = "{" + (0..<60).map { #""key\#($0)":\#($0)"# }.joined(separator: ",")

  static let documents: [String] = [
    #"{"vendor":"Malmö AB","lines":[{"sku":"A-1","price":19.99,"ok":true},{"sku":"B\u00e9","price":-0.5e-3}],"note":null}"#,
    #"["é","日本","😀","\ud83d\ude00","\\\"\/\b\f\n\r\t","\u0000",""]"#,
    "[0,-0,10,1.5,1e5,1E+5,1e-5,-12.75e10,123456789012345678901234567890]",
    "[true,false,null]", "true", " null ", "42", "-1.5e3", "\"text\"", "[]", "{}", "[[],{},[{}],[[]]]",
    "\r\n[\r\n1,\r2,\n3\r\n]\r\n", "{ \"a\" : { \"b\" : [ ] } , \"c\" : \"\" }",
    // Faults of every kind.
    "", " ", "[", "{", "[1", "[1,", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,",
    "\"abc", "\"ab\\", "\"\\u12", "tru", "-", "1.", "1e",
    "[1}", "{\"a\":1]", "[,]", "[1,]", "{,}", "{\"a\":1,}", "{\"a\" 1}", "{\"a\",1}", "{1:2}", "[1 2]", "[1]]", "1 2",
    "{}x",
    "trux", "nulL", "falsy", "[tru]", "trueé", "tré",
    "é", "[é]", "[1é]", "{é}", "{\"a\"é}", "[\"a\"é]", "1 é", "'a'", "[\u{FEC0}]",
    "01", "-x", "-é", "1.x", "1.é", "1ex", "1e+é", "00", "-01", "[1.]", "[.5]", "[+1]", "0x10", "[1e]", "[--1]", "NaN",
    "\"\\x\"", "\"\\é\"", "\"\\u12g4\"", "\"\\u12é4\"", "\"\\ud800\"", "\"\\ud800x\"", "\"\\ud800\\n\"",
    "\"\\ud800\\u0041\"",
    "\"\\ud800\\ud800\"", "\"\\ud800\\uDg00\"", "\"\\udc00\"", "\"\\ud800\\u", "\"\\ud800\\udc0", "\"\\uD83D\\uDE0\"",
    "\"a\tb\"", "\"a\nb\"", "\"a\u{0}b\"", "[1,\u{0}]", "[\u{0}", "\u{FEFF}[]", "\u{FEFF}", "[\u{FEFF}]",
    "[\u{202E}]", "[\u{7F}]", "[\u{FFFD}]",
    // Repeated keys, in objects small and large.
    #"{"a":1,"b":2,"a":3}"#, #"{"a":1,"\u0061":2}"#, #"{"a":{"a":1,"a":2},"a":[]}"#, #"{"a":1,"a":2,"a":3,"b":4}"#,
    wide + "}", wide + #","key7":1}"#, wide + #","key7":1,"key8":[1]}"#, wide + #","key7":1,]"#, wide + #","key7"x"#,
    wide + #","wide":"# + wide + #","key59":0}}"#, #"{"key0":0,"key0":1,"# + wide.dropFirst() + #","key3":1}"#,
    #"{"Malm\u00f6":1,"Malmo\u0308":2}"#, #"{"":1,"":2}"#,
    #"[{"abcdefghijklmnop":1,"abcdefghijklmnop":2}]"#, #"{"abcdefgh1ijklmnop":1,"abcdefgh2ijklmnop":2}"#,
  ]

  static let malformed: [[UInt8]] = [
    [0x22, 0xC3, 0x22], [0x22, 0xC0, 0x80, 0x22], [0x22, 0xE0, 0x80, 0x80, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22],
    [0x22, 0xF0, 0x80, 0x80, 0x80, 0x22], [0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], [0x22, 0xF5, 0x80, 0x80, 0x80, 0x22],
    [0x22, 0xE2, 0x82, 0x22], [0x22, 0xF0, 0x9F, 0x98, 0x22],
    [0x22, 0x80, 0x22], [0x22, 0xFF, 0x22], [0x22, 0xE2, 0x28, 0xA1, 0x22],
    [0x22, 0x61, 0xE2], [0x22, 0x61, 0xE2, 0x82], [0x22, 0xF0, 0x9F, 0x98], [0xFF],
    [0xEF, 0xBB], [0xEF, 0xBB, 0x5B], [0xEF, 0x5B],
    [0x5B, 0xC3], [0x5B, 0xC3, 0x28], [0x5B, 0xE2, 0x82], [0x5B, 0xE2, 0x82, 0x28], [0x5B, 0xF0, 0x9F, 0x98, 0x80],
    [0x31, 0xF0, 0x9F], [0x31, 0x20, 0xF0, 0x9F, 0x41], [0xFF, 0xFE, 0x5B, 0x00], [0x5B, 0x5D, 0x00],
    [0x22, 0x5C, 0xF0, 0x9F, 0x98, 0x80, 0x22], [0x22, 0x5C, 0x75, 0xC3, 0xA9], [0x22, 0x5C, 0xC3, 0x28],
  ]

  static let allDocuments: [[UInt8]] = documents.map { Array($0.utf8) } + malformed

  static let allOptions: [JSONOptions] = [
    JSONOptions(), JSONOptions(duplicateKeys: .takeLast), JSONOptions(depthLimit: 1), JSONOptions(depthLimit: 0),
    JSONOptions(duplicateKeys: .takeLast, depthLimit: 2),
  ]

  private func check(_ bytes: [UInt8], options: JSONOptions, generator: inout SeededGenerator) {
    let expected = StreamOutcome(strictly: bytes, options: options)
    let shown = Comment(rawValue: String(decoding: bytes, as: UTF8.self))
    #expect(StreamOutcome(bytes, cuts: [], options: options) == expected, shown)
    #expect(StreamOutcome(bytes, cuts: 0..<bytes.count, options: options) == expected, shown)
    for cut in (0...bytes.count).sampled(3) {
      let outcome = StreamOutcome(bytes, cuts: [cut], options: options)
      if outcome != expected { Issue.record("cut at \(cut): \(outcome), not \(expected): \(shown)") }
    }
    for average in [1, 2, 4, 9] {
      let cuts = generator.cuts(of: bytes.count, average: average)
      let outcome = StreamOutcome(bytes, cuts: cuts, options: options)
      if outcome != expected { Issue.record("cuts at \(cuts): \(outcome), not \(expected): \(shown)") }
    }
  }

  @Test("for texts with every token and every fault, with all options, cut anywhere", arguments: allOptions)
  func samples(options: JSONOptions) {
    var generator = SeededGenerator(seed: 1)
    for bytes in Self.allDocuments { check(bytes, options: options, generator: &generator) }
  }

  @Test("for the parsing suite, cut anywhere, and its verdicts are right", .needsTestData)
  func suite() throws {
    var generator = SeededGenerator(seed: 2)
    var accepted = 0
    var rejected = 0
    for line in try TestData.lines(of: "json-parsing/JSONTestSuite.jsonl") {
      let record = try JSONValue(parsing: line, options: JSONOptions(duplicateKeys: .takeLast))
      let bytes: [UInt8]
      if let text = record["text"]?.string {
        bytes = Array(text.utf8)
      } else {
        let encoded = try #require(record["base64"]?.string)
        bytes = Array(try #require(Data(base64Encoded: encoded)))
      }
      let name = Comment(rawValue: record["name"]?.string ?? "?")
      for options in Self.allOptions { check(bytes, options: options, generator: &generator) }
      let lenient = StreamOutcome(bytes, cuts: 0..<bytes.count, options: JSONOptions(duplicateKeys: .takeLast))
      let isAccepted = if case .value = lenient { true } else { false }
      switch record["expect"]?.string {
      case "accept":
        accepted += 1
        #expect(isAccepted, name)
      case "reject":
        rejected += 1
        #expect(!isAccepted, name)
      default: break
      }
    }
    #expect(accepted == 95)
    #expect(rejected == 186)
  }

  @Test("for texts that were changed at random")
  func mutations() {
    var generator = SeededGenerator(seed: 3)
    let alphabet = Array(#"{}[]:,"\\u0dDe8-+.19tfnaé "#.utf8) + [0x00, 0x09, 0x0A, 0x0D, 0xED, 0xF0, 0x9F, 0xFF]
    for _ in 0..<4000 {
      guard var bytes = Self.allDocuments.randomElement(using: &generator), !bytes.isEmpty else { continue }
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        guard let byte = alphabet.randomElement(using: &generator) else { continue }
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: bytes[place] = byte
        case 1: bytes.insert(byte, at: place)
        default: if bytes.count > 1 { bytes.remove(at: place) }
        }
      }
      let options = Self.allOptions.randomElement(using: &generator) ?? JSONOptions()
      let expected = StreamOutcome(strictly: bytes, options: options)
      for average in [1, 5] {
        let cuts = average == 1 ? Array(0..<bytes.count) : generator.cuts(of: bytes.count, average: average)
        let outcome = StreamOutcome(bytes, cuts: cuts, options: options)
        if outcome != expected {
          Issue.record("\(outcome), not \(expected): \(String(decoding: bytes, as: UTF8.self)), cut at \(cuts)")
        }
      }
    }
  }

  @Test("Nesting up to the limit is read, one level more is refused")
  func depth() {
    let deep = [UInt8](repeating: 0x5B, count: 600)
    let closed = deep + [UInt8](repeating: 0x5D, count: 600)
    for limit in [599, 600, JSONOptions.greatestDepthLimit] {
      let options = JSONOptions(depthLimit: limit)
      for bytes in [deep, closed] {
        #expect(
          StreamOutcome(bytes, cuts: 0..<bytes.count, options: options)
            == StreamOutcome(strictly: bytes, options: options))
      }
    }
  }

  @Test("An error shows what had arrived, and is thrown again")
  func errors() throws {
    var reader = JSONStreamReader()
    try reader.append(#"{"a": 1, "#)
    let first = try #require(throws: JSONError.self) { try reader.append("oops and more") }
    #expect(first.excerpt == "{\"a\": 1, oops and more\n         ^")
    #expect(first.message == "expected a key, found 'o'")
    #expect(reader.error == first)
    #expect(throws: first) { try reader.append("}") }
    #expect(throws: first) { try reader.finish() }
    #expect(reader.value?["a"] == .number(1))
    let isComplete = reader.isComplete
    #expect(!isComplete)
    #expect(reader.byteCount == 22)
    #expect(reader.withBytes { Array($0) } == Array(#"{"a": 1, oops and more"#.utf8))
  }

  @Test("Whatever follows a finished text is refused, but for white space")
  func afterTheEnd() throws {
    var reader = JSONStreamReader()
    try reader.append([0x31, 0x32])
    try reader.finish()
    try reader.append(" \n")
    try reader.finish()
    #expect(reader.value == .number(12))
    let error = #expect(throws: JSONError.self) { try reader.append("3") }
    #expect(error?.kind == .trailingContent)
  }

  @Test("Pieces may be strings, arrays, slices, buffers and any sequence of bytes")
  func pieces() throws {
    var reader = JSONStreamReader()
    try reader.append("[1")
    try reader.append([0x32, 0x2C])
    try reader.append([0x20, 0x33][1...])
    try [UInt8]("4,".utf8).withUnsafeBufferPointer { piece throws(JSONError) in try reader.append(piece) }
    try reader.append(sequence(first: 0x35) { $0 < 0x37 ? $0 + 1 : nil })
    try reader.append("")
    try reader.append("]")
    try reader.finish()
    #expect(reader.value.map { JSONValue($0) } == [12, 34, 567])
  }
}
