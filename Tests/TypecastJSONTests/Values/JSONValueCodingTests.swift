import Foundation
import Testing
import TypecastJSON

@Suite("JSON values through other coders")
struct JSONValueCodingTests {
  @Test(
    "Members of one name may hold any sorts of value, in any order",
    arguments: [
      #"[1,"a",true,null,2.5,[],{},18446744073709551615,-1,"1","true",1e300,[1,[true,"x"]],{"a":[1]},false,3,""]"#,
      #"[{"a":1},{"a":1.5},{"a":2},{"a":"2"},{"a":true},{"a":[true]},{"a":{"a":"a"}},{"a":null},{"a":4}]"#,
      #"{"a":{"a":{"a":[{"a":"x"},{"a":9007199254740993}]}},"b":[["c"],[1],[null,[2]]]}"#, "5", #""x""#, "null", "true",
      "[]", "{}", "0.1",
    ])
  func sorts(text: String) throws {
    let value = try JSONValue(parsing: text)
    #expect(try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8)) == value)
    #expect(try JSONDecoder().decode(JSONValue.self, from: JSONEncoder().encode(value)) == value)
    // A property list has no null.
    if text.contains("null") || value.array == nil && value.object == nil { return }
    #expect(try PropertyListDecoder().decode(JSONValue.self, from: PropertyListEncoder().encode(value)) == value)
  }

  @Test("A decoder that gives every scalar as a string is asked for the others first")
  func scalarsAsStrings() throws {
    let expected = try JSONValue(parsing: #"["text","12",12,true,"no number",1.5,"-x"]"#)
    let texts = ["text", "'12", "12", "true", "no number", "1.5", "-x"]
    #expect(try JSONValue(from: LenientDecoder(texts: texts)) == expected)
  }
}

/// A decoder of a list of scalars, as a YAML decoder is one: anything can be had as a string, what is quoted only as that.
private struct LenientDecoder: Decoder, UnkeyedDecodingContainer {
  let texts: [String]
  var currentIndex = 0
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }
  var count: Int? { texts.count }
  var isAtEnd: Bool { currentIndex == texts.count }

  init(texts: [String]) { self.texts = texts }

  private func mismatch() -> DecodingError {
    .dataCorrupted(DecodingError.Context(codingPath: [], debugDescription: "Not of this sort."))
  }

  func container<Key>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> { throw mismatch() }
  func unkeyedContainer() throws -> any UnkeyedDecodingContainer { self }
  func singleValueContainer() throws -> any SingleValueDecodingContainer { throw mismatch() }
  func decodeNil() throws -> Bool { false }
  func nestedContainer<Key>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> { throw mismatch() }
  func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer { throw mismatch() }
  func superDecoder() throws -> any Decoder { throw mismatch() }

  mutating func decode<T: Decodable>(_ type: T.Type) throws -> T {
    defer { currentIndex += 1 }
    return try T(from: Scalar(text: texts[currentIndex]))
  }

  struct Scalar: Decoder, SingleValueDecodingContainer {
    let text: String
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    private func mismatch() -> DecodingError {
      .dataCorrupted(DecodingError.Context(codingPath: [], debugDescription: "Not of this sort."))
    }

    func container<Key>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> { throw mismatch() }
    func unkeyedContainer() throws -> any UnkeyedDecodingContainer { throw mismatch() }
    func singleValueContainer() throws -> any SingleValueDecodingContainer { self }
    func decodeNil() -> Bool { false }

    func decode<T: Decodable>(_ type: T.Type) throws -> T {
      let value: Any? =
        switch type {
        case is Bool.Type: Bool(text)
        case is Int64.Type: Int64(text)
        case is UInt64.Type: UInt64(text)
        case is Double.Type: Double(text)
        case is String.Type: text.hasPrefix("'") ? String(text.dropFirst()) : text
        default: nil
        }
      guard let value = value as? T else { throw mismatch() }
      return value
    }
  }
}
