import Testing
import TypecastJSON

@Suite("Reading value by value")
struct JSONReaderTests {
  private func read<Value>(
    _ text: String, options: JSONOptions = JSONOptions(), _ body: (inout JSONReader) throws(JSONError) -> Value
  ) throws(JSONError) -> Value {
    var reader = JSONReader(PaddedBytes(text), options: options)
    let value = try body(&reader)
    try reader.finish()
    return value
  }

  /// What a fault is called, and where it is, in one line.
  private func fault<Value>(_ text: String, _ body: (inout JSONReader) throws(JSONError) -> Value) -> String {
    do throws(JSONError) {
      _ = try read(text, body)
      return "none"
    } catch {
      return "\(error.kind.rawValue) \(error.position.offset): \(error.message)"
    }
  }

  @Test(
    "Integers, however they are written",
    arguments: [
      ("0", 0), ("-0", 0), ("7", 7), (" \n 42 ", 42), ("-15", -15), ("1.0", 1), ("1e2", 100), ("1E+2", 100),
      ("2500e-2", 25), ("0.0", 0), ("0e5", 0),
      ("123456789012345678", 123_456_789_012_345_678), ("9223372036854775807", Int.max),
      ("-9223372036854775808", Int.min), ("9223372036854775807.0", Int.max),
    ])
  func ints(_ text: String, _ value: Int) throws {
    #expect(try read(text) { reader throws(JSONError) in try reader.int() } == value)
  }

  @Test(
    "What is no integer, and what is too large for one, are two faults",
    arguments: [
      ("1.5", "wrongType 0: expected an integer, found 1.5"),
      ("[1e-1]", "wrongType 0: expected an integer, found an array"),
      ("1e-400", "wrongType 0: expected an integer, found 1e-400"),
      ("\"1\"", "wrongType 0: expected an integer, found a string"),
      (" null", "wrongType 1: expected an integer, found null"),
      ("true", "wrongType 0: expected an integer, found a boolean"),
      (
        "9223372036854775808",
        "numberOutOfRange 0: expected an integer from -9223372036854775808 to 9223372036854775807, found 9223372036854775808"
      ),
      (
        "-1e19", "numberOutOfRange 0: expected an integer from -9223372036854775808 to 9223372036854775807, found -1e19"
      ),
      ("01", "malformedNumber 1: expected no further digit after a leading zero, found '1'"),
      ("-", "unexpectedEnd 1: expected a digit after '-', found the end of the text"),
      ("1.", "unexpectedEnd 2: expected a digit after '.', found the end of the text"),
      ("1e", "unexpectedEnd 2: expected a digit in the exponent, found the end of the text"),
      ("", "unexpectedEnd 0: expected an integer, found the end of the text"),
      ("]", "unexpectedByte 0: expected an integer, found ']'"),
      ("1 2", "trailingContent 2: expected the end of the text, found '2'"),
      ("1a", "trailingContent 1: expected the end of the text, found 'a'"),
    ])
  func badInts(_ text: String, _ message: String) {
    #expect(fault(text) { reader throws(JSONError) in try reader.int() } == message)
  }

  @Test(
    "Doubles are the nearest",
    arguments: [
      "0", "-0.0", "1", "0.1", "19.99", "1e22", "1e23", "1.7976931348623157e308", "5e-324", "1e-400",
      "9007199254740993", "123456789012345678901234567890", " 2.5 ",
    ])
  func doubles(_ text: String) throws {
    let expected = JSONNumber(String(text.filter { $0 != " " }))?.double
    #expect(try read(text) { reader throws(JSONError) in try reader.double() }.bitPattern == expected?.bitPattern)
  }

  @Test("A number too large for a Double is out of range")
  func badDoubles() {
    let read = { (reader: inout JSONReader) throws(JSONError) in try reader.double() }
    #expect(fault("1e400", read) == "numberOutOfRange 0: expected a number within ±1.7976931348623157e308, found 1e400")
    #expect(fault("\"x\"", read) == "wrongType 0: expected a number, found a string")
    #expect(fault(String(repeating: "9", count: 400), read).hasSuffix(String(repeating: "9", count: 40) + "…"))
  }

