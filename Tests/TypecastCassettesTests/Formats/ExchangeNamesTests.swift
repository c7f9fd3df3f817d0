import Testing

@testable import TypecastCassettes

@Suite("Names of files can hurt nobody, and tell ids apart")
struct ExchangeNamesTests {
  private func name(_ id: String) -> String {
    var names = ExchangeNames()
    return names.name(for: id)
  }

  @Test(
    "What an id becomes",
    arguments: [
      ("chat", "chat"), ("gpt-4.1_mini", "gpt-4.1_mini"), ("chat/stream", "chat%2Fstream"), ("..", "%2E."),
      (".", "%2E"),
      ("../../etc/passwd", "%2E.%2F..%2Fetc%2Fpasswd"), ("/etc/passwd", "%2Fetc%2Fpasswd"), ("a\\b", "a%5Cb"),
      ("a\u{0}b", "a%00b"), ("-rf", "%2Drf"), (".hidden", "%2Ehidden"), ("a b", "a%20b"), ("a%2Fb", "a%252Fb"),
      ("a~2", "a%7E2"), ("é", "%C3%A9"), ("e\u{301}", "e%CC%81"), ("con", "%63on"), ("CON.x", "%43ON.x"),
      ("nul", "%6Eul"), ("COM1", "%43OM1"), ("com10", "com10"), ("console", "console"), ("c:", "c%3A"),
    ])
  func examples(id: String, expected: String) {
    #expect(name(id) == expected)
  }

  @Test("Ids that come again, or in other capitals, get a number")
  func again() {
    var names = ExchangeNames()
    let ids = ["a", "A", "a", "a~2", "b", "A", ""]
    let given = ids.map { names.name(for: $0) }
    #expect(given[..<6] == ["a", "A~2", "a~3", "a%7E2", "b", "A~4"])
    #expect(given[6].hasPrefix("~~"))
  }

  @Test("Long ids are cut, and differ where they differ behind the cut")
  func long() {
    let long = String(repeating: "x", count: 5000)
    for id in [long, String(repeating: "/", count: 5000), String(repeating: "é", count: 100)] {
      let (one, other) = (name(id + "1"), name(id + "2"))
      #expect(one != other && one.utf8.count < 200)
      #expect(one.contains("~~"))
      // No escape is cut in two.
      let cut = String(one.prefix { $0 != "~" })
      #expect(!cut.suffix(2).contains("%"))
    }
    #expect(name(long) == name(long))
    #expect(name(String(repeating: "x", count: 160)) == String(repeating: "x", count: 160))
  }

  @Test("Whatever the ids are, names are safe, differ, and are the same again")
  func property() {
    var dice = Dice(state: 6)
    let pieces: [String] = [
      "/", "..", ".", "\\", "\u{0}", "~", "~2", "%", "%2F", "a", "A", "con", "NUL", "-", " ", "\n", "é", "e\u{301}",
      "\u{202E}",
      "😀", ":", "*", "x.xml", String(repeating: "y", count: 90),
    ]
    var ids: [String] = []
    for _ in 0..<20_000 {
      ids.append(
        (0..<Int.random(in: 0...4, using: &dice)).map { _ in pieces.randomElement(using: &dice) ?? "" }.joined())
    }
    var names = ExchangeNames()
    let given = ids.map { names.name(for: $0) }
    #expect(Set(given.map { $0.lowercased() }).count == ids.count)
    for (id, name) in zip(ids, given) {
      let isSafe = name.utf8.allSatisfy { byte in
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || ".-_%~".utf8.contains(byte)
      }
      let isFree = !name.isEmpty && !name.hasPrefix(".") && !name.hasPrefix("-") && name.utf8.count < 200
      if !isSafe || !isFree { Issue.record("'\(id)' became '\(name)'") }
    }
    // Alone, each id has the name of no other one.
    var owners: [String: String] = [:]
    for id in ids {
      let alone = name(id)
      if let owner = owners[alone], Array(owner.utf8) != Array(id.utf8) {
        Issue.record("'\(id)' and '\(owner)': '\(alone)'")
      }
      owners[alone] = id
    }
    var again = ExchangeNames()
    #expect(ids.map { again.name(for: $0) } == given)
  }
}
