@testable import GoldenTypes
import Testing
import Typecast

@Suite("Why a text gives no value")
struct InvalidValueTests {
  private func refusal<Value: SchemaRoot>(_ text: String, as type: Value.Type) throws -> InvalidValue {
    try #require(throws: InvalidValue.self) { try Value(json: text) }
  }

  @Test("Not JSON")
  func notJSON() throws {
    let error = try refusal(#"{"name": }"#, as: Person.self)
    #expect(error.kind == .notJSON && error.report.errors.isEmpty)
    #expect(error.message.hasPrefix("The text is not JSON: 1:10: "))
    #expect(try refusal("", as: Person.self).kind == .notJSON)
    #expect(try refusal("{} {}", as: Judged.self).kind == .notJSON)
    #expect(try refusal(#"{"a":1,"a":1}"#, as: Headers.self).kind == .notJSON)
  }

  @Test("Everything that the schema has against a value is reported, with its place")
  func invalid() throws {
    let error = try refusal(
      """
      {"name": "", "age": -1, "nick": 1,
       "tags": ["a", "B"], "colour": "red"}
      """, as: Person.self)
    #expect(error.kind == .invalid)
    #expect(error.report.errors.count == 5)
    #expect(error.message == error.report.description && error.description == error.message)
    #expect(error.message.contains("2:16") && error.message.contains("colour"))
    #expect(error.fault.position == TextPosition(line: 1, column: 10, offset: 9))
  }

  @Test("A number that the schema allows and Swift's can't hold")
  func outOfRange() throws {
    for text in [
      #"{"name":"a","nick":null,"copies":99999999999999999999999}"#, #"{"name":"a","nick":null,"height":1e400}"#,
    ] {
      let error = try refusal(text, as: Person.self)
      #expect(error.kind == .numberOutOfRange && error.report.isValid)
      #expect(error.message.hasSuffix("set \"numbers\" to \"exact\" in typecast.json."))
    }
    let exact = try Exact.Measurement(
      json: #"{"at":"2026-03-01T09:30:00Z","value":1e400,"digits":\#(String(repeating: "9", count: 40))}"#)
    #expect(exact.value.text == "1e400")
  }

  @Test("What the interpreter refuses has its errors too")
  func interpreted() throws {
    #expect(try refusal(#"{"country":"DE"}"#, as: Judged.self).report.errors.count == 1)
    #expect(try refusal(#"{"lines":["end","end"]}"#, as: Judged.self).report.errors.count == 2)
    #expect(try refusal(#"{"country":"CH","zip":"000"}"#, as: Judged.self).message.contains("/zip"))
    #expect(try refusal(#"{"x-a":1,"b-at":"c","d":0}"#, as: Headers.self).report.errors.count == 3)
  }
}
