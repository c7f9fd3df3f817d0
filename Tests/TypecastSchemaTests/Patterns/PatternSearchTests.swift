import Testing
import TypecastSchema

@Suite("Searching follows ECMA-262")
struct PatternSearchTests {
  /// A pattern with texts where it is found and texts where it is not.
  struct Row: CustomTestStringConvertible, Sendable {
    var pattern: String
    var found: [String]
    var missing: [String]

    init(_ pattern: String, found: [String] = [], missing: [String] = []) {
      self.pattern = pattern
      self.found = found
      self.missing = missing
    }

    var testDescription: String { pattern }
  }

  static let rows: [Row] = [
    Row("", found: ["", "a"]),
    Row("b", found: ["abc"], missing: ["", "ac"]),
    Row("^abc$", found: ["abc"], missing: ["abc\n", "\nabc", "ab", "abcd"]),
    Row("^true|false$", found: ["true!", "!false"], missing: ["!true", "false!"]),
    Row("^.$", found: ["a", "é", "🐲"], missing: ["", "\n", "\r", "\u{2028}", "\u{2029}", "ab"]),
    Row("^\\d\\D$", found: ["1a", "1\u{7C0}"], missing: ["11", "\u{7C0}a"]),
    Row("^\\w\\W$", found: ["_-", "aé"], missing: ["é-", "ab"]),
    Row(
      "^\\s$", found: ["\t", "\u{B}", "\u{A0}", "\u{FEFF}", "\u{2003}", "\u{2029}"], missing: ["\u{1}", "\u{200B}"]),
    Row("^\\S$", found: ["\u{1}", "\u{2013}"], missing: [" ", "\u{3000}"]),
    Row("^\\cC\\cj$", found: ["\u{3}\n"], missing: ["\\cC\n"]),
    Row("^\\t\\n\\v\\f\\r\\0$", found: ["\t\n\u{B}\u{C}\r\0"]),
    Row("^\\x41\\u0042\\u{43}\\u{1F432}\\uD83D\\uDC32$", found: ["ABC🐲🐲"]),
    Row("^[\\b\\-\\]a-c]+$", found: ["\u{8}-]abc"], missing: ["d"]),
    Row("^[^a-c]$", found: ["d", "é", "\n"], missing: ["a", "dd"]),
    Row("[]", missing: ["", "a"]),
    Row("^[^]$", found: ["\n", "🐲"], missing: [""]),
    Row("^🐲*$", found: ["", "🐲🐲"], missing: ["🐉", "D"]),
    Row("^[🐲🐉]{2}$", found: ["🐉🐲"], missing: ["🐲"]),
    Row("\\bcat\\b", found: ["a cat.", "cat"], missing: ["cats", "_cat"]),
    Row("a\\B", found: ["ab"], missing: ["a", "a-"]),
    Row("\\B", found: ["", "ab", "é"], missing: ["a", "a🐲a"]),
    Row("^a{2,3}$", found: ["aa", "aaa"], missing: ["a", "aaaa"]),
    Row("^(?:ab){2}$", found: ["abab"], missing: ["ab", "ababab"]),
    Row("^a{0}b{0,}$", found: ["", "bb"], missing: ["a"]),
    Row("^a+?b*?c??$", found: ["a", "aabbc"], missing: ["b"]),
    Row("^(a|ab)(c|bcd)$", found: ["abcd", "abc", "ac"], missing: ["ab"]),
    Row("^(?=.*\\d)(?!.*x).{3,}$", found: ["ab1"], missing: ["abc", "a1x", "1a"]),
    Row("a(?=b)", found: ["ab"], missing: ["a", "ac"]),
    Row("a(?!b)", found: ["a", "abac"], missing: ["ab"]),
    Row("(?<=a+)b", found: ["aab"], missing: ["b", "cb"]),
    Row("(?<!a)b", found: ["b", "cb"], missing: ["ab"]),
    Row("^(?:(?!--)[a-z-])+$", found: ["a-b"], missing: ["a--b"]),
    Row("(?<=(?<!x)a)b", found: ["ab"], missing: ["xab"]),
    Row("^(a+)-\\1$", found: ["aa-aa"], missing: ["aa-a"]),
    Row("^(?<q>['\"]).*\\k<q>$", found: ["'a'", "\"\""], missing: ["'a\""]),
    Row("^\\1(a)$", found: ["a"], missing: ["aa"]),
    Row("^(?:(a)|b)*\\1$", found: ["ab", "aa"], missing: ["aab!"]),
    Row("(?<=\\1(a))b", found: ["aab"], missing: ["ab"]),
    Row("^(?=(a+))\\1b$", found: ["aab"], missing: ["ab!"]),
    Row("^(?!(a)\\1)a?\\1$", found: ["a", ""], missing: ["aa"]),
    Row("^(a*)*$", found: ["", "aaa"], missing: ["b"]),
    Row("^\\p{Lu}\\p{L}*$", found: ["École"], missing: ["école"]),
    Row("\\p{Letter}cole", found: ["l'école"], missing: ["ÉCOLE", " cole"]),
    Row("^\\p{digit}+$", found: ["৪২", "42"], missing: ["a"]),
    Row("^\\p{Script=Greek}\\p{scx=Deva}\\P{Alphabetic}$", found: ["αक-"], missing: ["aक-", "αका"]),
    Row("^[^\\P{L}a-z]$", found: ["A", "é"], missing: ["a", "1"]),
    Row("^[\\uD800-\\uDFFF]?x$", found: ["x"], missing: ["🐲x"]),
    Row("^(a{1,3}){2}$", found: ["aa", "aaaaaa"], missing: ["a", "aaaaaaa"]),
  ]

