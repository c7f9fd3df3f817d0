import Testing
import TypecastJSON

@Suite("JSON Pointers")
struct JSONPointerTests {
  static let value: JSONValue = [
    "": 0, "a": ["b": [10, 20, ["c": true]]], "a/b": 1, "m~n": 2, "~1": 3, "%25": 4, " ": 5, "0": 6, "Malm\u{F6}": 7,
    "-": 8, "\\\"": 9,
  ]

  @Test(
    "Lead to their value, in trees and documents alike",
    arguments: [
      ("", nil), ("/", 0), ("/a/b/0", 10), ("/a/b/2/c", true), ("/a~1b", 1), ("/m~0n", 2), ("/~01", 3), ("/%25", 4),
      ("/ ", 5), ("/0", 6),
      ("/Malm\u{F6}", 7), ("/-", 8), ("/\\\"", 9),
    ] as [(String, JSONValue?)])
  func lead(_ text: String, _ expected: JSONValue?) throws {
    let pointer = try #require(JSONPointer(text))
    #expect(Self.value[pointer] == expected ?? Self.value)
    #expect(try JSONDocument(Self.value).root[pointer]?.value == expected ?? Self.value)
  }

  @Test(
    "Lead nowhere",
    arguments: [
      "/x", "/a/c", "/a/b/3", "/a/b/-", "/a/b/-1", "/a/b/01", "/a/b/1.0", "/a/b/+1", "/a/b/", "/a/b/x", "/a/b/0/0",
      "/a/b/99999999999999999999", "/Malmo\u{308}",
      "//", "/a/b/\u{661}",
    ])
  func nowhere(_ text: String) throws {
    let pointer = try #require(JSONPointer(text))
    #expect(Self.value[pointer] == nil)
    #expect(try JSONDocument(Self.value).root[pointer] == nil)
  }

  @Test("Are refused when malformed", arguments: ["a", "a/b", "#/a", "/~", "/~2", "/a~", "/~a", " /a"])
  func refuses(_ text: String) {
    #expect(JSONPointer(text) == nil)
  }

  @Test("Are written as they were read", arguments: ["", "/", "//", "/a/0/b", "/a~1b/m~0n", "/~01/~10", "/é/日本/ "])
  func survivesWriting(_ text: String) throws {
    #expect(try #require(JSONPointer(text)).description == text)
  }

  @Test("Any tokens survive being written and read", arguments: [1 as UInt64, 2])
  func anyTokens(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let parts = ["~", "/", "0", "1", "a", "é", "e\u{301}", "", "~0", "~1", "\u{0}", "😀"]
    for round in 0..<1000 {
      let tokens = (0..<Int.random(in: 0...4, using: &generator)).map { _ in
        (0..<Int.random(in: 0...4, using: &generator)).map { _ in parts.randomElement(using: &generator) ?? "" }
          .joined()
      }
      let pointer = JSONPointer(tokens: tokens)
      #expect(JSONPointer(pointer.description) == pointer, "seed \(seed), round \(round): \(pointer)")
      #expect(pointer.tokens == tokens.map(ScalarText.init), "seed \(seed), round \(round): \(pointer)")
    }
  }

  @Test("Grow and shrink by a token")
  func edits() {
    var pointer = JSONPointer().appending("a/b").appending(3)
    #expect(pointer.description == "/a~1b/3")
    pointer.append("~")
    #expect(pointer.description == "/a~1b/3/~0")
    pointer.removeLast()
    #expect(pointer == JSONPointer(tokens: ["a/b", "3"]))
  }

  @Test(
    "An index is digits without a leading zero",
    arguments: [
      ("0", 0), ("7", 7), ("10", 10), ("00", nil), ("01", nil), ("-1", nil), ("+1", nil), ("", nil), ("1 ", nil),
      ("1e1", nil), ("\u{661}", nil),
      ("9223372036854775807", Int.max), ("9223372036854775808", nil),
    ] as [(String, Int?)])
  func index(_ token: String, _ index: Int?) {
    #expect(JSONPointer.index(token) == index)
  }
}
