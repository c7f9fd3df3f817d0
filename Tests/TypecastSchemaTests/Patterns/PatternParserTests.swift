import Testing
import TypecastSchema

@Suite("Parsing follows the grammar of ECMA-262")
struct PatternParserTests {
  private func root(_ source: String) throws -> PatternNode { try Pattern(source).root }

  @Test("A pattern becomes a tree without the distinctions of notation")
  func trees() throws {
    #expect(try root("") == .empty)
    #expect(try root("a") == .scalar(0x61))
    #expect(try root("[a]") == .scalar(0x61))
    #expect(try root("\\u0061b") == .sequence([.scalar(0x61), .scalar(0x62)]))
    #expect(try root("(?:ab)c") == .sequence([.scalar(0x61), .scalar(0x62), .scalar(0x63)]))
    #expect(try root("a|") == .choice([.scalar(0x61), .empty]))
    #expect(try root("[c-ea-d]") == .set(ScalarSet(0x61, 0x65)))
    #expect(try root("^$") == .sequence([.assertion(.start), .assertion(.end)]))
    #expect(try root("a{2,}?") == .repetition(.scalar(0x61), minimum: 2, maximum: nil, lazy: true))
    #expect(try root("(?<n>a)") == .capture(.scalar(0x61), index: 1, name: "n"))
    #expect(try root("(a)\\1") == .sequence([.capture(.scalar(0x61), index: 1, name: nil), .backReference(1)]))
    #expect(try root("(?<!a)") == .look(.scalar(0x61), behind: true, negated: true))
    #expect(try root("\\k<n>(?<n>)") == .sequence([.backReference(1), .capture(.empty, index: 1, name: "n")]))
    #expect(try root("(?<\\u0061é>.)") == .capture(.set(.dot), index: 1, name: "aé"))
  }

  static let strict = [
    "([abc])+\\s+$", "(?<name>x)", "(?<n>a)\\k<n>", "(?<=a+)b", "[]", "[^]", "\\cA", "^\\/$", "[\\-]", "\\u{0}", "(?:)",
    "(?=a)b", "a{3}", "\\p{Script_Extensions=Latn}", "[^\\p{L}\\d]", "()\\1", "\\0", "$^", "🐲", "[\\uD83D\\uDC32-🐳]",
    "a{99999999999999999999}", "(?<$>a)", "\\.\\*\\|",
  ]

  @Test("What the grammar of the u flag allows is accepted without a warning", arguments: strict)
  func accepted(source: String) throws {
    try Pattern.validate(source, strict: true)
    #expect(try Pattern(source).warnings.filter { $0.kind == .lenientSyntax }.isEmpty)
  }

  /// Patterns that only Annex B allows, and a text that each matches from end to end.
  static let lenient: [(String, String)] = [
    ("\\_", "_"), ("\\-", "-"), ("\\@", "@"), ("a]", "a]"), ("{", "{"), ("}", "}"), ("a{", "a{"), ("a{,2}", "a{,2}"),
    ("x{1", "x{1"), ("[\\w-.]+", "a-."), ("[\\d-z]+", "1-z"), ("\\a", "a"), ("\\Z", "Z"), ("\\101", "A"), ("\\8", "8"),
    ("\\07", "\u{7}"), ("[\\1]", "\u{1}"), ("\\c", "\\c"), ("[\\c]+", "\\c"), ("[\\c1]", "\u{11}"), ("\\k", "k"),
    ("\\x4", "x4"), ("\\u12", "u12"), ("(?=a)*a", "a"), ("\\p{Nothing}", "p{Nothing}"), ("\\_\\u{1F432}", "_🐲"),
    ("\\_\\p{Lu}", "_É"), ("(a)\\2", "a\u{2}"), ("\\477", "'7"),
  ]

  @Test("What only Annex B allows is accepted with a warning", arguments: lenient)
  func acceptedWithWarning(source: String, text: String) throws {
    #expect(throws: PatternError.self) { try Pattern.validate(source, strict: true) }
    try Pattern.validate(source, strict: false)
    let pattern = try Pattern("^(?:\(source))$")
    #expect(pattern.search(text) == .match)
    let warnings = pattern.warnings.filter { $0.kind == .lenientSyntax }
    #expect(!warnings.isEmpty)
    for warning in warnings { #expect(warning.message.contains("is not valid with the `u` flag")) }
  }

  /// Patterns that no grammar allows, and where they fail.
  static let refused: [(String, Int)] = [
    ("(", 0), ("a(b", 1), ("a)", 1), ("*a", 0), ("a|+", 2), ("?", 0), ("{1}", 0), ("a**", 2), ("a{2,1}", 1), ("[a", 0),
    ("^(abc]", 1), ("[b-a]", 1), ("\\", 0), ("(?P<n>x)", 0), ("(?#c)", 0), ("(?i)abc", 0), ("(?i:a)", 0),
    ("(?<n>a)(?<n>b)", 7),
    ("(?<1>a)", 0), ("(?<>a)", 0), ("(?<n", 0), ("(?<n>a)\\k<m>", 7), ("(?<n>a)\\k", 7), ("(?<=a)*", 6), ("^*", 1),
    ("\\b+", 2),
    ("é(", 2), ("**/*.js", 0),
  ]

  @Test("What no grammar allows is refused at its place", arguments: refused)
  func refusal(source: String, offset: Int) {
    let error = #expect(throws: PatternError.self) { try Pattern(source) }
    #expect(error?.offset == offset)
    #expect(error?.message.hasSuffix(".") == true)
    #expect(throws: PatternError.self) { try Pattern.validate(source, strict: false) }
  }

  @Test("A message names the next thing to do")
  func messages() {
    let error = #expect(throws: PatternError.self) { try Pattern("ab(c") }
    #expect(error?.description == "This group is not closed. Add `)` where it ends. (at byte 2 of the pattern)")
  }

  static let notStrict = [
    "^\\S(|(.|\\n)*\\S)\\Z", "\\a", "\\-", "[\\w-a]", "\\p{letter}", "\\p{Script}", "\\P{sc=L}", "\\1", "]",
  ]

  @Test("The strict grammar refuses what other languages allow", arguments: notStrict)
  func foreign(source: String) {
    #expect(throws: PatternError.self) { try Pattern.validate(source, strict: true) }
  }

  @Test("Groups nest forty deep and no deeper")
  func depth() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "(", count: depth) + "a" + String(repeating: ")*", count: depth)
    }
    #expect(try Pattern(nested(40)).search("a") == .match)
    let error = #expect(throws: PatternError.self) { try Pattern(nested(41)) }
    #expect(error?.message.contains("nested more than 40 deep") == true)
    #expect(throws: PatternError.self) { try Pattern(String(repeating: "(?=", count: 1_000_000)) }
  }

  @Test("A pattern may have 65,536 bytes and no more")
  func length() throws {
    #expect(try Pattern(String(repeating: "a", count: 65_536)).search("a") == .noMatch)
    #expect(throws: PatternError.self) { try Pattern(String(repeating: "a", count: 65_537)) }
  }
}
