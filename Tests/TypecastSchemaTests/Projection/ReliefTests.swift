import Testing
import TypecastJSON

@testable import TypecastSchema

@Suite("Limits on a schema as a whole are kept by giving something up")
struct ReliefTests {
  private func list<Items: Sequence>(_ items: Items, _ text: (Items.Element) -> String) -> String {
    items.map(text).joined(separator: ", ")
  }

  private func object(_ members: String, required: String = "") -> String {
    "{\"type\": \"object\", \"additionalProperties\": false, \"properties\": {\(members)}, \"required\": [\(required)]}"
  }

  /// What is within the limits of a dialect and takes all of some values.
  private func expectWithin(_ projection: Projection, _ values: JSONValue..., of text: String) throws {
    #expect(projection.limitsExceeded.isEmpty, "\(projection.limitsExceeded)")
    let sent = try CompiledSchema(SchemaDocument(JSONDocument(projection.jsonSchema)))
    for value in values {
      #expect(try isValid(value, CompiledSchema(parsing: text)), "\(value)")
      var maker = ReplyMaker(projection)
      let found = maker.reply(for: value)
      let reply = try #require(found, "\(value)")
      #expect(try isValid(reply, sent))
      #expect(projection.restoring(reply) == value)
    }
  }

  @Test("An enum of too many values is any value of their type")
  func longEnum() throws {
    let text = object("\"e\": {\"enum\": [\(list(0..<1_200) { "\"v\($0)\"" })]}", required: "\"e\"")
    let projection = try project(text, to: .openAIStrict)
    #expect(projection.schema["properties"]?["e"] == ["type": "string"])
    #expect(projection.keywords(.widened) == ["enum"])
    try expectWithin(projection, ["e": "v1199"], of: text)
  }

  @Test("Of several enums the largest are widened, and of those of one size the last")
  func severalEnums() throws {
    func values(_ count: Int) -> String { "{\"enum\": [\(list(0..<count) { "\($0)" })]}" }
    let text = object(
      "\"a\": \(values(100)), \"b\": \(values(600)), \"c\": \(values(400)), \"d\": \(values(400))",
      required: "\"a\", \"b\", \"c\", \"d\"")
    let projection = try project(text, to: .openAIStrict)
    let counts = ["a", "b", "c", "d"].map { projection.schema["properties"]?[$0]?["enum"]?.array?.count }
    #expect(counts == [100, nil, 400, 400])
    try expectWithin(projection, ["a": 1, "b": 599, "c": 399, "d": 0], of: text)
    let same = object(list(0..<30) { "\"m\($0)\": \(values(40))" }, required: list(0..<30) { "\"m\($0)\"" })
    let kept = try project(same, to: .openAIStrict).schema["properties"]?.object?.filter { $0.value["enum"] != nil }
    #expect(kept?.map(\.key) == (0..<25).map { "m\($0)" })
  }

  @Test("Many long strings are any string")
  func longStrings() throws {
    let word = String(repeating: "x", count: 60)
    let text = object("\"e\": {\"enum\": [null, \(list(0..<300) { "\"\(word)\($0)\"" })]}", required: "\"e\"")
    let projection = try project(text, to: .openAIStrict)
    #expect(projection.schema["properties"]?["e"] == ["type": ["null", "string"]])
    try expectWithin(projection, ["e": .string(word + "7")], ["e": nil], of: text)
    let fewer = text.replacing(word, with: "x")
    #expect(try project(fewer, to: .openAIStrict).schema["properties"]?["e"]?["enum"]?.array?.count == 301)
  }

  @Test("Characters of names and enums are counted together")
  func characters() throws {
    let word = String(repeating: "x", count: 1_000)
    let members = list(0..<10) { member in
      "\"m\(member)\": {\"enum\": [\(list(0..<(8 + member)) { "\"\(word)\($0)\"" })]}"
    }
    let text = object(members, required: list(0..<10) { "\"m\($0)\"" })
    let projection = try project(text, to: .openAIStrict)
    let widened = projection.schema["properties"]?.object?.filter { $0.value["enum"] == nil }.map(\.key)
    #expect(widened == ["m9"])
    #expect(projection.limitsExceeded.isEmpty)
  }

  @Test("Too many members that may be missing are null instead, those first that may be null anyway")
  func optionalMembers() throws {
    let members = list(0..<30) { "\"m\($0)\": {\"type\": \"string\"}" }
    let text = object(members)
    let projection = try project(text, to: .anthropic)
    #expect(projection.schema["required"] == .array((0..<6).map { .string("m\($0)") }))
    #expect(projection.schema["properties"]?["m5"] == ["type": ["string", "null"]])
    #expect(projection.schema["properties"]?["m6"] == ["type": "string"])
    #expect(projection.keywords(.nullForMissing).count == 6 && !projection.kinds.contains(.reordered))
    try expectWithin(projection, [:], ["m0": "a"], ["m29": "a", "m1": "b"], of: text)
    #expect(try project(text, to: .ollama).limitsExceeded.isEmpty)

    let nullable = object(members + ", " + list(30..<33) { "\"m\($0)\": {\"type\": [\"string\", \"null\"]}" })
    let both = try project(nullable, to: .anthropic)
    #expect(
      both.schema["required"]?.array?.compactMap(\.string) == ["m0", "m1", "m2", "m3", "m4", "m5", "m30", "m31", "m32"])
    #expect(both.limitsExceeded.isEmpty)
  }

  @Test("What nothing helps is sent as it is, and reported")
  func beyond() throws {
    let members = list(0..<60) { "\"m\($0)\": {\"type\": \"string\"}" }
    let projection = try project(object(members), to: .anthropic)
    #expect(projection.limitsExceeded.map(\.keyword) == ["properties that are not required"])
    #expect(projection.schema["required"] == nil)
    let unions = list(0..<20) { "\"m\($0)\": {\"type\": [\"string\", \"null\"]}" }
    let exceeded = try project(object(unions, required: list(0..<20) { "\"m\($0)\"" }), to: .anthropic).limitsExceeded
    #expect(exceeded.map(\.keyword) == ["unions"])
    let both = try project(object(list(0..<30) { "\"m\($0)\": {\"type\": [\"string\", \"null\"]}" }), to: .anthropic)
    #expect(both.limitsExceeded.map(\.keyword) == ["properties that are not required", "unions"])
    #expect(!both.kinds.contains(.nullForMissing))
  }

  @Test("Too many choices within one scalar type are any value of it")
  func unions() throws {
    let choice = #"{"anyOf": [{"type": "string", "pattern": "^a"}, {"type": "string", "format": "uuid"}]}"#
    let text = object(
      list(0..<17) { "\"m\($0)\": \(choice)" } + ", \"n\": {\"type\": [\"string\", \"null\"]}",
      required: "\"n\", " + list(0..<17) { "\"m\($0)\"" })
    let projection = try project(text, to: .anthropic)
    #expect(projection.schema["properties"]?["m3"] == ["type": "string"])
    #expect(projection.schema["properties"]?["n"] == ["type": ["string", "null"]])
    #expect(projection.limitsExceeded.isEmpty)
  }

  @Test("What is too deep is any value; objects stand in definitions, as nothing else lets their members through")
  func levels() throws {
    func nested(_ opening: String, _ count: Int) -> String {
      String(repeating: opening, count: count) + "{\"type\": \"integer\"}" + String(repeating: "}", count: count)
    }
    let arrays = object("\"x\": \(nested(#"{"type": "array", "items": "#, 14))", required: "\"x\"")
    let projection = try project(arrays, to: .openAIStrict)
    #expect(projection.kinds.contains(.widened) && projection.schema["$defs"]?.object?.keys == ["anything"])
    let value = (0..<14).reduce(JSONValue.number(1)) { inner, _ in [inner] }
    try expectWithin(projection, ["x": value], of: arrays)

    let opening = #"{"type": "object", "additionalProperties": false, "required": ["x"], "properties": {"x": "#
    let objects = String(repeating: opening, count: 14) + "{\"type\": \"integer\"}" + String(repeating: "}}", count: 14)
    let deep = try project(objects, to: .openAIStrict)
    #expect(deep.kinds == [.limitExceeded] && deep.schema["$defs"]?.object?.count == 1)
  }
}
