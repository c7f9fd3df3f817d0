import Testing
import TypecastJSON

@Suite("A number is read while it is checked")
struct DecimalScanTests {
  @Test(
    "A number has one point and one exponent, however long it is",
    arguments: ["0.1.2", "1234567890.12345678901234567890.0", "12345678901234567890.1.e5", "1.0e5e5", "1e5.0"])
  func secondPoint(text: String) throws {
    var reader = JSONReader(PaddedBytes(text))
    let number = try reader.number().number
    #expect(number.text != text)
    #expect(throws: JSONError.self) { try reader.finish() }
  }

  @Test(
    "A long number is read to its end",
    arguments: ["1234567890.12345678901234567890", "12345678901234567890", "-12345678901234567890.5E-7", "1e+5"])
  func whole(text: String) throws {
    var reader = JSONReader(PaddedBytes(text))
    let number = try reader.number()
    #expect(number.number.text == text)
    #expect(number.double == Double(text))
    try reader.finish()
  }

  @Test("An exponent has digits", arguments: ["1e", "1e+", "12345678901234567890.5e-", "0E,"])
  func emptyExponent(text: String) {
    var reader = JSONReader(PaddedBytes(text))
    #expect(throws: JSONError.self) { _ = try reader.number() }
  }
}
