import Testing
import TypecastJSON

@Suite("Writing")
struct JSONWriterTests {
  static let value: JSONValue = [
    "name": "Malmö", "list": [1, [], [nil, true]], "none": [:], "nested": ["a": ["b": false]],
  ]

  @Test("Compact has no white space")
  func compact() {
    #expect(
      JSONWriter().string(of: Self.value)
        == #"{"name":"Malmö","list":[1,[],[null,true]],"none":{},"nested":{"a":{"b":false}}}"#)
  }

  @Test("Pretty has a line for every member and element")
  func pretty() {
    #expect(
      JSONWriter(style: .pretty).string(of: Self.value) == """
        {
          "name": "Malmö",
          "list": [
            1,
            [],
            [
              null,
              true
            ]
          ],
          "none": {},
          "nested": {
            "a": {
              "b": false
            }
          }
        }
        """)
    for scalar in ["1", "\"a\"", "[]", "{}", "null"] {
      #expect(try! JSONWriter(style: .pretty).string(of: JSONValue(parsing: scalar)) == scalar)
    }
  }

  @Test(
    "Strings have the escapes that they need, and no others",
    arguments: [
      ("", #""""#), ("plain", #""plain""#), ("\"\\/", #""\"\\/""#), ("\u{8}\u{C}\n\r\t", #""\b\f\n\r\t""#),
      ("\u{0}\u{1}\u{B}\u{1F}", #""\u0000\u0001\u000b\u001f""#),
      ("\u{7F}é日😀\u{2028}\u{FFFF}", "\"\u{7F}é日😀\u{2028}\u{FFFF}\""), ("a\nb\"c", #""a\nb\"c""#),
      ("o\u{308}", "\"o\u{308}\""),
    ])
  func strings(_ content: String, _ text: String) {
    for style in [JSONWriter.Style.compact, .pretty, .canonical] {
      #expect(JSONWriter(style: style).bytes(of: .string(content)) == Array(text.utf8))
    }
    #expect(JSONWriter().bytes(of: [content: 1] as JSONValue) == Array("{\(text):1}".utf8))
  }

  @Test(
    "Numbers are written as they were, but canonically as the nearest Double",
    arguments: [
      ("1.0", "1"), ("1E+2", "100"), ("-0", "0"), ("-0.0", "0"), ("0.10", "0.1"), ("1e21", "1e+21"),
      ("123456789012345678901", "123456789012345680000"),
      ("1e-7", "1e-7"), ("0.0000010", "0.000001"), ("9007199254740993", "9007199254740992"), ("5e-324", "5e-324"),
      ("1e-400", "0"), ("1e400", "1e400"),
      ("333333333.33333329", "333333333.3333333"), ("6.02214076e23", "6.02214076e+23"), ("0.1e1", "1"), ("4.50", "4.5"),
      ("2e-3", "0.002"),
    ])
  func numbers(_ text: String, _ canonical: String) throws {
    let value = try JSONValue(parsing: text)
    #expect(JSONWriter().string(of: value) == text)
    #expect(JSONWriter(style: .pretty).string(of: value) == text)
    #expect(JSONWriter(style: .canonical).string(of: value) == canonical)
  }

  @Test("Canonical members are sorted by UTF-16 code units, at every level")
  func sortsMembers() throws {
    // A surrogate pair starts with D83D, below E000 and FB33, though its scalar is above both.
    let keys = ["\u{FB33}", "1", "\r", "\u{E000}", "😀", "é", "e\u{301}", "", "a", "A", "aa", "10", "\u{80}", "€"]
    let sorted = ["", "\r", "1", "10", "A", "a", "aa", "e\u{301}", "\u{80}", "é", "€", "😀", "\u{E000}", "\u{FB33}"]
    var object = JSONObject()
    for key in keys { object[key] = ["b": 1, "a": 2] }
    let written = JSONWriter(style: .canonical).bytes(of: .object(object))
    let read = try #require(try JSONValue(parsing: written).object)
    #expect(read.keys.map(ScalarText.init) == sorted.map(ScalarText.init))
    #expect(read.members.allSatisfy { $0.value.description == #"{"a":2,"b":1}"# })
    #expect(JSONWriter().string(of: .object(object)).hasPrefix("{\"\u{FB33}\":{\"b\":1,"))
  }

  @Test("Equal values have one canonical text", arguments: [3 as UInt64, 4])
  func canonicalIsOne(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let writer = JSONWriter(style: .canonical)
    for round in 0..<300 {
      let (value, text) = RandomJSON.value(levels: 3, using: &generator)
      let canonical = writer.bytes(of: value)
      let again = try JSONValue(parsing: canonical)
      #expect(writer.bytes(of: again) == canonical, "seed \(seed), round \(round): \(text)")
    }
  }

  @Test("Writing goes behind what is there")
  func appends() {
    var output = Array("x=".utf8)
    JSONWriter().write([1, "a"], to: &output)
    JSONWriter.writeString("b\n", to: &output)
    #expect(String(decoding: output, as: UTF8.self) == #"x=[1,"a"]"b\n""#)
  }
}
