import TestSupport
import Testing
import TypecastJSON
import TypecastSchema

@Suite("Sketches of schemas that are made to break them", .timeLimit(.minutes(15)))
struct HostileSketchTests {
  private static let count = Effort.scaled(2000, by: 2)

  private func sketch(_ schema: String) throws -> String {
    SchemaSketch.text(of: try CompiledSchema(parsing: schema, options: CompileOptions(checksMetaSchema: false)))
  }

  private func object(_ member: (Int) -> String) -> String {
    "{" + (0..<Self.count).map(member).joined(separator: ",") + "}"
  }

  @Test("No text of a schema ends its line, its comment or its literal")
  func texts() throws {
    let texts = [
      "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}", "\u{B}", "\u{C}", "\u{1B}[0m", "\"", "\\", "// x", "/", "}",
    ]
    for text in texts.map({ "a\($0)b" }) {
      let json = JSONValue.string(text).description
      let schema = """
        {"type": "object", "title": \(json), "properties": {\(json): {"description": \(json), "enum": [\(json), {\(json): \(json)}]},
        "x": {"title": \(json), "format": \(json)}, "y": {"contentMediaType": \(json)}}, "dependentRequired": {\(json): [\(json)]}}
        """
      let lines = try sketch(schema).split(omittingEmptySubsequences: false) { $0.isNewline }
      #expect(lines.count == 5, "\(lines)")
      #expect(lines.first?.hasPrefix("{ // ") == true && lines.last == "}")
    }
  }

  @Test("Chains of references, of nested objects and of alternatives give a text as long as the schema")
  func chains() throws {
    let last = Self.count - 1
    func next(_ number: Int) -> String {
      number == last ? "{\"type\": \"string\"}" : "{\"$ref\": \"#/$defs/d\(number + 1)\"}"
    }
    let bodies: [(Int) -> String] = [
      { next($0) }, { "{\"allOf\": [\(next($0))], \"minLength\": 1}" }, { "{\"properties\": {\"a\": \(next($0))}}" },
      { "{\"anyOf\": [\(next($0)), \(next($0))]}" }, { "{\"not\": \(next($0))}" }, { "{\"items\": \(next($0))}" },
      { "{\"if\": \(next($0)), \"then\": \(next($0))}" }, { "{\"prefixItems\": [\(next($0)), \(next($0))]}" },
      { "{\"required\": [\"a\", \"b\"], \"additionalProperties\": \(next($0))}" },
    ]
    for body in bodies {
      let schema = "{\"$ref\": \"#/$defs/d0\", \"$defs\": \(object { "\"d\($0)\": \(body($0))" })}"
      let text = try sketch(schema)
      #expect(text.utf8.count < 4 * schema.utf8.count, "\(text.prefix(200))")
    }
  }

  @Test("Objects inside objects as deep as JSON may be")
  func nesting() throws {
    var schema = "{\"type\": \"string\"}"
    for _ in 0..<160 { schema = "{\"properties\": {\"a\": \(schema)}}" }
    let text = try sketch(schema)
    #expect(text.utf8.count < 10 * schema.utf8.count)
    #expect(text.split(separator: "\n").allSatisfy { $0.prefix { $0 == " " }.count <= 60 })
  }

  @Test("Many members, values and names")
  func wide() throws {
    let members = object { "\"m\($0)\": {\"enum\": [\($0), \"v\"]}" }
    #expect(try sketch("{\"properties\": \(members)}").split(separator: "\n").count == Self.count + 2)
    let values = (0..<Self.count).map { "{\"const\": \($0)}" }.joined(separator: ",")
    #expect(try sketch("{\"oneOf\": [\(values)]}").contains("\(Self.count - 1)"))
    let same = object { "\"d\($0)\": {\"$ref\": \"#/$defs/x/y\"}, \"e\($0)\": {\"$ref\": \"#/$defs/x/y\"}" }
    let text = try sketch("{\"properties\": \(same), \"$defs\": {\"x\": {\"y\": {\"properties\": {\"a\": true}}}}}")
    #expect(text.hasSuffix("type Y = {\n  a?: any\n}"))
  }

  @Test("Many lists of values and many alternatives of many members")
  func crossed() throws {
    let list = "{\"enum\": [\((0..<Self.count).map(String.init).joined(separator: ","))]}"
    let lists = [String](repeating: list, count: 10).joined(separator: ",")
    #expect(try sketch("{\"allOf\": [\(lists)]}").hasPrefix("0 | 1 | 2 | "))
    let names = (0..<Self.count).map { "\"m\($0)\"" }.joined(separator: ",")
    let members = object { "\"m\($0)\": {\"const\": 1}" }
    let alternative = "{\"type\": \"object\", \"properties\": \(members), \"required\": [\(names)]}"
    let alternatives = [String](repeating: alternative, count: 5).joined(separator: ",")
    #expect(try sketch("{\"oneOf\": [\(alternatives)]}").contains("exactly one of these"))
  }

  @Test("Real schemas are sketched the same way twice", .needsTestData)
  func real() throws {
    for set in ["Handwritten", "MCPspec", "WashingtonPost", "Github_ultra"] {
      for line in try TestData.lines(of: "jsonschemabench/\(set).jsonl").sampled(10) {
        let value = try #require(try JSONDocument(line).root["schema"]?.value)
        guard let schema = try? CompiledSchema(parsing: value.description) else { continue }
        let text = SchemaSketch.text(of: schema)
        let again = SchemaSketch.text(of: try CompiledSchema(parsing: value.description))
        #expect(text.utf8.elementsEqual(again.utf8))
        #expect(text.utf8.count < 2 * value.description.utf8.count + 100)
      }
    }
  }
}
