import Testing
import TypecastJSON

@Suite("Repeated keys")
struct DuplicateKeysTests {
  static func object(_ keys: [String]) -> String {
    "{" + keys.enumerated().map { "\(JSONValue.string($1)):\($0)" }.joined(separator: ",") + "}"
  }

  /// Equal in their first and last eight bytes and their length, which is all that the quick comparison looks at.
  static func lookalikes(_ count: Int) -> [String] {
    (0..<count).map { index in
      let middle = String(index)
      return "prefix--" + String(repeating: "0", count: 5 - middle.count) + middle + "--suffix"
    }
  }

  private func takesLast(_ text: String) throws -> JSONObject {
    try #require(try JSONValue(parsing: text, options: JSONOptions(duplicateKeys: .takeLast)).object)
  }

  @Test("Distinct keys are no fault, in objects of any size", arguments: [1, 2, 47, 48, 49, 50, 51, 100, 3000])
  func acceptsDistinct(count: Int) throws {
    for keys in [(0..<count).map { "key\($0)" }, Self.lookalikes(count)] {
      let text = Self.object(keys)
      #expect(try JSONValue(parsing: text).object?.keys == keys)
      #expect(try takesLast(text).keys == keys)
    }
  }

  @Test("A repeated key is refused wherever it stands", arguments: [2, 3, 47, 48, 49, 50, 51, 200])
  func refuses(count: Int) throws {
    for keys in [(0..<count - 1).map { "key\($0)" }, Self.lookalikes(count - 1)] {
      for place in Set([0, (count - 1) / 2, count - 2]) {
        let text = Self.object(keys + [keys[place]])
        let error = #expect(throws: JSONError.self) { try JSONValue(parsing: text) }
        #expect(error?.kind == .duplicateKey)
        let second = "\"\(keys[place])\":\(count - 1)}".utf8.count
        #expect(error?.position.offset == text.utf8.count - second)
      }
    }
  }

  @Test("The last one counts, once", arguments: [2, 3, 48, 49, 50, 200])
  func takesLast(count: Int) throws {
    let keys = (0..<count).map { "key\($0)" }
    let text = Self.object(keys + keys.reversed() + [keys[0]])
    let object = try takesLast(text)
    #expect(object.count == count)
    for (index, key) in keys.enumerated() {
      let last = index == 0 ? 2 * count : 2 * count - 1 - index
      #expect(object[key] == .number(JSONNumber(last)))
    }
    let document = try JSONDocument(text, options: JSONOptions(duplicateKeys: .takeLast))
    #expect(document.root.count == count)
    #expect(document.root.members.map(\.key).count == count)
    #expect(document.root[keys[0]]?.number == JSONNumber(2 * count))
  }

  @Test("A key is the same however it is written, and another if its scalars differ")
  func comparesScalars() throws {
    #expect(throws: JSONError.self) { try JSONValue(parsing: #"{"a":1,"\u0061":2}"#) }
    #expect(throws: JSONError.self) { try JSONValue(parsing: #"{"\u0061bcdefghijklmnop":1,"abcdefghijklmnop":2}"#) }
    #expect(throws: JSONError.self) { try JSONValue(parsing: #"{"/":1,"\/":2}"#) }
    #expect(throws: JSONError.self) { try JSONValue(parsing: #"{"":1,"":2}"#) }
    #expect(try JSONValue(parsing: "{\"\u{F6}\":1,\"o\u{308}\":2}").object?.count == 2)
    #expect(try JSONValue(parsing: #"{"a":1,"a\u0000":2,"aa":3}"#).object?.count == 3)
  }

  @Test("Every object has its own keys")
  func looksAtOneObject() throws {
    #expect(throws: Never.self) { try JSONValue(parsing: #"{"a":{"a":{"a":1}},"b":[{"a":1},{"a":2}]}"#) }
    #expect(throws: JSONError.self) { try JSONValue(parsing: #"{"b":{"c":1},"a":{"c":1,"d":{"c":2},"c":3}}"#) }
    #expect(throws: JSONError.self) { try JSONValue(parsing: #"{"a":{"b":{"b":{}}},"a":1}"#) }
    let wide = Self.object((0..<60).map { "k\($0)" })
    #expect(throws: Never.self) { try JSONValue(parsing: #"{"k0":\#(wide),"k1":[\#(wide),\#(wide)],"k2":1}"#) }
    #expect(throws: JSONError.self) { try JSONValue(parsing: #"{"k0":\#(wide),"k1":[\#(wide),\#(wide)],"k0":1}"#) }
  }

  @Test("A hundred thousand lookalikes are told apart in time", .timeLimit(.minutes(15)))
  func isQuick() throws {
    let keys = Self.lookalikes(99_999)
    #expect(try JSONDocument(Self.object(keys)).root.count == keys.count)
    #expect(throws: JSONError.self) { try JSONDocument(Self.object(keys + [keys[0]])) }
  }
}
