import Testing
import Typecast

@Suite("What a schema demands of a string")
struct StringRulesTests {
  private func read(_ text: String, _ rules: StringRules) throws(JSONError) -> String {
    var reader = JSONReader(PaddedBytes(text))
    let string = try reader.string(rules)
    try reader.finish()
    return string
  }

  private func allows(_ text: String, _ rules: StringRules) -> Bool { (try? read(text, rules)) != nil }

  @Test("Lengths count code points, not bytes and not characters")
  func length() throws {
    let two = StringRules(atLeast: 2, atMost: 2)
    for text in ["ab", "éé", "e\u{301}", "\u{1F600}\u{1F600}", "\\u00e9\\ud83d\\ude00"] {
      #expect(allows("\"\(text)\"", two))
      var reader = JSONReader(PaddedBytes("\"\(text)\""))
      #expect(throws: Never.self) { try reader.string(atLeast: 2, atMost: 2) }
    }
    for text in ["", "a", "abc", "\u{1F600}", "e\u{301}e", "\\ud83d\\ude00"] {
      #expect(!allows("\"\(text)\"", two))
      var reader = JSONReader(PaddedBytes("\"\(text)\""))
      #expect(throws: JSONError.self) { try reader.string(atLeast: 2, atMost: 2) }
    }
    #expect(allows("\"\"", StringRules()) && !allows("\"\"", StringRules(atLeast: 1)))
  }

  @Test("Every pattern and format has to match")
  func patterns() {
    let both = StringRules(patterns: ["^a", "z$"])
    #expect(allows(#""az""#, both) && !allows(#""ab""#, both) && !allows(#""bz""#, both))
    let date = StringRules(patterns: ["^2"], formats: [1])
    #expect(allows(#""2026-03-01""#, date) && !allows(#""2026-02-30""#, date) && !allows(#""1999-01-01""#, date))
    #expect(allows(#""\u0061\n""#, StringRules(patterns: ["^a\\n$"])))
  }

  @Test("What a pattern can't judge is no verdict")
  func undecided() {
    let error = #expect(throws: JSONError.self) {
      try read("\"\(String(repeating: "a", count: 40))!\"", StringRules(patterns: [#"^(?=a)((a*)*)*\2b$"#]))
    }
    #expect(error?.kind.rawValue == "undecided")
  }

  @Test("Other types, and the place of the fault")
  func faults() {
    for text in ["1", "null", "[]", "\"a", ""] { #expect(!allows(text, StringRules(atLeast: 1))) }
    let error = #expect(throws: JSONError.self) { try read(" \"\"", StringRules(atLeast: 1)) }
    #expect(error?.position.column == 2)
  }
}
