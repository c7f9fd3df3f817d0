import Testing
import TypecastJSON

@Suite("The nearest Double")
struct DoubleTests {
  private func check(_ text: String, _ place: Comment? = nil) {
    let expected = Double(text)
    #expect(JSONNumber(text)?.double.bitPattern == expected?.bitPattern, place ?? "\(text)")
  }

  @Test(
    "Hard cases: ties, subnormals, the largest, long texts",
    arguments: [
      "0", "-0", "0e999", "1", "0.1", "1e22", "1e23", "9007199254740992", "9007199254740993", "9007199254740994",
      "9007199254740995",
      "9007199254740993.0000000000000000000001", "9007199254740992.9999999999999999999999", "1.7976931348623157e308",
      "1.7976931348623158e308",
      "1.797693134862315807e308", "1.797693134862315808e308", "1.8e308", "4.9406564584124654e-324",
      "2.4703282292062327208e-324", "2.4703282292062328e-324",
      "2.2250738585072011e-308", "2.2250738585072014e-308", "2.2250738585072012e-308", "6.9294956446009195e15",
      "3.2378839133029012895883524125015321748630094e-10",
      "179769313486231580793728971405301e276", "123456789012345678901234567890e-20", "1e-400", "1e400", "-1e400",
      "5e-324", "3e-324", "2e-324",
      "18446744073709551615", "18446744073709551616", "10000000000000000000000000000000000000000e-40",
      "0.000000000000000000000000000000000001e36",
      "7205759403792793199999e-5", "7205759403792793200001e-5", "1448997445238699",
      "0.500000000000000166533453693773481063544750213623046875",
      "1090544144181609348835077142190", "8.72e-323", "1.1754943508222875e-38", "65535", "1e99999999999999999999",
      "-1e-99999999999999999999",
    ])
  func hardCases(_ text: String) {
    check(text)
  }

  @Test("Every power of ten and its neighbours")
  func powers() {
    for exponent in -345...310 {
      for digits in ["1", "9", "9007199254740993", "17976931348623157", "18446744073709551615", "2.2250738585072011"] {
        check("\(digits)e\(exponent)")
      }
    }
  }

  @Test("Random numbers of all shapes", arguments: 1...4 as ClosedRange<UInt64>)
  func random(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for round in 0..<10_000 {
      let place: Comment = "seed \(seed), round \(round)"
      let bits = generator.next()
      switch round % 5 {
      case 0:
        let double = Double(bitPattern: bits)
        if double.isFinite { check(double.description.replacing("inf", with: "0"), place) }
      case 1: check("\(bits)e\(Int.random(in: -345...300, using: &generator))", place)
      case 2: check("-\(Int.random(in: 0...180, using: &generator)).\(bits % 1_000_000_000_000_000)", place)
      case 3: check("\(bits % 10).\(bits)\(generator.next())e\(Int.random(in: -330...310, using: &generator))", place)
      default:
        // Halfway between two neighbours, and one to either side.
        let shift = UInt64.random(in: 1...10, using: &generator)
        let halfway = ((1 << 53) | bits >> 11) << shift | 1 << (shift - 1)
        for integer in [halfway - 1, halfway, halfway + 1] { check("\(integer)", place) }
      }
    }
  }

  @Test(
    "Written with the fewest digits, as ECMAScript does",
    arguments: [
      (0.0, "0"), (-0.0, "0"), (1.0, "1"), (-1.5, "-1.5"), (0.1, "0.1"), (1e21, "1e+21"),
      (1e20, "100000000000000000000"), (123456789012345680000.0, "123456789012345680000"),
      (1e-6, "0.000001"), (1e-7, "1e-7"), (1.5e-7, "1.5e-7"), (Double.leastNonzeroMagnitude, "5e-324"),
      (1.7976931348623157e308, "1.7976931348623157e+308"), (9007199254740992.0, "9007199254740992"),
      (1.0 / 3.0, "0.3333333333333333"), (4.5e15, "4500000000000000"), (1e23, "1e+23"),
      (9.999999999999997e22, "9.999999999999997e+22"), (-1e-7, "-1e-7"),
      (295147905179352830000.0, "295147905179352830000"), (333333333.33333329, "333333333.3333333"),
      (0.000001234, "0.000001234"),
    ])
  func shortest(_ double: Double, _ text: String) {
    #expect(JSONNumber(double)?.text == text)
  }

  @Test("What is written reads back as the same value", arguments: [7 as UInt64, 8])
  func survivesWriting(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for round in 0..<10_000 {
      let double = Double(bitPattern: generator.next())
      guard double.isFinite else { continue }
      let number = try #require(JSONNumber(double), "seed \(seed), round \(round)")
      #expect(number.double == double, "seed \(seed), round \(round): \(number)")
      #expect(JSONNumber(number.text) != nil, "seed \(seed), round \(round): \(number)")
    }
  }
}
