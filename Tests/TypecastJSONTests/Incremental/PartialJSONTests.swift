import Testing
import TypecastJSON

@Suite("The value so far")
struct PartialJSONTests {
  /// The last two have repeated keys.
  static let documents: [String] = [
    #"{"vendor":"Malmö AB","lines":[{"sku":"A-1","price":19.99,"ok":true},{"sku":"B\u00e9","price":-0.5e-3}],"note":null}"#,
    #"["é","日本","😀","\ud83d\ude00x","\\\"\/\b\f\n\r\t","\u0000","",[],{},[[]],{"":""},false]"#,
    " [ 0 , -0 , 10 , 1.5 , 1e5 , 1E+5 , 123456789012345678901234567890 ] ",
    "true", " null ", "42", "\"text with \\u00e9scapes and more than eight bytes\"", "\r\n[\r\n1,\r2,\n3\r\n]\r\n",
    #"{"a":1,"b":"x","\u0061":[1,2],"b":{"c":"d"},"a":"last"}"#,
    #"{"wide":{"# + (0..<60).map { #""key\#($0 % 50)":"\#($0)""# }.joined(separator: ",") + #"},"end":[]}"#,
  ]

  static let options = JSONOptions(duplicateKeys: .takeLast)

  /// Checks that a value has everything that an earlier one had, and nothing of it changed.
  private func expect(_ later: PartialJSON, extends earlier: PartialJSON) {
    if earlier.isComplete { #expect(later == earlier) }
    switch (earlier, later) {
    case (.string(let a), .string(let b)):
      #expect(b.string.utf8.starts(with: a.string.utf8))
      #expect(b.string(afterUTF8Count: a.utf8Count).utf8.count == b.utf8Count - a.utf8Count)
    case (.array(let a), .array(let b)):
      #expect(a.count <= b.count)
      #expect(a.completeCount <= b.completeCount)
      for (a, b) in zip(a, b) { expect(b, extends: a) }
    case (.object(let a), .object(let b)):
      #expect(a.count <= b.count)
      for (a, b) in zip(a, b) {
        #expect(a.key == b.key)
        expect(b.value, extends: a.value)
      }
    default:
      #expect(later == earlier)
    }
  }

  @Test("shows what is known of it, and where more may come")
  func descriptions() throws {
    let shown = [
      #"{"a": "x"#: #"{"a":"x…",…}"#, #"{"a": "\"", "b": [1, {"#: #"{"a":"\"","b":[1,{…},…],…}"#, "[": "[…]",
      "[1, 2": "[1,…]",
      "[true, null, 1.50]": "[true,null,1.50]",
      "{}": "{}", #"[{"a": [] }, ["#: #"[{"a":[]},[…],…]"#,
    ]
    for (text, description) in shown {
      var reader = JSONStreamReader()
      try reader.append(text)
      #expect(reader.value?.description == description)
    }
    var reader = JSONStreamReader()
    try reader.append(String(repeating: "[", count: 400))
    let closing = "]" + String(repeating: ",…]", count: 399)
    #expect(reader.value?.description == String(repeating: "[", count: 400) + "…" + closing)
  }

  @Test("is the longest beginning that can be closed, after every byte", arguments: documents)
  func oracle(text: String) throws {
    let bytes = Array(text.utf8)
    var reader = JSONStreamReader(options: Self.options)
    for (index, byte) in bytes.enumerated() {
      try reader.append([byte])
      let shown = reader.value.map { JSONValue($0).description }
      #expect(shown == PartialOracle.value(of: bytes[...index], options: Self.options), "after \(index + 1) bytes")
    }
  }

  @Test("grows and never changes, however the text is cut", arguments: documents.dropLast(2))
  func growth(text: String) throws {
    var generator = SeededGenerator(seed: 4)
    let bytes = Array(text.utf8)
    for average in [1, 3, 20] {
      var reader = JSONStreamReader()
      var kept: [(value: PartialJSON, shown: String)] = []
      var start = 0
      for cut in generator.cuts(of: bytes.count, average: average) + [bytes.count] {
        try reader.append(bytes[start..<cut])
        start = cut
        guard let value = reader.value else { continue }
        if let last = kept.last { expect(value, extends: last.value) }
        kept.append((value, JSONValue(value).description))
      }
      try reader.finish()
      #expect(reader.value?.isComplete == true)
      #expect(kept.allSatisfy { JSONValue($0.value).description == $0.shown })
    }
  }

  @Test("stays as it was taken after the reader is gone, through every growth of its memory")
  func keeping() throws {
    var kept: [(value: PartialJSON, count: Int)] = []
    do {
      var reader = JSONStreamReader()
      try reader.append("[\"")
      for count in 1...2000 {
        try reader.append(count % 7 == 0 ? "\\n" : "é")
        if let value = reader.value { kept.append((value, count)) }
      }
      try reader.append("\"")
      for count in 1...2000 {
        try reader.append(",\(count)")
        if let value = reader.value { kept.append((value, 2000 + count)) }
      }
    }
    #expect(kept.count == 4000)
    for (value, count) in kept {
      let text = try #require(value[0]?.string)
      #expect(text.string.unicodeScalars.count == min(count, 2000))
      // The last number is not known to be whole.
      #expect(value.array?.count == max(1, count - 2000))
      if count > 2001 { #expect(value[count - 2001] == .number(JSONNumber(count - 2001))) }
    }
  }

  @Test(
    "knows what is complete and where the rest will come",
    arguments: [
      ("", nil, "", "(nothing)"),
      ("tru", nil, "", "(nothing)"),
      ("12", nil, "", "(nothing)"),
      ("\"a", "", "", #""a""#),
      ("[", "", "", "[]"),
      ("[1", "", "/0", "[]"),
      ("[1,", "", "", "[1]"),
      ("[1,[2,\"x", "/1/1", "/1/1", #"[1,[2,"x"]]"#),
      ("[1,[2,nul", "/1", "/1/1", "[1,[2]]"),
      ("{\"a\"", "", "/a", "{}"),
      ("{\"a\":", "", "/a", "{}"),
      ("{\"a\":-", "", "/a", "{}"),
      ("{\"a\":[", "/a", "/a", #"{"a":[]}"#),
      ("{\"a\":[]", "", "", #"{"a":[]}"#),
      ("{\"a\":1,\"b", "", "", #"{"a":1}"#),
      ("{\"a\":{\"b/c~\":[{", "/a/b~1c~0/0", "/a/b~1c~0/0", #"{"a":{"b/c~":[{}]}}"#),
      ("{\"a\":[]}", nil, nil, #"{"a":[]}"#),
      ("{} ", nil, nil, "{}"),
    ] as [(String, String?, String?, String)])
  func openness(text: String, valuePath: String?, readerPath: String?, shown: String) throws {
    var reader = JSONStreamReader()
    try reader.append(text)
    let value = reader.value
    let path = reader.openPath
    #expect(value.map { JSONValue($0).description } ?? "(nothing)" == shown)
    #expect(value?.openPath?.description == valuePath)
    #expect(path?.description == readerPath)
    let isComplete = reader.isComplete
    #expect(isComplete == (readerPath == nil))
    if let valuePath, let pointer = JSONPointer(valuePath) { #expect(value?[pointer]?.isComplete == false) }
  }

  @Test("gives its parts by key, index, pointer and type")
  func access() throws {
    var reader = JSONStreamReader()
    try reader.append(#"{"a":[null,true,1.50,"x"],"o":{"k":"v"#)
    let current = reader.value
    let value = try #require(current)
    #expect(value["a"]?[0] == .null)
    #expect(value["a"]?[0]?.type == .null)
    #expect(value["a"]?[1]?.bool == true)
    #expect(value["a"]?[2]?.number?.text == "1.50")
    #expect(value["a"]?[3]?.string == "x")
    #expect(value["a"]?[4] == nil)
    #expect(value["a"]?.array?.isComplete == true)
    #expect(value["b"] == nil)
    #expect(value["a"]?["b"] == nil)
    #expect(value["o"]?[0] == nil)
    #expect(value["o"]?.object?.open?.key == "k")
    let pointer = try #require(JSONPointer("/o/k"))
    #expect(value[pointer]?.string == GrowingText("v", isComplete: false))
    #expect(try value[#require(JSONPointer("/a/01"))] == nil)
    #expect(try value[#require(JSONPointer("/o/k/0"))] == nil)
    #expect(
      [value["a"], value["o"], value["a"]?[1], value["a"]?[2], value["a"]?[3]].map { $0?.type } == [
        .array, .object, .boolean, .number, .string,
      ])
  }

  @Test("shows the last of several members with one key, from the moment when something of its value is there")
  func repeatedKeys() throws {
    var reader = JSONStreamReader(options: Self.options)
    try reader.append(#"{"a":1,"b":2,"a":"#)
    let beforeValue = reader.value
    let before = try #require(beforeValue?.object)
    #expect(before.map(\.key) == ["a", "b"])
    #expect(before["a"] == .number(1))
    try reader.append("[")
    let afterValue = reader.value
    let after = try #require(afterValue?.object)
    #expect(after.map(\.key) == ["b", "a"])
    #expect(after.count == 2)
    #expect(after["a"]?.array?.isEmpty == true)
    #expect(before.map(\.key) == ["a", "b"])
  }

  @Test("equals another one with the same parts, open and complete ones alike")
  func equality() throws {
    func value(_ pieces: String...) throws -> PartialJSON? {
      var reader = JSONStreamReader()
      for piece in pieces { try reader.append(piece) }
      return reader.value
    }
    let text = #"{"a":[1,true,null,"x"],"b":{"c":"d"#
    #expect(try value(text) == value(#"{"a":[1,tr"#, #"ue,null,"x"],"b":{"c":"#, "\"d"))
    #expect(try value(text) == value(#" {"a":[1.0,true,null,"x"],"b":{"c":"\u0064"#))
    for other in [
      #"{"a":[1,true,null,"x"],"b":{"c":"d""#, #"{"a":[1,true,null,"x"],"b":{"c":"e"#, #"{"a":[1,true,null,"x"],"b":{"#,
      #"{"a":[2,true,null,"x"],"b":{"c":"d"#, #"{"a":[1,false,null,"x"],"b":{"c":"d"#,
      #"{"a":[1,true,0,"x"],"b":{"c":"d"#,
      #"{"a":[1,true,null],"b":{"c":"d"#, #"{"e":[1,true,null,"x"],"b":{"c":"d"#, #"{"a":[1,true,null,"x"]"#,
    ] {
      #expect(try value(text) != value(other), "\(other)")
    }
    #expect(try value("[[") != value("[[]"))
    #expect(try value("[1,2,") != value("[1,2]"))
    #expect(try value("[1,\"") != value("[1,\"\""))
  }

  @Test("that is deep is compared and searched on a small stack")
  func depth() throws {
    let depth = 1024
    var reader = JSONStreamReader(options: JSONOptions(depthLimit: depth))
    try reader.append(String(repeating: #"{"a":["#, count: depth / 2))
    let first = reader.value
    let second = reader.value
    let isDone = OnSmallStack.run { first == second && first?.openPath?.tokens.count == depth - 1 }
    #expect(isDone)
  }
}
