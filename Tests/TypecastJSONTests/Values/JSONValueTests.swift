import Testing
import TypecastJSON

@Suite("Values")
struct JSONValueTests {
  @Test(
    "Equal by the rules of JSON Schema",
    arguments: [
      ("1", "1.0"), ("100", "1e2"), ("-0", "0.0"), ("0.1", "1E-1"), ("1e400", "10e399"),
      ("12345678901234567890123", "12345678901234567890123.0"),
      (#"{"a":1,"b":2}"#, #"{"b":2.0,"a":1}"#), (#""\u0061""#, #""a""#), ("[1,[2]]", "[1.0,[2e0]]"), ("{}", " { } "),
    ])
  func equal(_ left: String, _ right: String) throws {
    let (left, right) = try (JSONValue(parsing: left), JSONValue(parsing: right))
    #expect(left == right)
    #expect(left.hashValue == right.hashValue)
    #expect(Set([left, right]).count == 1)
  }

  @Test(
    "Different",
    arguments: [
      ("1", "1.1"), ("1", "\"1\""), ("true", "1"), ("false", "0"), ("null", "false"), ("[]", "{}"), ("[1,2]", "[2,1]"),
      ("[1]", "[1,1]"),
      (#"{"a":1}"#, #"{"a":2}"#), (#"{"a":1}"#, #"{"a":1,"b":1}"#), (#"{"a":null}"#, "{}"),
      ("\"Malm\u{F6}\"", "\"Malmo\u{308}\""),
      ("{\"Malm\u{F6}\":1}", "{\"Malmo\u{308}\":1}"), ("12345678901234567890123", "12345678901234567890124"),
      ("0.30000000000000004", "0.3"), ("1e400", "1e401"),
    ])
  func different(_ left: String, _ right: String) throws {
    #expect(try JSONValue(parsing: left) != JSONValue(parsing: right))
  }

  @Test("Keys in two spellings of Unicode are two keys")
  func keepsSpellingsApart() throws {
    let value = try JSONValue(parsing: "{\"Malm\u{F6}\":1,\"Malmo\u{308}\":2}")
    #expect(value.object?.count == 2)
    #expect(value["Malm\u{F6}"] == 1)
    #expect(value["Malmo\u{308}"] == 2)
  }

  @Test("Every accessor gives its own sort of value only")
  func accesses() throws {
    let value: JSONValue = ["n": nil, "b": true, "i": 7, "s": "x", "a": [1, 2], "o": ["k": "v"]]
    let types: [(String, JSONType)] = [
      ("n", .null), ("b", .boolean), ("i", .number), ("s", .string), ("a", .array), ("o", .object),
    ]
    for (key, type) in types {
      let member = try #require(value[key])
      #expect(member.type == type)
      #expect((member.bool != nil) == (type == .boolean))
      #expect((member.number != nil) == (type == .number))
      #expect((member.string != nil) == (type == .string))
      #expect((member.array != nil) == (type == .array))
      #expect((member.object != nil) == (type == .object))
    }
    #expect(value["a"]?[1] == 2)
    #expect(value["a"]?[2] == nil)
    #expect(value["a"]?[-1] == nil)
    #expect(value["s"]?["k"] == nil)
    #expect(value["o"]?[0] == nil)
    #expect(value["missing"] == nil)
  }

  @Test("A literal with a key twice keeps the last")
  func literalKeepsTheLast() {
    let value: JSONValue = ["a": 1, "b": 2, "a": 3]
    #expect(value.description == #"{"a":3,"b":2}"#)
  }

  @Test(
    "Reading a written value gives it back, in every style that keeps numbers", arguments: 1...8 as ClosedRange<UInt64>)
  func survivesWriting(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for round in 0..<250 {
      let (value, text) = RandomJSON.value(levels: 4, using: &generator)
      let place: Comment = "seed \(seed), round \(round): \(text)"
      let read = try JSONValue(parsing: text)
      guard read == value else {
        Issue.record(place)
        return
      }
      for style in [JSONWriter.Style.compact, .pretty] {
        let again = try JSONValue(parsing: JSONWriter(style: style).bytes(of: value))
        #expect(again == value, place)
        #expect(again.hashValue == value.hashValue, place)
        #expect(JSONWriter(style: style).bytes(of: again) == JSONWriter(style: style).bytes(of: value), place)
      }
    }
  }
}
