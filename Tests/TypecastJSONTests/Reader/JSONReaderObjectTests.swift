import Testing
import TypecastJSON

/// A type as a generated decoder would read it: three keys of its own, any others kept.
private struct Article: Equatable {
  var name = ""
  var size = 0
  var tag: String?
  var rest = JSONObject()

  static let keys = JSONKeys("name", "size", "a\"b\u{E9}")

  init(_ text: String, options: JSONOptions = JSONOptions()) throws(JSONError) {
    var reader = JSONReader(PaddedBytes(text), options: options)
    try self.init(from: &reader)
    try reader.finish()
  }

  init(from reader: inout JSONReader) throws(JSONError) {
    var seen: UInt64 = 0
    var index = try reader.openObject(predicting: #"{"name":"#, of: Self.keys)
    while index >= 0 {
      if index < 3 {
        if seen & 1 << UInt64(index) != 0 { try reader.repeatKey() }
        seen |= 1 << UInt64(index)
      }
      switch index {
      case 0:
        name = try reader.string()
        index = try reader.nextKey(predicting: 1, as: #","size":"#, of: Self.keys)
      case 1:
        size = try reader.int()
        index = try reader.nextKey(predicting: 2, as: #","a\"bé":"#, of: Self.keys)
      case 2:
        tag = try reader.null() ? nil : reader.string()
        index = try reader.closeObject(of: Self.keys)
      default:
        let key = reader.unknownKey.string
        if rest[key] != nil { try reader.repeatKey() }
        rest[key] = try reader.value()
        index = try reader.nextKey(of: Self.keys)
      }
    }
  }
}

@Suite("Reading objects by declared keys")
struct JSONReaderObjectTests {
  @Test(
    "In the declared order, in any other, with white space or without, keys escaped or plain",
    arguments: [
      #"{"name":"x","size":2,"a\"bé":"t"}"#, #"{"size":2,"name":"x","a\"bé":"t"}"#,
      #"{"a\"bé":"t","size":2,"name":"x"}"#, #"{"a\"bé":"t","name":"x","size":2}"#,
      #" { "name" : "x" , "size" : 2 , "a\"bé" : "t" } "#,
      "{\n  \"name\": \"x\",\n  \"size\": 2,\n  \"a\\\"bé\": \"t\"\n}", #"{"name": "x", "size": 2, "a\"bé": "t"}"#,
      #"{"n\u0061me":"x","\u0073ize":2,"a\u0022b\u00e9":"t"}"#, #"{"name":"x" ,"size":2 ,"a\u0022bé":"t"}"#,
      "{\t\"size\":2,\r\n\"a\\\"bé\":\"t\",\"name\":\"x\"}",
    ])
  func readsAnyOrder(_ text: String) throws {
    let article = try Article(text)
    #expect(article.name == "x" && article.size == 2 && article.tag == "t" && article.rest.isEmpty)
  }

  @Test(
    "Missing keys are skipped over",
    arguments: [
      ("{}", "", 0), (" { } ", "", 0), (#"{"name":"x"}"#, "x", 0), (#"{"size":3}"#, "", 3), (#"{ "size" : 3 }"#, "", 3),
      (#"{"name":"x","a\"bé":null}"#, "x", 0),
    ])
  func readsPartsOnly(_ text: String, _ name: String, _ size: Int) throws {
    let article = try Article(text)
    #expect(article.name == name && article.size == size && article.tag == nil && article.rest.isEmpty)
  }

  @Test(
    "Keys that are not declared are given as they are",
    arguments: [
      (#"{"nam":1,"name":"x"}"#, "nam"), (#"{"name":"x","names":1}"#, "names"), (#"{"":1}"#, ""),
      (#"{"name":"x","size":2,"a\"bé":"t","z\n":1}"#, "z\n"),
      (#"{"Name":1}"#, "Name"), (#"{ "a\"be\u0301" : 1 }"#, "a\"be\u{301}"), (#"{"name\u0000":1}"#, "name\u{0}"),
      (#"{"size":2,"a":1}"#, "a"),
    ])
  func givesUnknownKeys(_ text: String, _ key: String) throws {
    let article = try Article(text)
    #expect(article.rest.keys.map(ScalarText.init) == [ScalarText(key)])
    #expect(article.rest[key] == 1)
  }

  @Test(
    "A key that comes twice is refused at its place, with the first one's",
    arguments: [
      (#"{"name":"x","name":"y"}"#, 12, "\"name\" again, first at 1:2"),
      (#"{"size":1,"name":"x","size":2}"#, 21, "\"size\" again, first at 1:2"),
      (#"{ "name" : "x" , "size" : 1 , "n\u0061me" : "y" }"#, 30, "\"name\" again, first at 1:3"),
      (#"{"z":1,"name":"x","z":2}"#, 18, "\"z\" again, first at 1:2"),
      (#"{"a\"bé":"t","name":"x","a\"bé" : "u"}"#, 25, "\"a\\\"bé\" again, first at 1:2"),
      ("{\"name\":\"x\",\n \"name\" \n : \"y\"}", 14, "\"name\" again, first at 1:2"),
    ])
  func refusesRepeatedKeys(_ text: String, _ offset: Int, _ found: String) {
    do {
      _ = try Article(text)
      Issue.record("was read")
    } catch {
      #expect(error.kind == .duplicateKey)
      #expect(error.position.offset == offset)
      #expect(error.found == found)
    }
    #expect((try? Article(text, options: JSONOptions(duplicateKeys: .takeLast))) != nil)
  }

  @Test("With the last one counting, it does")
  func takesTheLast() throws {
    let options = JSONOptions(duplicateKeys: .takeLast)
    let article = try Article(#"{"name":"x","z":1,"name":"y","z":2}"#, options: options)
    #expect(article.name == "y")
    #expect(article.rest["z"] == 2)
  }

  @Test(
    "Faults around keys are those of a document",
    arguments: [
      "{", "{ ", #"{"name"#, #"{"name""#, #"{"name":"#, #"{"name":"x""#, #"{"name":"x","#, #"{"name":"x",}"#,
      #"{"name":"x" "size":1}"#, #"{"name" "x"}"#, "{1:2}", "{,}",
      #"{"name":"x"]"#, #"{"na\xme":1}"#, "{\"na\nme\":1}", #"{"\ud800":1}"#, #"{"name":"x"}}"#,
      "{\"name\":\"x\"}\u{0}", "{é}", "[", "\u{FEFF}{}", "",
      #"{"z":[1,}"#, #"{"z":{"y":1,"y":2}}"#, #"{"z":tru}"#, #"{"z":01}"#,
    ])
  func agreesOnFaults(_ text: String) throws {
    let expected = #expect(throws: JSONError.self) { try JSONDocument(text) }
    do {
      _ = try Article(text)
      Issue.record("was read")
    } catch {
      // Where a document allows any value, a decoder knows which one it wants.
      #expect(error.position == expected?.position || text == "[")
      if expected?.expected != "a value" { #expect(error == expected) }
    }
  }

  @Test("A table of keys finds every one of its own, and none else", arguments: [0, 1, 2, 7, 64, 65, 1000])
  func findsKeys(count: Int) throws {
    let names = DuplicateKeysTests.lookalikes(count)
    let keys = JSONKeys(names)
    #expect(keys.count == count)
    let text = DuplicateKeysTests.object(names.reversed() + ["other", "prefix--xxxxx--suffix"])
    var reader = JSONReader(PaddedBytes(text))
    var found: [Int] = []
    var index = try reader.openObject(of: keys)
    while index >= 0 {
      found.append(index)
      try reader.skip()
      index = try reader.nextKey(of: keys)
    }
    try reader.finish()
    #expect(found == Array((0..<count).reversed()) + [count, count])
  }
}
