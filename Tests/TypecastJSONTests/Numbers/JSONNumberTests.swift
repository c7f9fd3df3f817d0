import Testing
import TypecastJSON

@Suite("Numbers, exactly")
struct JSONNumberTests {
  private func number(_ text: String) throws -> JSONNumber { try #require(JSONNumber(text), "\(text)") }

  @Test(
    "Only what RFC 8259 allows is a number",
    arguments: [
      "", "-", "+1", ".5", "1.", "01", "-01", "1e", "1e+", "1.e1", "0x10", "NaN", "Infinity", " 1", "1 ", "1,5",
      "1_000", "１", "--1", "1e1.5",
    ])
  func refuses(_ text: String) {
    #expect(JSONNumber(text) == nil)
  }

  @Test(
    "The text is kept", arguments: ["0", "-0", "1.50", "1E+05", "123456789012345678901234567890", "1e400", "0.1e-7"])
  func keepsText(_ text: String) throws {
    #expect(try number(text).text == text)
    #expect(try JSONValue(parsing: text).description == text)
  }

  @Test(
    "Integers are found however they are written",
    arguments: [
      ("0", 0), ("-0", 0), ("0.0", 0), ("0e999999999999999999999", 0), ("7", 7), ("1.0", 1), ("1e2", 100),
      ("1200e-2", 12), ("-1.5e1", -15),
      ("9223372036854775807", Int.max), ("-9223372036854775808", Int.min), ("9223372036854775808", nil),
      ("-9223372036854775809", nil),
      ("9223372036854775807.000", Int.max), ("0.9223372036854775807e19", Int.max),
      ("922337203685477580700e-2", Int.max),
      ("1e18", 1_000_000_000_000_000_000), ("1e19", nil), ("1.5", nil), ("1e-1", nil), ("1e400", nil), ("1e-400", nil),
      ("12345678901234567890123", nil),
      ("100000000000000000000000000000e-28", 10), ("1e99999999999999999999", nil),
      ("1.00000000000000000000000000001", nil),
    ] as [(String, Int?)])
  func int(_ text: String, _ int: Int?) throws {
    #expect(try number(text).int == int)
  }

  @Test(
    "Whether a number is whole",
    arguments: [
      ("1", true), ("1.0", true), ("1.5", false), ("15e-1", false), ("150e-1", true), ("1e400", true),
      ("1e-400", false), ("0e-400", true),
      ("123456789012345678901234567890.0", true), ("123456789012345678901234567890.5", false),
      ("1e-99999999999999999999999", false),
      ("1e99999999999999999999999", true),
    ])
  func isInteger(_ text: String, _ isInteger: Bool) throws {
    #expect(try number(text).isInteger == isInteger)
  }

  @Test(
    "Multiples are exact",
    arguments: [
      ("19.99", "0.01", true), ("19.995", "0.01", false), ("0.3", "0.1", true), ("4.35", "0.01", true),
      ("1.1", "0.1", true), ("0", "7", true), ("-9", "3", true),
      ("9", "-3", true), ("10", "4", false), ("7.5", "2.5", true), ("1e400", "3", false), ("3e400", "3", true),
      ("1e400", "1e399", true), ("1e399", "1e400", false),
      ("1e-400", "1e-401", true), ("1", "0", false), ("0", "0", false), ("12345678901234567890", "10", true),
      ("12345678901234567891", "10", false),
      ("98765432109876543210987654321", "123456789", false),
      ("15241578780673678515622620750190521", "123456789012345678901234567890123", false),
      ("100", "1e-50", true), ("1e308", "0.123456789", false), ("1e1000000000", "7", false),
      ("7e1000000000", "7", true), ("1e-1000000000", "7", false),
      ("0.0075", "0.0001", true), ("0.00751", "0.0001", false), ("18446744073709551616", "18446744073709551615", false),
    ])
  func isMultiple(_ value: String, _ divisor: String, _ isMultiple: Bool) throws {
    #expect(try number(value).isMultiple(of: number(divisor)) == isMultiple)
  }

  @Test("Order, equality and multiples agree with arithmetic on paper", arguments: 1...6 as ClosedRange<UInt64>)
  func agreesWithPaper(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for round in 0..<1500 {
      let a = RandomJSON.number(using: &generator).shortExponent
      var b = RandomJSON.number(using: &generator).shortExponent
      // Random numbers are hardly ever equal, or multiples: make some so.
      switch round % 4 {
      case 0: b = a.contains(where: { $0 == "e" || $0 == "E" }) ? a : a + "e0"
      case 1:
        b = ["1", "2", "0.5", "0.01", "0.001", "3", "7e-3", "25e-4", "1e3"].randomElement(using: &generator) ?? "1"
      default: break
      }
      let (left, right) = try (number(a), number(b))
      let (slowLeft, slowRight) = (SlowDecimal(a), SlowDecimal(b))
      let order = SlowDecimal.compare(slowLeft, slowRight)
      let place: Comment = "seed \(seed), round \(round): \(a) and \(b)"
      #expect((left < right) == (order < 0), place)
      #expect((left > right) == (order > 0), place)
      #expect((left == right) == (order == 0), place)
      if order == 0 { #expect(left.hashValue == right.hashValue, place) }
      #expect(left.isMultiple(of: right) == SlowDecimal.isMultiple(slowLeft, of: slowRight), place)
      #expect(left.isInteger == slowLeft.isInteger, place)
    }
  }

  /// Everything that shifts the point of one value, in all spellings that are equal.
  @Test(
    "Equal numbers hash alike in every spelling",
    arguments: [
      "1", "12", "-9007199254740993", "1234567890123456789", "12345678901234567890123", "99999999999999999999",
    ])
  func hashesSpellings(_ digits: String) throws {
    let plain = try number(digits)
    for shift in [0, 1, 5, 19, 20, 21, 40, 300] {
      let zeros = String(repeating: "0", count: shift)
      let spellings = ["\(digits)\(zeros)e-\(shift)", "\(digits).\(zeros)0", "\(digits).0e0"]
      for spelling in spellings {
        #expect(try number(spelling) == plain, "\(spelling)")
        #expect(try number(spelling).hashValue == plain.hashValue, "\(spelling)")
      }
    }
  }

  @Test("A megabyte of digits is read, compared and divided in time", .timeLimit(.minutes(15)))
  func survivesLongNumbers() throws {
    let digits = String(repeating: "7", count: 1 << 20)
    let value = try number(digits)
    #expect(value.isInteger)
    #expect(value.int == nil)
    #expect(value.double == .infinity)
    #expect(value == (try number(digits + ".0")))
    #expect(value < (try number(digits + "1")))
    #expect(value.isMultiple(of: 7))
    #expect(!value.isMultiple(of: try number("0.123456789012345678901234567891")))
    #expect(value.hashValue == (try number(digits + "e0")).hashValue)
    let small = try number("0." + String(repeating: "0", count: 1 << 20) + "1")
    #expect(small.double == 0)
    #expect(small > 0)
    let exponent = try number("1e" + digits)
    #expect(exponent.double == .infinity)
    #expect(exponent > value)
    #expect((try number("1e-" + digits)).double == 0)
    #expect((try number("0e" + digits)) == 0)
  }

  @Test("Made from Swift's numbers")
  func initializes() {
    #expect(JSONNumber(UInt64.max).text == "18446744073709551615")
    #expect(JSONNumber(-5).text == "-5")
    #expect(JSONNumber(1.5)?.text == "1.5")
    #expect(JSONNumber(Double.nan) == nil)
    #expect(JSONNumber(-Double.infinity) == nil)
    #expect((7 as JSONNumber).description == "7")
  }
}

extension String {
  /// The slow arithmetic writes exponents out as zeros.
  fileprivate var shortExponent: String {
    guard let place = firstIndex(where: { $0 == "e" || $0 == "E" }) else { return self }
    let exponent = (Int(self[index(after: place)...]) ?? 0) % 60
    return self[...place] + String(exponent)
  }
}
