import Testing
import TypecastJSON
import TypecastSchema

@Suite("Validation reports")
struct ValidationReportTests {
  private func report(_ schema: String, _ value: String) throws -> ValidationReport {
    try CompiledSchema(parsing: schema).validate(JSONDocument(value))
  }

  @Test("A valid value has no errors")
  func valid() throws {
    let report = try report("true", "1")
    #expect(report.isValid)
    #expect(report.errors.isEmpty)
    #expect(report.description == "valid")
    #expect(report.summary() == "")
  }

  @Test("An error names the value's place, its position in the text and the keyword's address")
  func places() throws {
    let report = try report(
      ##"{"$id": "http://a/b", "properties": {"x/y": {"$ref": "#/$defs/z"}}, "$defs": {"z": {"maximum": 1}}}"##,
      "{\n  \"x/y\": 2}")
    let error = try #require(report.errors.first)
    #expect(report.errors.count == 1)
    #expect(error.keyword == "maximum")
    #expect(error.instancePointer.description == "/x~1y")
    #expect(error.position == TextPosition(line: 2, column: 10, offset: 11))
    #expect(error.schemaPointer.description == "/$defs/z/maximum")
    #expect(error.schemaURI.description == "http://a/b#/$defs/z/maximum")
    #expect(report.description == "2:10: /x~1y: expected at most 1, found 2")
  }

  @Test("Schemas are found where they stand however many errors there are, inside of other resources too")
  func manyPlaces() throws {
    let names = (0..<60).map { "p\($0)" }
    let properties = names.map { #""\#($0)": {"type": "string"}"# }.joined(separator: ", ")
    let report = try report(
      #"{"$id": "http://a/b", "items": {"$id": "c", "properties": {\#(properties)}}}"#,
      "[{" + names.map { #""\#($0)": 1"# }.joined(separator: ", ") + "}]")
    #expect(report.errors.map(\.schemaPointer.description) == names.map { "/items/properties/\($0)/type" })
    #expect(report.errors.map(\.schemaURI.description) == names.map { "http://a/c#/properties/\($0)/type" })
  }

  @Test("Columns count bytes, and each sort of line end counts once")
  func positions() throws {
    let report = try report(#"{"items": {"type": "string"}}"#, "[\"ö\", 1,\r\n2,\r 3,\n\n4]")
    #expect(report.errors.map(\.position.description) == ["1:8", "2:1", "3:2", "5:1"])
  }

  @Test("The error of a schema in a resource inside the document is addressed by that resource")
  func embeddedResource() throws {
    let report = try report(
      #"{"$id": "http://a/b", "$defs": {"x": {"$id": "c", "properties": {"y": false}}}, "$ref": "c"}"#, #"{"y": 1}"#)
    #expect(report.errors.map(\.schemaURI.description) == ["http://a/c#/properties/y"])
    #expect(report.errors.map(\.schemaPointer.description) == ["/$defs/x/properties/y"])
  }

  @Test("A summary is cut where it gets long, and says by how much")
  func summary() throws {
    let report = try report(#"{"items": {"type": "string"}}"#, "[1, 2, 3, 4, 5]")
    #expect(report.summary().split(separator: "\n").count == 5)
    #expect(
      report.summary(limit: 2) == """
        - /0: expected a string, found 1
        - /1: expected a string, found 2
        - and 3 more
        """)
    #expect(report.summary(limit: 5).split(separator: "\n").count == 5)
  }

  @Test("A summary calls the root the value, and adds the nearest alternative's errors")
  func summaryOfAlternatives() throws {
    let report = try report(
      #"{"anyOf": [{"required": ["a", "b"], "maxProperties": 0}, {"required": ["d"], "maxProperties": 0}]}"#,
      #"{"c": 1}"#)
    #expect(
      report.summary().hasPrefix("- the value: fits none of 2 alternatives; alternative 1 comes closest; the value: "))
    #expect(report.summary().contains(#"missing "a", "b""#))
  }

  @Test("Long values and long lists are cut in messages")
  func previews() throws {
    let long = String(repeating: "x", count: 200)
    let message = try #require(try report(#"{"type": "integer"}"#, "\"\(long)\"").errors.first?.message)
    #expect(message.count < 90)
    #expect(message.hasSuffix("…"))
  }

  @Test("The errors of the alternative that a marker member names are told, however many they are")
  func markers() throws {
    let schema = """
      {"oneOf": [{"properties": {"kind": {"const": "a"}}, "required": ["kind"]},
        {"properties": {"kind": {"const": "b"}, "x": {"type": "string"}, "y": {"type": "string"}, "z": {"minimum": 5}},
         "required": ["kind", "w"]}]}
      """
    let report = try report(schema, #"{"kind": "b", "x": 1, "y": 2, "z": 3}"#)
    #expect(report.errors.map(\.instancePointer.description) == ["", "/x", "/y", "/z"])
    #expect(report.errors.allSatisfy { $0.schemaPointer.description.hasPrefix("/oneOf/1/") && $0.causes.isEmpty })
  }

  @Test("What is wrong deep inside does not outweigh the marker")
  func nestedMarkers() throws {
    let schema = ##"""
      {"oneOf": [{"properties": {"kind": {"const": "leaf"}}, "required": ["kind"]},
        {"properties": {"kind": {"const": "tree"}, "parts": {"items": {"$ref": "#"}}}, "required": ["kind", "parts"]}]}
      """##
    let value = #"{"kind": "tree", "parts": [{"kind": "leaf"}, {"kind": "x"}, {"kind": "y"}, {"kind": "tree"}]}"#
    let errors = try report(schema, value).errors
    #expect(errors.map(\.instancePointer.description) == ["/parts/1/kind", "/parts/2/kind", "/parts/3"])
  }
}
