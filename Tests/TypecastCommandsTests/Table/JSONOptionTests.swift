import TestSupport
import Testing
import Typecast
import TypecastJSON

@testable import TypecastCommands

@Suite("Every command speaks JSON, in the shape that its help shows")
struct JSONOptionTests {
  /// Commands whose output is for programs already, and why.
  private static let without = [
    "classify": "it reads and writes lines of JSON", "cassette grammar": "it prints a grammar",
    "cassette export": "its formats are JSON", "completions": "it prints a script",
  ]

  private static let commands = CommandTable.root.tree.filter { $0.command.subcommands.isEmpty }
    .map { (path: Array($0.path.dropFirst()), command: $0.command) }

  @Test("Every command has --json, but for those that need none")
  func everywhere() {
    for (path, command) in Self.commands {
      let name = path.joined(separator: " ")
      #expect(command.options.contains { $0.name == "json" } == (Self.without[name] == nil), "\(name)")
    }
  }

  @Test("What is printed has the members that help names, and no others", .timeLimit(.minutes(15)))
  func shapes() async throws {
    let sandbox = try CommandSandbox()
    for (path, command) in Self.commands where path != ["help"] {
      guard let option = command.options.first(where: { $0.name == "json" }) else { continue }
      let shape = try #require(JSONShape(in: option.help), "\(path): \(option.help)")
      let run = try await sandbox.shell(
        (["typecast"] + sandbox.words(path) + ["--json"]).map(quoted).joined(separator: " ") + " <<< hello")
      #expect(!run.output.isEmpty, "\(path) \(run.error)")
      for line in run.output.split(separator: "\n") {
        let value = try JSONValue(parsing: String(line))
        let faults = shape.faults(of: value)
        #expect(faults == [], "\(path): \(line)")
      }
    }
  }

  @Test("A shape is read, and what has another is told")
  func notation() throws {
    let shape = try #require(
      JSONShape(in: #"Prints it: {"a", "b"?, "c": [{"d"}], "e": {"f"?}, "g": [...]}, and so on."#))
    #expect(shape.faults(of: ["a": 1, "c": [["d": 2]], "e": [:], "g": [1]]) == [])
    #expect(shape.faults(of: ["a": 1, "b": [1], "c": [], "e": ["f": 1], "g": []]) == [])
    #expect(shape.faults(of: ["c": [["x": 2]], "e": 5, "g": 7]) == ["/a", "/c/0/d", "/c/0/x", "/e", "/g"])
    #expect(JSONShape(in: "Prints nothing.") == nil)
  }
}

/// The members of a value, as help writes them: `{"a", "b"?, "c": [{"d"}]}`.
private indirect enum JSONShape {
  case any
  case array(JSONShape)
  case object([(name: String, isOptional: Bool, shape: JSONShape)])

  /// The first shape of a text.
  init?(in text: String) {
    guard let start = text.firstIndex(of: "{") else { return nil }
    var rest = text[start...]
    guard let shape = Self.read(&rest) else { return nil }
    self = shape
  }

  private static func read(_ rest: inout Substring) -> JSONShape? {
    rest = rest.drop { $0 == " " }
    if rest.hasPrefix("...") {
      rest = rest.dropFirst(3)
      return .any
    }
    if rest.first == "[" {
      rest.removeFirst()
      let element = read(&rest)
      guard rest.popFirst() == "]" else { return nil }
      return element.map { .array($0) }
    }
    guard rest.popFirst() == "{" else { return nil }
    var members: [(name: String, isOptional: Bool, shape: JSONShape)] = []
    while true {
      rest = rest.drop { $0 == " " || $0 == "," }
      if rest.first == "}" { break }
      guard rest.popFirst() == "\"", let end = rest.firstIndex(of: "\"") else { return nil }
      let name = String(rest[..<end])
      rest = rest[end...].dropFirst()
      let isOptional = rest.first == "?"
      if isOptional { rest.removeFirst() }
      var shape = JSONShape.any
      if rest.first == ":" {
        rest.removeFirst()
        guard let own = read(&rest) else { return nil }
        shape = own
      }
      members.append((name, isOptional, shape))
    }
    rest.removeFirst()
    return .object(members)
  }

  /// The pointers to what is missing, too much, or of another kind.
  func faults(of value: JSONValue, at place: String = "") -> [String] {
    switch (self, value) {
    case (.any, _): return []
    case (.array(let shape), .array(let elements)):
      return elements.enumerated().flatMap { shape.faults(of: $1, at: "\(place)/\($0)") }
    case (.object(let members), .object(let object)):
      let missing = members.filter { !$0.isOptional && object[$0.name] == nil }.map { "\(place)/\($0.name)" }
      let found = object.flatMap { member -> [String] in
        guard let known = members.first(where: { $0.name == member.key }) else { return ["\(place)/\(member.key)"] }
        return known.shape.faults(of: member.value, at: "\(place)/\(member.key)")
      }
      return missing + found
    default: return [place]
    }
  }
}
