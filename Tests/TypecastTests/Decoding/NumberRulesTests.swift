import Testing
import Typecast

@Suite("What a schema demands of a number")
struct NumberRulesTests {
  private func read<Value>(
    _ text: String, _ read: (inout JSONReader) throws(JSONError) -> Value
  ) throws(JSONError) -> Value {
    var reader = JSONReader(PaddedBytes(text))
    let value = try read(&reader)
    try reader.finish()
    return value
  }

  private func allows(_ text: String, _ rules: NumberRules) -> Bool {
    (try? read(text) { reader throws(JSONError) in try reader.exact(rules) }) != nil
  }

  @Test("Limits are exact, and inside or outside")
  func limits() {
    let tenth = Decimal(1, exponent: -1)
    #expect(allows("0.1", NumberRules(atLeast: tenth)) && !allows("0.1", NumberRules(moreThan: tenth)))
    #expect(allows("0.1", NumberRules(atMost: tenth)) && !allows("0.1", NumberRules(lessThan: tenth)))
    #expect(!allows("0.09999999999999999999999", NumberRules(atLeast: tenth)))
    #expect(allows("0.10000000000000000000001", NumberRules(moreThan: tenth)))
    #expect(!allows("0.10000000000000000000001", NumberRules(atMost: tenth)))
    #expect(allows("1e-1", NumberRules(atLeast: tenth, atMost: tenth)))
    #expect(allows("-1e400", NumberRules(atMost: tenth)) && !allows("1e400", NumberRules(atMost: tenth)))
    #expect(allows("-2.5", NumberRules(atLeast: Decimal(25, exponent: -1, isNegative: true))))
  }

  @Test("Multiples are exact")
  func multiples() {
    let cent = NumberRules(multipleOf: Decimal(1, exponent: -2))
    #expect(allows("19.99", cent) && allows("0", cent) && allows("-1e3", cent) && !allows("19.999", cent))
    #expect(allows("123456789012345678901234567890.01", cent) && !allows("123456789012345678901234567890.001", cent))
  }

  @Test("Integers may be written with a point")
  func integers() throws {
    #expect(allows("1.0", NumberRules(isInteger: true)) && allows("10e-1", NumberRules(isInteger: true)))
    #expect(!allows("1.5", NumberRules(isInteger: true)))
    #expect(try read("1.0e1") { reader throws(JSONError) in try reader.int(NumberRules(), as: Int.self) } == 10)
    #expect(
      try read("18446744073709551615") { reader throws(JSONError) in try reader.int(NumberRules(), as: UInt64.self) }
        == .max)
    for text in ["1e19", "10000000000000000000.0", "1.0e19", "100000000000000000000e-1"] {
      #expect(
        try read(text) { reader throws(JSONError) in try reader.int(NumberRules(), as: UInt64.self) }
          == 10_000_000_000_000_000_000, "\(text)")
    }
    for text in ["18446744073709551616", "-1", "1e30", "1e999999999999999999999999", "-18446744073709551615"] {
      let error = #expect(throws: JSONError.self) {
        try read(text) { reader throws(JSONError) in try reader.int(NumberRules(), as: UInt64.self) }
      }
      #expect(error?.kind == .numberOutOfRange)
    }
  }

  @Test("A double is the nearest one; where there is none, that is said")
  func doubles() throws {
    #expect(try read("0.1") { reader throws(JSONError) in try reader.double(NumberRules()) } == 0.1)
    let error = #expect(throws: JSONError.self) {
      try read("1e400") { reader throws(JSONError) in try reader.double(NumberRules()) }
    }
    #expect(error?.kind == .numberOutOfRange)
    for text in ["\"1\"", "null", "01", "-"] {
      #expect(throws: JSONError.self) {
        try read(text) { reader throws(JSONError) in try reader.double(NumberRules()) }
      }
    }
  }

  @Test("An integer within bounds")
  func bounded() throws {
    for (text, isAllowed) in [("0", false), ("1", true), ("3.0", true), ("4", false), ("1.5", false)] {
      let value = try? read(text) { reader throws(JSONError) in try reader.int(atLeast: 1, atMost: 3) }
      #expect((value != nil) == isAllowed, "\(text)")
    }
  }
}
