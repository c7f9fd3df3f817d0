import Testing
import TypecastJSON

@Suite("Reading objects with a cursor")
struct JSONObjectCursorTests {
  /// What a decoder would see: the numbers of the keys in their order, and the names of the unknown ones.
  private func read(
    _ text: String, _ keys: JSONKeys, options: JSONOptions = JSONOptions()
  ) throws(JSONError) -> [String] {
    var reader = JSONReader(PaddedBytes(text), options: options)
    var object = JSONObjectCursor()
    var seen: [String] = []
    while try reader.nextKey(&object, of: keys) {
      seen.append(object.index < keys.count ? String(object.index) : reader.unknownKey.string)
      try reader.skip()
    }
    try reader.finish()
    return seen
  }

  @Test("Keys in their order, in another, with gaps, escapes and white space")
  func order() throws {
    let keys = JSONKeys("a", "b", "c\"", "é")
    #expect(try read(#"{"a":1,"b":2,"c\"":3,"é":4}"#, keys) == ["0", "1", "2", "3"])
    #expect(try read(#"{"é":4,"c\"":3,"b":2,"a":1}"#, keys) == ["3", "2", "1", "0"])
    #expect(try read(#"{"b":2,"é":4}"#, keys) == ["1", "3"])
    #expect(try read(#"{"\u0061":1,"\u00e9":2,"c\u0022":[{"b":1}]}"#, keys) == ["0", "3", "2"])
    #expect(try read(" { \"b\" : { } , \n\"a\"\t:1 } ", keys) == ["1", "0"])
    #expect(try read("\n{\n  \"a\": 1,\n  \"b\": 2\n  ,\n  \"é\" :4\n}\n", keys) == ["0", "1", "3"])
    #expect(try read("{ \"a\":1, \"a b\":2, \"c\\\"\":3 }", keys) == ["0", "a b", "2"])
    #expect(try read("{}", keys).isEmpty && read(" { } ", keys).isEmpty)
    for text in ["{ \"a\"", "{ \"a\" 1}", "{ \"a\": 1, \"b\" 2}", "{ \"a\": 1, \"b", "{ \"a\": 1, "] {
      #expect(throws: JSONError.self) { try read(text, keys) }
    }
    #expect(try read(#"{"x":1,"a":2,"ab":3,"":4}"#, keys) == ["x", "0", "ab", ""])
    #expect(try read(#"{"e\u0301":1}"#, keys) == ["e\u{301}"])
    #expect(try read(#"{"a":1}"#, JSONKeys([])) == ["a"])
  }

  @Test("Required keys must come", arguments: [1, 2, 63, 64, 65, 66, 130, 200])
  func required(count: Int) throws {
    let names = (0..<count).map { "k\($0)" }
    let keys = JSONKeys(names, required: Array(0..<count))
    func text(_ names: [String]) -> String { "{" + names.map { "\"\($0)\":0" }.joined(separator: ",") + "}" }
    #expect(try read(text(names), keys) == (0..<count).map(String.init))
    #expect(try read(text(names.reversed()), keys).count == count)
    for missing in Set([0, count / 2, count - 1]) {
      let error = #expect(throws: JSONError.self) { try read(text(names.filter { $0 != "k\(missing)" }), keys) }
      #expect(error?.kind == .missingKey)
      #expect(error?.message.contains("\"k\(missing)\"") == true, "\(String(describing: error))")
      let last = JSONKeys(names, required: [count - 1])
      #expect((try? read(text(names.filter { $0 != "k\(missing)" }), last)) != nil || missing == count - 1)
    }
    #expect(throws: JSONError.self) { try read("{}", keys) }
  }

  @Test("A key that comes twice is refused, or the last one counts", arguments: [0, 1, 63, 64, 65, 127, 128, 150])
  func duplicates(index: Int) throws {
    let keys = JSONKeys((0...150).map { "k\($0)" })
    let text = #"{"k\#(index)":1,"x":2,"k\#(index)":3}"#
    let error = #expect(throws: JSONError.self) { try read(text, keys) }
    #expect(error?.kind == .duplicateKey)
    #expect(try read(text, keys, options: JSONOptions(duplicateKeys: .takeLast)) == ["\(index)", "x", "\(index)"])
  }

  @Test("Declared keys are counted, each once")
  func count() throws {
    let keys = JSONKeys((0..<100).map { "k\($0)" })
    var reader = JSONReader(
      PaddedBytes(#"{"k1":0,"k99":0,"x":0,"k1":0}"#), options: JSONOptions(duplicateKeys: .takeLast))
    var object = JSONObjectCursor()
    #expect(object.count == 0)
    while try reader.nextKey(&object, of: keys) { try reader.skip() }
    #expect(object.count == 2)
  }

  @Test(
    "What is no object is refused",
    arguments: [
      "[]", "1", "", "{", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,", "{\"a\":1,}", "{,}", "{a:1}", "{\"a\" 1}",
      "{\"a\":1 \"b\":2}",
    ])
  func malformed(text: String) {
    #expect(throws: JSONError.self) { try read(text, JSONKeys("a", "b")) }
  }

  @Test("Objects in objects count for the depth")
  func depth() throws {
    let keys = JSONKeys("a")
    func nested(_ reader: inout JSONReader) throws(JSONError) {
      var object = JSONObjectCursor()
      while try reader.nextKey(&object, of: keys) {
        if try reader.peek() == .object { try nested(&reader) } else { try reader.skip() }
      }
    }
    func run(_ count: Int) throws(JSONError) {
      let text = String(repeating: "{\"a\":", count: count) + "1" + String(repeating: "}", count: count)
      var reader = JSONReader(PaddedBytes(text), options: JSONOptions(depthLimit: 10))
      try nested(&reader)
      try reader.finish()
    }
    try run(10)
    let error = #expect(throws: JSONError.self) { try run(11) }
    #expect(error?.kind == .tooDeep)
  }
}
