import Testing
import TypecastJSON

@Suite("Hashes of numbers")
struct JSONNumberHashTests {
  @Test(
    "Equal numbers have equal hashes where one of them is too large to be small",
    arguments: [
      ("1e1099511627777", "10e1099511627776"), ("0.00001e1099511627781", "1e1099511627776"),
      ("12345678901234567890123", "1.2345678901234567890123e22"), ("-0e1099511627777", "0"),
      ("-123456789012345678901000", "-123456789012345678901e3"),
    ])
  func spellings(first: String, second: String) throws {
    let first = try #require(JSONNumber(first))
    let second = try #require(JSONNumber(second))
    #expect(first == second)
    #expect(first.hashValue == second.hashValue)
    let document = try JSONDocument("[\(first), \(second)]")
    let view = TapeView(document)
    #expect(view.hash(1) == view.hash(2))
  }

  @Test("Numbers made to collide without the seed do not, so that sets of them stay quick", .timeLimit(.minutes(10)))
  func collisions() throws {
    // All of these are the same modulo two to the power of 64.
    let numbers = (0..<20_000).map { JSONNumber(UInt128(10_000_000_000_000_000_000) + (UInt128($0 + 1) << 64)) }
    #expect(Set(numbers).count == numbers.count)
    let document = try JSONDocument("[" + numbers.map(\.text).joined(separator: ",") + "]")
    let view = TapeView(document)
    #expect(Set((1...numbers.count).map(view.hash)).count == numbers.count)
  }
}
