import Testing
import TypecastJSON

@Suite("A document and its nodes")
struct JSONDocumentTests {
  static let text = """
    {
      "name": "Malm\\u00f6",
      "sizes": [1, 2.5, [true, false], {}],
      "note": null
    }
    """

  @Test("Members and elements are found, in their order")
  func navigates() throws {
    let root = try JSONDocument(Self.text).root
    #expect(root.type == .object)
    #expect(root.count == 3)
    #expect(root.members.map(\.key) == ["name", "sizes", "note"])
    #expect(root["name"]?.string == "Malmö")
    #expect(root["note"]?.type == .null)
    #expect(root["missing"] == nil)
    let sizes = try #require(root["sizes"])
    #expect(sizes.count == 4)
    #expect(sizes.elements.map(\.type) == [.number, .number, .array, .object])
    #expect(sizes[0]?.number == 1)
    #expect(sizes[1]?.number?.double == 2.5)
    #expect(sizes[2]?[1]?.bool == false)
    #expect(sizes[3]?.count == 0)
    #expect(sizes[4] == nil)
    #expect(sizes[-1] == nil)
  }

  @Test("Accessors of another sort of value give nothing")
  func keepsTypesApart() throws {
    let root = try JSONDocument(Self.text).root
    #expect(root.string == nil && root.number == nil && root.bool == nil && root[0] == nil)
    let name = try #require(root["name"])
    #expect(name["x"] == nil && name[0] == nil && name.count == 0 && name.number == nil && name.bool == nil)
    #expect(Array(name.elements).isEmpty && Array(name.members).isEmpty)
  }

  @Test("Every node knows its place")
  func knowsPlaces() throws {
    let root = try JSONDocument(Self.text).root
    #expect(root.position == TextPosition(line: 1, column: 1, offset: 0))
    #expect(root["name"]?.position == TextPosition(line: 2, column: 11, offset: 12))
    #expect(root["sizes"]?[2]?[1]?.position.line == 3)
    #expect(root["sizes"]?[2]?[1]?.position.column == 28)
    #expect(root.members.map(\.keyOffset).map { Array(Self.text.utf8)[$0] } == [0x22, 0x22, 0x22])
  }

  @Test("A value made from a document is that of the text")
  func givesValues() throws {
    let value = try JSONDocument(Self.text).root.value
    #expect(value.description == #"{"name":"Malmö","sizes":[1,2.5,[true,false],{}],"note":null}"#)
    #expect(try JSONDocument(value).root.value == value)
  }

  @Test("Bytes, buffers and strings are the same text")
  func readsAnySource() throws {
    let bytes = Array(Self.text.utf8)
    let expected = try JSONValue(parsing: Self.text)
    #expect(try JSONValue(parsing: bytes) == expected)
    #expect(try bytes.withUnsafeBufferPointer { try JSONDocument($0).root.value } == expected)
    #expect(try JSONDocument(PaddedBytes(bytes)).root.value == expected)
    let document = try JSONDocument(bytes)
    withExtendedLifetime(document) { #expect(Array(document.bytes) == bytes) }
  }

  @Test("Strings with escapes of every length keep apart, whatever room they need", arguments: [0, 1, 100, 300, 5000])
  func keepsEscapedStrings(length: Int) throws {
    let parts = (0..<20).map { String(repeating: "\($0)é", count: length + $0) + "\n" }
    let value = JSONValue.array(parts.map(JSONValue.string))
    #expect(try JSONValue(parsing: value.description).array?.compactMap(\.string) == parts)
  }
}
