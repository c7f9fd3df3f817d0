import TestSupport
import Testing

import TypecastSchema

@Suite("Formats")
struct FormatTests {
  @Test("Each draft defines the formats that its specification lists")
  func drafts() {
    let draft4: Set = ["date-time", "email", "hostname", "ipv4", "ipv6", "uri"]
    let draft6 = draft4.union(["uri-reference", "uri-template", "json-pointer"])
    let draft7 = draft6.union([
      "date", "time", "idn-email", "idn-hostname", "iri", "iri-reference", "relative-json-pointer", "regex",
    ])
    let later = draft7.union(["duration", "uuid"])
    let expected: [Draft: Set<String>] = [
      .draft4: draft4, .draft6: draft6, .draft7: draft7, .draft2019: later, .draft2020: later,
    ]
    for draft in Draft.allCases {
      let names = Set(Format.allCases.map(\.name))
      #expect(names.filter { Format.named($0, in: draft) != nil } == expected[draft])
      for name in names { #expect(Format.named(name, in: draft).map { $0.name == name } ?? true) }
    }
  }

  @Test("Every format can be reached by its name in some draft", arguments: Format.allCases)
  func reachable(format: Format) {
    #expect(Draft.allCases.contains { Format.named(format.name, in: $0) == format })
  }

  @Test("A name that no draft lists is no format")
  func strangers() {
    for name in ["", "unknown", "color", "ip-address", "host-name", "Date", "date ", "e\u{301}mail"] {
      #expect(Format.named(name, in: .draft2020) == nil)
    }
  }

  @Test("Draft 2020-12 lets relative pointers move an index")
  func relativePointers() {
    #expect(Format.named("relative-json-pointer", in: .draft2019) == .relativeJSONPointer)
    #expect(Format.named("relative-json-pointer", in: .draft2020) == .relativeJSONPointerWithOffset)
  }

  @Test("Raw values stay what they are")
  func rawValues() {
    let expected: [Format] = [
      .dateTime, .date, .time, .duration, .email, .idnEmail, .hostname, .idnHostname, .ipv4, .ipv6, .uri, .uriReference,
      .iri, .iriReference, .uuid, .uriTemplate, .jsonPointer, .relativeJSONPointer, .relativeJSONPointerWithOffset,
      .regex,
    ]
    #expect(expected.map(\.rawValue) == Array(0..<20))
    #expect(Format.allCases == expected)
  }

  @Test("Each explanation ends in examples that the format accepts", arguments: Format.allCases)
  func explanations(format: Format) throws {
    let explanation = format.explanation
    let start = try #require(explanation.range(ofLast: "such as "))
    let list = explanation[start...].split(separator: ", with")[0]
    for part in list.split(separator: " or ").flatMap({ $0.split(separator: ", ") }) {
      #expect(format.accepts(String(part)), "\(part)")
    }
  }

  @Test("Bytes that are not UTF-8 never pass as characters", arguments: Format.allCases)
  func brokenEncoding(format: Format) {
    let broken: [[UInt8]] = [
      [0xFF], [0xC3], [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF0, 0x80],
      [0x61, 0x3A, 0xE2, 0x82], [0x61, 0x40, 0xE2, 0x28, 0xA1], [0x7B, 0xFE, 0x7D],
    ]
    for bytes in broken {
      #expect(!bytes.withUnsafeBufferPointer(format.accepts), "\(bytes)")
    }
  }

  @Test("Long texts are judged in one pass", arguments: Format.allCases)
  func longTexts(format: Format) {
    let pieces = ["a", "1", "-", ".", "/", ":", "[", "%41", "{a}", "{a,", "~0", "\"", "\\", "(", "ü", "xn--", "\u{0}"]
    let starts = ["", "P1", "2024-05-01T00:00:00.", "00:00:00.", "http://", "http://[", "a@", "\"", "0", "{", "/"]
    let time = ContinuousClock().measure {
      for piece in pieces.sampled(3) {
        let long = String(repeating: piece, count: 50_000 / piece.utf8.count)
        for start in starts { _ = format.accepts(start + long) }
      }
    }
    // Work that grows with the square of the length would take many times as long.
    #expect(time < .seconds(60))
  }

  @Test("A text of megabytes gets a verdict", arguments: Format.allCases)
  func hugeText(format: Format) {
    let isExpected = [.uriReference, .iriReference, .uriTemplate].contains(format)
    let count = Effort.scaled(10_000_000, by: 8)
    #expect(format.accepts(String(repeating: "a", count: count)) == isExpected)
    let zeros = [UInt8](repeating: 0, count: count)
    #expect(!zeros.withUnsafeBufferPointer(format.accepts))
  }
}

extension String {
  /// The index behind the last occurrence of an ASCII text.
  fileprivate func range(ofLast text: String) -> Index? {
    indices.last { self[$0...].hasPrefix(text) }.map { index($0, offsetBy: text.count) }
  }
}
