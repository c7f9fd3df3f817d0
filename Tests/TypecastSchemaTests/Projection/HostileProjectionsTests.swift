import TestSupport
import Testing
import TypecastJSON

@testable import TypecastSchema

@Suite("No schema makes projections too large or too deep")
struct HostileProjectionsTests {
  /// A schema's projections to every dialect, all of a size that can be sent.
  private func check(_ text: String, most: Int = 3_000_000) throws {
    let projector = Projector(try CompiledSchema(parsing: text))
    for dialect in Dialect.all.sampled(3) {
      let projection = projector.projection(to: dialect)
      let size = JSONWriter().bytes(of: projection.schema).count
      #expect(size < most, "\(dialect): \(size)")
      _ = try CompiledSchema(SchemaDocument(JSONDocument(projection.jsonSchema)))
    }
  }

  @Test("Recursion that branches")
  func branching() throws {
    let members = (0..<12).map { "\"m\($0)\": {\"$ref\": \"#\"}" }.joined(separator: ", ")
    try check("{\"type\": \"object\", \"properties\": {\(members)}}")
  }

  @Test("Definitions that double with every step")
  func doubling() throws {
    let steps = (0..<40).map { step in
      "\"d\(step)\": {\"type\": \"array\", \"prefixItems\": [{\"$ref\": \"#/$defs/d\(step + 1)\"}, "
        + "{\"type\": \"object\", \"properties\": {\"x\": {\"$ref\": \"#/$defs/d\(step + 1)\"}}}]}"
    }
    try check(
      "{\"$ref\": \"#/$defs/d0\", \"$defs\": {\(steps.joined(separator: ", ")), \"d40\": {\"type\": \"string\"}}}")
  }

  @Test("Choices that multiply")
  func choices() throws {
    let choice = (0..<20).map { group in
      "{\"anyOf\": [{\"required\": [\"a\(group)\"]}, {\"required\": [\"b\(group)\"]}, {\"required\": [\"c\(group)\"]}]}"
    }
    let schema = "{\"type\": \"object\", \"allOf\": [\(choice.joined(separator: ", "))]}"
    try check(schema)
    let projection = try project(schema, to: .ollama)
    #expect(projection.keywords(.notEnforced).contains("anyOf"))
  }

  @Test("A long chain of references")
  func chain() throws {
    let count = Effort.scaled(3_000, by: 3)
    let steps = (0..<count).map {
      "\"d\($0)\": {\"type\": \"object\", \"properties\": {\"x\": {\"$ref\": \"#/$defs/d\($0 + 1)\"}}}"
    }
    let end = "\"d\(count)\": {\"type\": \"string\"}"
    try check("{\"$ref\": \"#/$defs/d0\", \"$defs\": {\(steps.joined(separator: ", ")), \(end)}}")
  }

  @Test("Deep nesting")
  func nesting() throws {
    let schema = String(repeating: #"{"items": "#, count: 250) + "{}" + String(repeating: "}", count: 250)
    try check(schema)
    let typed =
      String(repeating: #"{"type": "array", "items": "#, count: 250) + "{}" + String(repeating: "}", count: 250)
    try check(typed)
  }

  @Test("Many alternatives of many members")
  func wide() throws {
    let members = (0..<100).map { "\"m\($0)\": {\"type\": \"string\"}" }.joined(separator: ", ")
    let options = (0..<Effort.scaled(150, by: 2)).map { "{\"required\": [\"m\($0 % 100)\"], \"minProperties\": \($0)}" }
    try check(
      "{\"type\": \"object\", \"properties\": {\(members)}, \"anyOf\": [\(options.joined(separator: ", "))]}",
      most: 4_000_000)
  }

  @Test("Large enums")
  func enums() throws {
    let values = (0..<20_000).map { "\"value \($0)\"" }.joined(separator: ", ")
    try check("{\"type\": \"string\", \"enum\": [\(values)]}")
  }
}
