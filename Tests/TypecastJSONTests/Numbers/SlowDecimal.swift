/// Exact decimal arithmetic as on paper: one digit at a time, slow and simple, to compare the quick one with.
struct SlowDecimal {
  let isNegative: Bool
  /// The highest digit first, without leading zeros; none for zero.
  let digits: [Int]
  let exponent: Int

  init(_ text: String) {
    isNegative = text.hasPrefix("-")
    let parts = text.drop { $0 == "-" }.split(whereSeparator: { $0 == "e" || $0 == "E" })
    let mantissa = parts[0].split(separator: ".")
    let fraction = mantissa.count > 1 ? String(mantissa[1]) : ""
    digits = (mantissa[0] + fraction).compactMap(\.wholeNumberValue).trimmingZeros
    exponent = (parts.count > 1 ? Int(parts[1]) ?? 0 : 0) - fraction.count
  }

  /// The digits of the integer that the value is in units of 10^`unit`.
  private func scaled(to unit: Int) -> [Int] {
    digits.isEmpty ? [] : digits + [Int](repeating: 0, count: exponent - unit)
  }

  static func compare(_ left: SlowDecimal, _ right: SlowDecimal) -> Int {
    let unit = min(left.exponent, right.exponent)
    let (a, b) = (left.scaled(to: unit), right.scaled(to: unit))
    let signed = { (digits: [Int], isNegative: Bool) in digits.isEmpty ? 0 : (isNegative ? -1 : 1) }
    let (signA, signB) = (signed(a, left.isNegative), signed(b, right.isNegative))
    if signA != signB { return signA < signB ? -1 : 1 }
    return signA * compareMagnitudes(a, b)
  }

  static func isMultiple(_ value: SlowDecimal, of divisor: SlowDecimal) -> Bool {
    let unit = min(value.exponent, divisor.exponent)
    let modulus = divisor.scaled(to: unit)
    if modulus.isEmpty { return false }
    var rest: [Int] = []
    for digit in value.scaled(to: unit) {
      rest = (rest + [digit]).trimmingZeros
      while compareMagnitudes(rest, modulus) >= 0 { rest = subtract(modulus, from: rest) }
    }
    return rest.isEmpty
  }

  var isInteger: Bool {
    digits.isEmpty || exponent >= 0 || (digits.count >= -exponent && digits.suffix(-exponent).allSatisfy { $0 == 0 })
  }

  private static func compareMagnitudes(_ left: [Int], _ right: [Int]) -> Int {
    if left.count != right.count { return left.count < right.count ? -1 : 1 }
    for (a, b) in zip(left, right) where a != b { return a < b ? -1 : 1 }
    return 0
  }

  private static func subtract(_ right: [Int], from left: [Int]) -> [Int] {
    var result = left
    var borrow = 0
    for place in 1...left.count {
      var digit = left[left.count - place] - borrow - (place <= right.count ? right[right.count - place] : 0)
      borrow = digit < 0 ? 1 : 0
      if digit < 0 { digit += 10 }
      result[left.count - place] = digit
    }
    return result.trimmingZeros
  }
}

extension [Int] {
  fileprivate var trimmingZeros: [Int] { Array(drop { $0 == 0 }) }
}
