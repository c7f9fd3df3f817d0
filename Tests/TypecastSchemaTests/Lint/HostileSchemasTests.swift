import TestSupport
import Testing
import TypecastJSON
import TypecastSchema

/// None of these may take more than about linear time: in a test run a slip shows as minutes.
@Suite("Schemas that are made to be slow to lint", .timeLimit(.minutes(15)))
struct HostileSchemasTests {
  private static let count = Effort.scaled(4000, by: 4)

  private func object(_ member: (Int) -> String) -> String {
    "{" + (0..<Self.count).map(member).joined(separator: ",") + "}"
  }

  private func count(_ rule: Diagnostic.Rule, in schema: String) -> Int {
    lint(schema).count { $0.rule == rule }
  }

  @Test("A long chain of references, and one that closes")
  func chains() {
    let open = object { "\"d\($0)\": {\($0 == 0 ? "" : "\"$ref\": \"#/$defs/d\($0 - 1)\"")}" }
    #expect(lint("{\"$ref\": \"#/$defs/d\(Self.count - 1)\", \"$defs\": \(open)}").isEmpty)
    let closed = object { "\"d\($0)\": {\"$ref\": \"#/$defs/d\(($0 + 1) % Self.count)\"}" }
    #expect(count(.endlessRecursion, in: "{\"type\": \"object\", \"$defs\": \(closed)}") == 1)
  }

  @Test("Many references that lead nowhere, many slips")
  func slips() {
    let references = object { "\"d\($0)\": {\"$ref\": \"#/$defs/x\($0)\"}" }
    #expect(count(.unresolvableReference, in: "{\"$defs\": \(references)}") == Self.count)
    #expect(count(.unknownKeyword, in: object { "\"keyword\($0)\": 1" }) == Self.count)
    let names = (0..<Self.count).map { "\"q\($0)\"" }.joined(separator: ",")
    let properties = object { "\"p\($0)\": true" }
    let schema = "{\"type\": \"object\", \"properties\": \(properties), \"required\": [\(names)]}"
    #expect(count(.undeclaredRequired, in: schema) == Self.count)
  }

  @Test("Values whose schemas multiply the work with every level")
  func multiplying() {
    let levels = (0..<40).map {
      let next = "{\"$ref\": \"#/$defs/d\($0 + 1)\"}"
      return "\"d\($0)\": {\"anyOf\": [\(next), {\"allOf\": [\(next)]}]}"
    }
    let definitions = levels.joined(separator: ",") + ", \"d40\": {\"type\": \"string\"}"
    let properties = object { "\"p\($0)\": {\"$ref\": \"#/$defs/d0\", \"default\": \($0)}" }
    let schema = "{\"type\": \"object\", \"properties\": \(properties), \"$defs\": {\(definitions)}}"
    let found = lint(schema)
    #expect(found.allSatisfy { $0.rule == .invalidDefault })
    #expect(!found.isEmpty)
  }

  @Test("Definitions inside definitions as deep as JSON may be")
  func nested() {
    var schema = "{}"
    for _ in 0..<250 { schema = "{\"$defs\": {\"a\": \(schema)}}" }
    #expect(count(.unusedDefinition, in: "{\"type\": \"object\", \"$defs\": {\"b\": \(schema)}}") == 1)
  }
}
