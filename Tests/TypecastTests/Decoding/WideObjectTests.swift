import GoldenTypes
import Testing
import Typecast
import TypecastJSON

@Suite("Objects with more properties than are read into variables")
struct WideObjectTests {
  @Test(
    "What the schema allows is read, and written as it was",
    arguments: [
      #"{"a":"x","b":null,"c":null}"#, #"{"a":"x","b":"y","z":7,"aa":[1.5],"bb":"y"}"#,
      #"{"a":"x","b":"y","d":{"a":"","b":null,"f":0}}"#,
    ])
  func sound(text: String) throws {
    let value = try Wide(json: text)
    #expect(try JSONValue(parsing: value.json) == JSONValue(parsing: text))
    #expect(try Wide.schema.isValid(Array(text.utf8)))
  }

  @Test("Null and missing are told apart")
  func members() throws {
    let value = try Wide(json: #"{"a":"x","b":null,"c":null,"f":2}"#)
    #expect(value.b == nil && value.c == .some(nil) && value.d == nil && value.f == 2)
    #expect(try Wide(json: value.json) == value)
  }

  @Test(
    "What the schema refuses is refused with the place",
    arguments: [
      (#"{"a":"x","c":1,"f":1}"#, #"missing "b""#), (#"{"a":"x","b":null}"#, "3"),
      (#"{"a":"x","b":null,"f":-1}"#, "/f"), (#"{"a":"x","b":null,"e":1}"#, "/e"),
      (#"{"a":"x","b":null,"f":1,"none":1}"#, #"unexpected "none""#), (#"{"a":1,"b":null,"f":1}"#, "/a"),
    ])
  func refused(text: String, part: String) {
    let error = #expect(throws: InvalidValue.self) { try Wide(json: text) }
    #expect(error?.kind == .invalid)
    #expect(error?.message.contains(part) == true, "\(error?.message ?? "")")
  }
}
