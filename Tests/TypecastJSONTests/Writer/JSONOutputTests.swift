import Testing
import TypecastJSON

@Suite("Writing JSON value after value")
struct JSONOutputTests {
  private func written(_ write: (inout JSONOutput) -> Void) -> String {
    var output = JSONOutput(capacity: 0)
    write(&output)
    return output.text
  }

  @Test("Commas come by themselves, at every depth")
  func structure() {
    let text = written { output in
      output.openObject()
      output.writtenKey("\"a\":")
      output.openArray()
      output.element()
      output.openArray()
      output.closeArray()
      output.element()
      output.openObject()
      output.closeObject()
      output.element()
      output.int(1)
      output.closeArray()
      output.key("[")
      output.string("{")
      output.key("b")
      output.null()
      output.writtenKey("\"c\":")
      output.bool(true)
      output.closeObject()
    }
    #expect(text == #"{"a":[[],{},1],"[":"{","b":null,"c":true}"#)
  }

  @Test("A comma follows a string that ends as an array or object begins")
  func misleading() {
    let text = written { output in
      output.openArray()
      for string in ["[", "{", ""] {
        output.element()
        output.string(string)
      }
      output.closeArray()
    }
    #expect(text == #"["[","{",""]"#)
  }

  @Test(
    "Integers of every size",
    arguments: [0, 1, 9, 10, 99, 100, 1_234_567_890, .max, .min, -1, -10, Int(Int32.min)])
  func integers(value: Int) {
    #expect(written { $0.int(value) } == String(value))
    #expect(written { $0.int(UInt64(value.magnitude)) } == String(value.magnitude))
    #expect(written { $0.int(Int8(truncatingIfNeeded: value)) } == String(Int8(truncatingIfNeeded: value)))
  }

  @Test("Integers beyond Int")
  func unsigned() {
    #expect(written { $0.int(UInt64.max) } == "18446744073709551615")
  }

  @Test("Doubles read back as the same value")
  func doubles() throws {
    var generator = SeededGenerator(seed: 7)
    let special = [
      0, -0.0, 0.1, -0.5, 1e15, 1e15 - 1, -1e15, 999_999_999_999_999.9, 1e16, 1e21, 1e300, .leastNonzeroMagnitude,
      .greatestFiniteMagnitude,
      123.456,
    ]
    let random = (0..<20_000).map { _ in Double(bitPattern: generator.next()) }.filter(\.isFinite)
    for value in special + random {
      let text = written { $0.double(value) }
      #expect(try JSONValue(parsing: text).number?.double == value, "\(value) is written as \(text)")
    }
    #expect(written { $0.double(100) } == "100")
    #expect(written { $0.double(-3) } == "-3")
    #expect(written { $0.double(.nan) } == "null" && written { $0.double(-.infinity) } == "null")
  }

  @Test("Numbers that JSON can't hold leave gaps")
  func gaps() {
    var output = JSONOutput()
    output.openArray()
    for number in [1, Double.nan, -Double.infinity] {
      output.element()
      output.double(number)
    }
    output.closeArray()
    #expect(output.text == "[1,null,null]" && output.gaps.map(\.offset) == [3, 8])
    #expect(output.gaps[0].number.isNaN && output.gaps[1].number == -.infinity)
  }

  @Test("Strings are escaped as the writer has them, whatever stands where")
  func strings() {
    let pieces = ["\"", "\\", "\u{0}", "\n", "\u{1F}", "\u{7F}", "é", "\u{2028}", "\u{1F600}"]
    for piece in pieces {
      for length in 0..<20 {
        for text in [String(repeating: "a", count: length) + piece + "bc", String(repeating: piece, count: length)] {
          #expect(written { $0.string(text) } == JSONWriter().string(of: .string(text)))
        }
      }
    }
    #expect(written { $0.string("") } == #""""#)
  }

  @Test("Any value is written as the writer has it")
  func values() {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<2_000 {
      let (value, _) = RandomJSON.value(levels: 4, using: &generator)
      #expect(written { $0.value(value) } == JSONWriter().string(of: value))
      if case .object(let object) = value {
        let text = written { output in
          output.openObject()
          output.members(of: object)
          output.closeObject()
        }
        #expect(text == JSONWriter().string(of: value))
      }
    }
  }

  @Test("Bytes and text are the same")
  func bytes() {
    var output = JSONOutput()
    output.string(String(repeating: "ä", count: 5000))
    #expect(output.bytes == Array(output.text.utf8))
    #expect(output.bytes.count == 10_002)
  }
}