  @Test("A pattern is found where it is and nowhere else", arguments: rows)
  func search(row: Row) throws {
    for engine in [nil, PatternEngineKind.automaton, .simulation, .backtracking] {
      let pattern = try Pattern(row.pattern, engine: engine)
      for text in row.found { #expect(pattern.search(text) == .match, "\(text) by \(pattern.engineKind)") }
      for text in row.missing { #expect(pattern.search(text) == .noMatch, "\(text) by \(pattern.engineKind)") }
    }
  }

  @Test("An empty buffer without an address is an empty text")
  func emptyBuffer() throws {
    let nothing = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    for engine in [nil, PatternEngineKind.automaton, .simulation, .backtracking] {
      for source in ["^$", "^[a-z]*$", "^[a-z]{0,9}$", "x*"] {
        #expect(try Pattern(source, engine: engine).search(nothing) == .match, "\(source)")
      }
      for source in ["^.$", "a", "^[a-z]+$"] {
        #expect(try Pattern(source, engine: engine).search(nothing) == .noMatch, "\(source)")
      }
    }
  }

  @Test("Bytes that are not UTF-8 are searched without reading beyond them")
  func invalidText() throws {
    let broken: [[UInt8]] = [[0xE2], [0xE2, 0x80], [0xF0, 0x9F, 0x90], [0x80], [0xC3], [0xFF, 0xC0], [0x61, 0xF4]]
    for source in ["^\\s+$", "^[é🐲]{1,60}$", "(?<=é)a", "(.)\\1", "^.{1,100}$"] {
      let pattern = try Pattern(source)
      for bytes in broken {
        let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
        defer { copy.deallocate() }
        _ = copy.initialize(from: bytes)
        #expect(pattern.search(UnsafeBufferPointer(copy)) != .undecided)
      }
    }
  }

  @Test("The quickest way that a pattern allows is taken")
  func engines() throws {
    let kinds: [(String, PatternEngineKind)] = [
      ("^[a-z]+$", .runs), ("^.{1,65535}$", .runs), ("^(?:([a-z])|_){3}$", .runs), ("^\\d{2}-\\d{2}", .runs),
      ("^[a-z][a-z0-9]*[a-z]$", .automaton), ("a|b", .automaton), ("^(x|yz)+$", .automaton), ("x(?=y)", .automaton),
      ("^(?!x)[a-z]+$", .gates), ("(?!x)y", .simulation), ("^(ab){0,65535}$", .simulation), ("(a)\\1", .backtracking),
    ]
    for (source, kind) in kinds { #expect(try Pattern(source).engineKind == kind, "\(source)") }
  }
}
