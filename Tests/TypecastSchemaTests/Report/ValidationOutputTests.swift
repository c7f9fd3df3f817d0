import Testing
import TypecastJSON
import TypecastSchema

@Suite("Output formats")
struct ValidationOutputTests {
  private static let schema = ##"""
    {"$id": "http://a/b", "title": "t", "properties": {"x": {"$ref": "#/$defs/y"}}, "$defs": {"y": {"minimum": 3}}}
    """##

  private func output(_ format: ValidationOutput, _ value: String) throws -> JSONValue {
    try CompiledSchema(parsing: Self.schema).output(format, for: JSONDocument(value))
  }

  @Test("A flag is the verdict alone")
  func flag() throws {
    #expect(try output(.flag, #"{"x": 3}"#) == ["valid": true])
    #expect(try output(.flag, #"{"x": 2}"#) == ["valid": false])
  }

  @Test("A basic output is a flat list of errors with the way to each through the schema")
  func basic() throws {
    let errors = try #require(try output(.basic, #"{"x": 2}"#)["errors"]?.array)
    let last = try #require(errors.last)
    #expect(last["keywordLocation"] == "/properties/x/$ref/minimum")
    #expect(last["absoluteKeywordLocation"] == "http://a/b#/$defs/y/minimum")
    #expect(last["instanceLocation"] == "/x")
    #expect(last["error"] == "expected at least 3, found 2")
    #expect(errors.allSatisfy { $0["errors"] == nil && $0["valid"] == false })
  }

  @Test("A basic output of a valid value lists annotations")
  func basicAnnotations() throws {
    let output = try output(.basic, #"{"x": 3}"#)
    #expect(output["valid"] == true)
    let annotations = try #require(output["annotations"]?.array)
    #expect(annotations.map { $0["keywordLocation"] } == ["/properties", "/title"] || annotations.count == 2)
    #expect(annotations.contains { $0["annotation"] == "t" })
    #expect(annotations.contains { $0["annotation"] == ["x"] })
  }

  @Test("A detailed output leaves out levels that say nothing; a verbose one keeps them")
  func trees() throws {
    let detailed = try output(.detailed, #"{"x": 2}"#)
    #expect(detailed["keywordLocation"] == "/properties/x/$ref/minimum")
    #expect(detailed["error"] == "expected at least 3, found 2")
    let verbose = try output(.verbose, #"{"x": 2}"#)
    #expect(verbose["keywordLocation"] == "")
    #expect(verbose["valid"] == false)
    var depth = 0
    var place = verbose
    while let next = place["errors"]?.array?.last {
      place = next
      depth += 1
    }
    #expect(depth == 3)
    #expect(place["error"] == "expected at least 3, found 2")
  }

  @Test("Without an absolute address there is no absolute location")
  func relative() throws {
    let output = try CompiledSchema(parsing: #"{"minimum": 3}"#).output(.basic, for: JSONDocument("1"))
    #expect(output.description.contains("absoluteKeywordLocation") == false)
  }
}
