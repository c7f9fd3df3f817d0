import Foundation
import TestSupport
import Testing
import TypecastSchema

@Suite("No pattern and no text makes a search run away")
struct PatternLimitTests {
  private func text(_ unit: String, _ end: String = "", count: Int) -> String {
    String(repeating: unit, count: count) + end
  }

  static let linear = [
    "(a*)*b", "(a|a)*b", "(.*)*=", "^(a+)+$", "^(a|aa)+$", "(x+x+)+y", "(?:a?){30}a{30}b", "(?=(a+)+b)c",
  ]

  @Test("Nested quantifiers cost a fixed number of steps per byte", arguments: linear)
  func nested(source: String) throws {
    let unit = source.contains("x") ? "x" : "a"
    let usual = try Pattern(source)
    #expect(usual.engineKind != .backtracking)
    #expect(usual.search(text(unit, "!", count: 1 << 20)) == .noMatch)
    for count in [100, 10_000] {
      let limited = try Pattern(source, engine: .simulation, stepLimit: 250 * count)
      #expect(limited.search(text(unit, "!", count: count)) == .noMatch)
    }
  }

  static let exponential = ["^(a+)+\\1$", "(?=(a+)+b)\\1", "^(?:(a)|a)*\\1b", "(a*)*\\1c"]

  @Test("What needs backtracking gives up in bounded time", arguments: exponential.sampled(4))
  func backtracking(source: String) throws {
    let pattern = try Pattern(source)
    #expect(pattern.warnings.contains { $0.kind == .costly })
    #expect(pattern.search(text("a", "!", count: 2_000)) == .undecided)
  }

  @Test("A huge counted repetition neither fills memory nor hangs")
  func counts() throws {
    #expect(try Pattern("^.{1,65535}$").search(text("é", count: 65_535)) == .match)
    #expect(try Pattern("^.{1,65535}$").search(text("é", count: 65_536)) == .noMatch)
    #expect(try Pattern("a{0,65535}").search("") == .match)
    #expect(try Pattern("^(?:ab){2,40000}$").search(text("ab", count: 40_000)) == .match)
    #expect(try Pattern("^(?:ab){2,40000}$").search(text("ab", count: 40_001)) == .noMatch)
    #expect(try Pattern("(x{1,1000}){1,1000}").search("x") == .match)
    #expect(try Pattern("^(x{1,1000}){1,1000}$").search(text("x", count: 5_000)) == .match)
    #expect(try Pattern("^(x{1,1000}){1,1000}$").search(text("x", "!", count: 5_000)) == .undecided)
    #expect(
      try Pattern("^((((a{1,99}){1,99}){1,99}){1,99}){99999999999}$").search(text("a", count: 5_000)) == .undecided)
    #expect(try Pattern("^(?:){99999999999}$").search("a") != .match)
    #expect(try Pattern("a{99999999999999999999}").search("a") == .noMatch)
  }

  @Test("An automaton that would be exponential is not built")
  func states() throws {
    let pattern = try Pattern("[ab]*a[ab]{24}!")
    #expect(pattern.engineKind == .simulation)
    #expect(pattern.search(text("ab", "a", count: 500)) == .noMatch)
    #expect(pattern.search("a" + text("b", "!", count: 24)) == .match)
    #expect(pattern.search("b" + text("b", "!", count: 24)) == .noMatch)
  }

  @Test("More characters than can be told apart are refused or matched")
  func alphabets() throws {
    var source = "^(?:"
    for value in 0..<4_000 {
      source += String(UnicodeScalar(UInt32(0x4E00 + value)).map { Character($0) } ?? "?") + "|"
    }
    source += "a)+$"
    let pattern = try Pattern(source)
    #expect(pattern.search("\u{4E00}a\u{5000}") == .match)
    #expect(pattern.search("\u{4DFF}") == .noMatch)
    var every = ""
    for value in 0..<20_000 { every += String(UnicodeScalar(UInt32(0x4E00 + value)).map { Character($0) } ?? "?") + "" }
    let error = #expect(throws: PatternError.self) { try Pattern(every) }
    #expect(error?.message.contains("too many different characters") == true)
  }

  @Test("The deepest pattern is parsed, compared, searched and freed on a thread of 512 KB")
  func stack() throws {
    let finished = DispatchSemaphore(value: 0)
    let thread = Thread {
      for (opening, closing) in [("(", ")*"), ("(?:b|", "c){2,3}?"), ("(?=a", ")"), ("(?<!b", ")")] {
        let source = String(repeating: opening, count: 40) + "a" + String(repeating: closing, count: 40)
        for engine in [nil, PatternEngineKind.simulation, .backtracking] {
          guard let pattern = try? Pattern(source, engine: engine), let again = try? Pattern(source) else {
            Issue.record("\(source) is refused")
            continue
          }
          #expect(pattern.root == again.root)
          _ = pattern.search("aaaa")
        }
      }
      finished.signal()
    }
    thread.stackSize = 512 * 1024
    thread.start()
    finished.wait()
  }

  @Test("One pattern serves many threads at once")
  func threads() async throws {
    for source in ["^[a-z]{1,64}$", "(ab|a)+c", "^(?=.*c)[a-c]+$", "(?!b)c", "(a)\\1"] {
      let pattern = try Pattern(source)
      let texts = ["aac", "abc", "c", "zz!", ""]
      let expected = texts.map { pattern.search($0) }
      await withTaskGroup(of: Bool.self) { group in
        for _ in 0..<8 {
          group.addTask {
            (0..<200).allSatisfy { _ in texts.map { pattern.search($0) } == expected }
          }
        }
        for await agrees in group { #expect(agrees) }
      }
    }
  }
}