  @Test(
    "Numbers are compared and divided by their decimal text",
    arguments: [
      ("19.99", 0, 1999, true), ("19.990", 0, 1999, true), ("19.995", 1, 1999, false), ("1999e-2", 0, 1999, true),
      ("-19.99", -1, 1999, true),
      ("19.99000000000000000000000000001", 1, 1999, false), ("1e400", 1, 1999, true), ("0", -1, 1999, true),
      ("19.98999999999999999999999", -1, 1999, false),
    ])
  func numbers(_ text: String, _ order: Int, _ hundredths: UInt64, _ isInHundredths: Bool) throws {
    let bound = Decimal(hundredths, exponent: -2)
    let result = try read(text) { reader throws(JSONError) in
      let number = try reader.number()
      return (number.compare(with: bound), number.isMultiple(of: Decimal(1, exponent: -2)), number.number.text)
    }
    #expect(result == (order, isInHundredths, text))
  }

  @Test("Nothing is a multiple of zero")
  func multiplesOfZero() throws {
    let result = try read("0") { reader throws(JSONError) in try reader.number().isMultiple(of: Decimal(0)) }
    #expect(!result)
  }

  @Test(
    "Strings and their length in code points",
    arguments: [
      (#""""#, "", 0), (#""abc""#, "abc", 3), (" \"é日😀\"", "é日😀", 3), (#""a\nb\u00e9\ud83d\ude00""#, "a\nbé😀", 5),
      ("\"e\u{301}\"", "e\u{301}", 2),
      (#""a string that is longer than fifteen bytes""#, "a string that is longer than fifteen bytes", 42),
    ])
  func strings(_ text: String, _ content: String, _ length: Int) throws {
    #expect(try read(text) { reader throws(JSONError) in try reader.string() }.utf8.elementsEqual(content.utf8))
    let result = try read(text) { reader throws(JSONError) in
      let text = try reader.text()
      return (Array(text.bytes), text.codePointCount, text.equals("abc"))
    }
    #expect(result.0 == Array(content.utf8))
    #expect(result.1 == length)
    #expect(result.2 == (content == "abc"))
  }

  @Test(
    "Faults in strings",
    arguments: [
      ("1", "wrongType 0: expected a string, found a number"),
      ("\"a", "unexpectedEnd 2: expected '\"' to close the string, found the end of the text"),
      ("\"\\q\"", "malformedEscape 2: expected one of \" \\ / b f n r t u after '\\', found 'q'"),
      ("\"\\ud800\"", "loneSurrogate 1: expected a low surrogate after a high one, found \\ud800 alone"),
      (
        "\"a\u{1}\"",
        "controlCharacter 2: expected an escape such as \\n, or a printable character, found control character U+0001"
      ),
    ])
  func badStrings(_ text: String, _ message: String) {
    #expect(fault(text) { reader throws(JSONError) in try reader.string() } == message)
    #expect(fault(text) { reader throws(JSONError) in try reader.text().count } == message)
    if text.hasPrefix("\"") { #expect(fault(text) { reader throws(JSONError) in try reader.skip() } == message) }
  }

  @Test(
    "A string can be taken at once if it is the one that was hoped for",
    arguments: [
      (#""EUR""#, true), (#""EUR"#, false), (#""EURO""#, false), (#""EU""#, false), (#""\u0045UR""#, false),
      ("EUR", false),
    ])
  func consumesStrings(_ text: String, _ isTaken: Bool) {
    var reader = JSONReader(PaddedBytes(text))
    let taken = reader.consume(#""EUR""#)
    let offset = reader.offset
    #expect(taken == isTaken)
    #expect(offset == (isTaken ? 5 : 0))
  }

  @Test("Literals of every length are compared to their end")
  func consumesLiterals() {
    let text = "abcdefghijklmnopqrstuvwxyz"
    let literals: [StaticString] = [
      "a", "ab", "abc", "abcd", "abcde", "abcdef", "abcdefg", "abcdefgh", "abcdefghi", "abcdefghijk", "abcdefghijklmno",
      "abcdefghijklmnop",
      "abcdefghijklmnopq", "abcdefghijklmnopqrstuvw", "abcdefghijklmnopqrstuvwxyz",
    ]
    for literal in literals {
      let count = literal.utf8CodeUnitCount
      for place in 0..<count {
        var bytes = Array(text.utf8)
        bytes[place] = 0x5F
        var reader = JSONReader(PaddedBytes(bytes))
        let taken = reader.consume(literal)
        #expect(!taken, "\(literal) with byte \(place) changed")
      }
      var reader = JSONReader(PaddedBytes(text))
      let taken = reader.consume(literal)
      let offset = reader.offset
      #expect(taken && offset == count)
      var short = JSONReader(PaddedBytes(Array(text.utf8.prefix(count - 1))))
      let takenShort = short.consume(literal)
      #expect(!takenShort)
    }
  }

  @Test("Booleans and null")
  func literals() throws {
    let bool = { (reader: inout JSONReader) throws(JSONError) in try reader.bool() }
    let null = { (reader: inout JSONReader) throws(JSONError) in try reader.null() }
    #expect(try read("true", bool) == true)
    #expect(try read(" false ", bool) == false)
    #expect(fault("tru", bool) == "unexpectedEnd 3: expected 'true', found the end of the text")
    #expect(fault("fälse", bool) == "unexpectedByte 1: expected 'false', found 'ä' (U+00E4)")
    #expect(fault("null", bool) == "wrongType 0: expected a boolean, found null")
    #expect(try read(" null", null) == true)
    #expect(fault("nul", null) == "unexpectedEnd 3: expected 'null', found the end of the text")
    let isNullElseInt = { (reader: inout JSONReader) throws(JSONError) in
      try reader.null() ? nil : reader.int()
    }
    #expect(try read(" 5", isNullElseInt) == 5)
    #expect(try read(" null", isNullElseInt) == nil)
  }

  @Test(
    "Peeking says what comes and stays where it is",
    arguments: [
      (" null", JSONType.null), ("true", .boolean), ("false", .boolean), ("-1", .number), ("0", .number),
      ("\"\"", .string), ("\n[", .array), ("{", .object),
    ])
  func peeks(_ text: String, _ type: JSONType) throws {
    var reader = JSONReader(PaddedBytes(text))
    for _ in 0..<2 {
      let peeked = try reader.peek()
      #expect(peeked == type)
    }
    for bad in ["", " ", "]", "x", "\u{FEFF}1"] {
      #expect(fault(bad) { reader throws(JSONError) in try reader.peek() }.contains("expected"))
    }
  }

  @Test(
    "Arrays element by element",
    arguments: [
      ("[]", []), (" [ ] ", []), ("[1]", [1]), ("[1,2,3]", [1, 2, 3]), (" [ 1 , 2 ,\n3 ] ", [1, 2, 3]),
    ])
  func arrays(_ text: String, _ values: [Int]) throws {
    #expect(try read(text) { reader throws(JSONError) in try reader.ints() } == values)
  }

  @Test(
    "Faults between elements",
    arguments: [
      ("{}", "wrongType 0: expected an array, found an object"),
      ("[1 2]", "unexpectedByte 3: expected ',' or ']' after an element, found '2'"),
      ("[1,]", "unexpectedByte 3: expected an integer, found ']'"),
      ("[,1]", "unexpectedByte 1: expected an integer, found ','"),
      ("[1", "unexpectedEnd 2: expected ',' or ']' after an element, found the end of the text"),
      ("[", "unexpectedEnd 1: expected an integer, found the end of the text"),
      ("[1}", "unexpectedByte 2: expected ',' or ']' after an element, found '}'"),
    ])
  func badArrays(_ text: String, _ message: String) {
    #expect(fault(text) { reader throws(JSONError) in try reader.ints() } == message)
  }

  @Test("The depth limit counts arrays and objects that are open", arguments: [0, 1, 2, 5])
  func limitsDepth(limit: Int) throws {
    let options = JSONOptions(depthLimit: limit)
    for (open, close) in [("[", "]"), (#"{"name":"#, "}"), (#"{ "name" :"#, "}"), (#"{"other":"#, "}")] {
      let text = { (depth: Int) in
        String(repeating: open, count: depth) + "null" + String(repeating: close, count: depth)
      }
      let nest = { (reader: inout JSONReader) throws(JSONError) in try reader.nesting() }
      #expect(try read(text(limit), options: options, nest) == limit)
      if limit > 0 {
        let siblings = "[" + text(limit - 1) + "," + text(limit - 1) + "]"
        let value = try read(siblings, options: options) { reader throws(JSONError) in try reader.value() }
        #expect(value.array?.count == 2)
      }
      do {
        _ = try read(text(limit + 1), options: options, nest)
        Issue.record("\(limit + 1) levels were read")
      } catch {
        #expect(error.kind == .tooDeep)
        #expect(error.position.offset == limit * open.utf8.count)
      }
      do {
        _ = try read(text(limit + 1), options: options) { reader throws(JSONError) in try reader.skip() }
        Issue.record("\(limit + 1) levels were skipped")
      } catch {
        #expect(error.kind == .tooDeep)
        #expect(error.position.offset == limit * open.utf8.count)
      }
    }
  }

  @Test("Going back to a mark reads the same again, at the same depth")
  func rewinds() throws {
    var faults = 0
    let value = try read("[[1,[2]],3]", options: JSONOptions(depthLimit: 3)) { reader throws(JSONError) in
      guard try reader.openArray() else { return JSONValue.null }
      let mark = reader.mark
      for _ in 0..<5 {
        do {
          _ = try reader.ints()
        } catch {
          faults += 1
        }
        reader.rewind(to: mark)
      }
      let first = try reader.value()
      guard try reader.nextElement() else { return .null }
      let second = try reader.value()
      return try reader.nextElement() ? .null : [first, second]
    }
    #expect(faults == 5)
    #expect(value == [[1, [2]], 3])
  }

  @Test("Raw bytes and places of values")
  func raw() throws {
    var places: [TextPosition] = []
    var texts: [String] = []
    _ = try read("[ 1.50 ,\n {\"a\" : [ ]} , \"\\n\" ]") { reader throws(JSONError) in
      guard try reader.openArray() else { return }
      repeat {
        places.append(reader.position(of: reader.offset))
        texts.append(String(decoding: try reader.raw(), as: UTF8.self))
      } while try reader.nextElement()
    }
    #expect(texts == ["1.50", "{\"a\" : [ ]}", #""\n""#])
    #expect(places.map(\.description) == ["1:3", "2:2", "2:16"])
  }

  @Test("A value inside of a text as a document keeps the places of the whole")
  func documents() throws {
    let keys = JSONKeys("x", "y")
    var indices: [Int] = []
    let (document, y) = try read("{\"x\":\n [1,{\"a\":\"\\u00e9\"}], \"y\": 2}") { reader throws(JSONError) in
      indices.append(try reader.openObject(of: keys))
      let document = try reader.document()
      indices.append(try reader.nextKey(of: keys))
      let y = try reader.int()
      indices.append(try reader.nextKey(of: keys))
      return (document, y)
    }
    #expect(indices == [0, 1, JSONKeys.end])
    #expect(y == 2)
    #expect(document.root.value == [1, ["a": "é"]])
    #expect(document.root.position == TextPosition(line: 2, column: 2, offset: 7))
    #expect(document.root[1]?["a"]?.position.line == 2)
  }

  @Test("Faults of the caller's own point at the token")
  func failures() throws {
    var reader = JSONReader(PaddedBytes("\n  \"abc\""))
    let mark = reader.mark
    _ = try reader.string()
    let error = reader.failure(.wrongType, expected: "a date", at: mark)
    #expect(error.position == TextPosition(line: 2, column: 3, offset: 3))
    #expect(error.message == "expected a date, found '\"'")
  }
}

extension JSONReader {
  fileprivate mutating func ints() throws(JSONError) -> [Int] {
    var values: [Int] = []
    if try openArray() {
      repeat { values.append(try int()) } while try nextElement()
    }
    return values
  }

  /// How many arrays and objects lie inside each other, around a null.
  fileprivate mutating func nesting() throws(JSONError) -> Int {
    switch try peek() {
    case .array:
      guard try openArray() else { return 1 }
      let inner = try nesting()
      _ = try nextElement()
      return inner + 1
    case .object:
      let keys = JSONKeys("name")
      _ = try openObject(predicting: #"{"name":"#, of: keys)
      let inner = try nesting()
      _ = try closeObject(of: keys)
      return inner + 1
    default:
      _ = try null()
      return 0
    }
  }
}
