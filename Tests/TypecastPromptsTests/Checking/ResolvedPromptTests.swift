import Testing
import TypecastJSON
import TypecastPrompts
import TypecastSchema

@Suite("Tags are checked against the inputs")
struct ResolvedPromptTests {
  private static let schema = """
    {
      "type": "object",
      "properties": {
        "text": {"type": "string"}, "flag": {"type": "boolean"}, "count": {"type": "integer"},
        "list": {"type": "array", "items": {"type": "object", "properties": {"name": {"type": "string"}}}},
        "owner": {"type": "object", "properties": {"name": {"type": "string"}}, "required": ["name"]}, "any": {}
      },
      "required": ["text", "flag", "count", "list", "owner", "any"]
    }
    """

  /// Uses everything once.
  private static let rest = "\n{{text}}{{flag}}{{count}}{{#list}}{{/list}}{{owner.name}}"

  @Test(
    "A tag that does not suit its input is told with its place",
    arguments: [
      ("{{txt}}", "2:1 unknown-variable"), ("{{owner.nam}}", "2:1 unknown-variable"),
      ("a {{text.length}}", "2:3 unknown-variable"), ("{{.}}", "2:1 unknown-variable"),
      ("{{name}}", "2:1 unknown-variable"), ("{{list}}", "2:1 misused-variable"),
      ("{{owner}}", "2:1 misused-variable"), ("{{any}}", "2:1 misused-variable"),
      ("{{#count}}x{{/count}}", "2:1 misused-variable"), ("{{^owner}}x{{/owner}}", "2:1 misused-variable"),
      ("{{#output_format}}x{{/output_format}}", "2:1 misused-variable"),
      ("{{#list}}{{.}}{{/list}}", "2:10 misused-variable"),
      ("{{#list}}{{nam}}{{/list}}", "2:10 unknown-variable"), ("{{list.name}}", "2:1 unknown-variable"),
    ])
  func tags(body: String, expected: String) throws {
    let found = try faults("# user\n" + body + Self.rest, schema: Self.schema).filter { !$0.hasSuffix("unused-input") }
    #expect(found == [expected])
  }

  @Test("An input that is not used is told at its place in the schema")
  func unused() throws {
    let schema =
      "{\"type\": \"object\",\n \"properties\": {\"a\": {\"type\": \"string\"}, \"b\": {\"type\": \"string\"}}}"
    #expect(try faults("# user\n{{a}}", schema: schema) == ["2:42 unused-input"])
    #expect(try faults("# user\n{{#b}}{{a}}{{/b}}", schema: schema) == [])
  }

  @Test("Inputs have to be an object without the name that every prompt has")
  func root() throws {
    #expect(try faults("# user\nx", schema: "{\"type\": \"string\"}") == ["1:1 misused-variable"])
    let schema = "{\"type\": \"object\", \"properties\": {\"output_format\": {\"type\": \"string\"}}}"
    #expect(try faults("# user\nx", schema: schema) == ["1:35 misused-variable"])
  }

  @Test("Without a schema every name is a text, and has to be one that Swift takes")
  func texts() throws {
    #expect(try resolved("# user\n{{b}}{{a}}{{b}}").inputs.map(\.name) == ["b", "a"])
    #expect(try resolved("# user\n{{für}}{{class}}").inputs.map(\.type) == [.string, .string])
    #expect(try faults("# user\n{{a-b}}") == ["2:1 unknown-variable"])
    #expect(try faults("# user\n{{_}}{{1}}") == ["2:1 unknown-variable", "2:6 unknown-variable"])
    #expect(
      try faults("# user\n{{output_fromat}}{{outputFormat}}") == ["2:1 unknown-variable", "2:18 unknown-variable"])
    #expect(try faults("# user\n{{input_format}}") == [])
    #expect(try faults("# user\n{{a.b}}") == ["2:1 unknown-variable"])
    #expect(try faults("# user\n{{#a}}{{.}}{{/a}}") == [])
  }

  @Test("Whether the shape of the answer is shown is known")
  func outputFormat() throws {
    #expect(try resolved("# user\n{{#a}}{{output_format}}{{/a}}").showsOutputFormat)
    #expect(try !resolved("# user\n{{a}}").showsOutputFormat)
  }

  @Test("A tag knows where its value is, and whether it may be missing")
  func references() throws {
    let schema = """
      {"type": "object", "properties": {"list": {"type": "array", "items": {"type": "object", "properties":
        {"in": {"type": "object", "properties": {"x": {"type": "number"}}, "required": ["x"]}}}}, "t": {"type": "string"}},
        "required": ["t"]}
      """
    let prompt = try resolved(
      "# user\n{{#list}}{{in.x}}{{t}}{{/list}}", inputs: .schema(try CompiledSchema(parsing: schema)))
    guard case .each(let list, let inner) = prompt.messages[0].segments[0], case .value(let x) = inner[0],
      case .value(let t) = inner[1]
    else {
      Issue.record("\(prompt.messages)")
      return
    }
    #expect(list.frame == 0 && list.isOptional && list.type == .list)
    #expect(x.frame == 1 && x.path.map(\.name) == ["in", "x"] && x.path.map(\.isOptional) == [true, false])
    #expect(x.isOptional && x.type == .number)
    #expect(t.frame == 0 && !t.isOptional && t.type == .string)
  }

  @Test("Inputs that contain themselves are followed as far as the template goes")
  func recursion() throws {
    let schema = """
      {"type": "object", "properties": {"v": {"type": "string"}, "next": {"$ref": "#"}}, "required": ["v"]}
      """
    #expect(
      try rendered(
        "{{v}}{{next.v}}{{#next}}{{v}}{{#next}}{{v}}{{/next}}{{/next}}", ["v": "1", "next": ["v": "2"]], schema: schema)
        == "122")
  }
}
