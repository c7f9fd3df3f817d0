import Testing

@testable import TypecastSchema

@Suite("Patterns in a notation that grammars read")
struct SimplePatternTests {
  private func simple(_ source: String) throws -> String? {
    try? SimplePattern.text(of: Pattern(source).root).get()
  }

  @Test(
    "Anchored patterns of plain ASCII are written anew",
    arguments: [
      ("^[A-Z]{2}-[0-9]{3,4}$", "^[A-Z]{2}-[0-9]{3,4}$"), (#"^\d{3}-\w+$"#, "^[0-9]{3}-[0-9A-Z_a-z]+$"),
      ("^(?:ab)+$", "^(ab)+$"), ("^a$|^b$", "^(a|b)$"), ("^(cat|dog)s?$", "^(cat|dog)[s]?$"),
      (#"^v\.\d*$"#, #"^v\.[0-9]*$"#), ("^(a|)b$", "^(a)?b$"), (#"^[\]\[^-]$"#, #"^[\[\]\x5E-]$"#),
      ("^a+?b$", "^[a]+b$"),
      ("^(?<year>[0-9]{4})$", "^[0-9]{4}$"), (#"^\.+$"#, "^[.]+$"),
    ])
  func written(source: String, expected: String) throws {
    #expect(try simple(source) == expected)
    #expect(try simple(expected) == expected)
  }

  @Test(
    "What a grammar can't have is refused",
    arguments: [
      "[0-9]+", "^a", "a$", "^.*$", "^[^x]+$", #"^\s+$"#, #"^\S+$"#, #"^a"b$"#, "^(?=a)b$", #"^(a)\1$"#, "^é$",
      #"^\p{L}+$"#, #"^a\bb$"#, "^(a*)*$", "^([a-z]{100}){100}$", "^a{2001}$", "^$", #"^\\$"#, #"^\x00$"#, "^a$|b",
    ])
  func refused(source: String) throws {
    #expect(try simple(source) == nil)
  }

  @Test(
    "A pattern that can't be sent still tells how long a text is",
    arguments: [
      ("^.{2,8}$", 2...8), ("^[^x]+$", 1...Int.max), ("[0-9]{4}", 4...Int.max), ("^(é|ab)?$", 0...2),
      (#"^(a)\1$"#, 1...Int.max), ("", 0...Int.max),
    ])
  func lengths(source: String, expected: ClosedRange<Int>) throws {
    #expect(try Pattern(source).root.lengthsOfWholeText == expected)
  }
}
