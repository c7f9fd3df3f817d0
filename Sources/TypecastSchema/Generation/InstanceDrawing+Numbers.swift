import TypecastJSON

extension InstanceDrawing {
  /// A number of one of the sorts in `type` that a demand allows.
  mutating func drawNumber(_ demand: Demand, _ type: TypeSet, named hint: String?) -> JSONNumber? {
    let wantsInteger = !type.contains(.fraction)
    if flavour == .wild, random.chance(30), let number = strangeNumber(demand) { return number }
    for attempt in 0..<12 {
      let grid = NumberGrid(demand, wantsInteger: wantsInteger, extraDigits: attempt < 2 ? 2 : attempt)
      guard let value = pick(on: grid, demand) else { continue }
      var number = JSONNumber(trusted: grid.text(of: value))
      let isPlain = demand.types.contains(.plainInteger)
      if wantsInteger, !isPlain || flavour == .wild && demand.types.contains(.roundFraction) && random.chance(30) {
        number = odd(number)
      }
      if demand.accepts(.number(number)) { return number }
    }
    // Limits beyond any grid are numbers themselves.
    let ends = [demand.lower, demand.upper].compactMap { $0?.limit }
    return (ends + demand.divisors + demand.constantNumbers).first { demand.accepts(.number($0)) }
  }

  private mutating func pick(on grid: NumberGrid, _ demand: Demand) -> Int128? {
    guard let (first, last) = grid.window(lower: demand.lower, upper: demand.upper) else { return nil }
    let width = last - first
    switch random.below(flavour == .wild ? 4 : 12) {
    case 0: return first
    case 1: return last
    default:
      // Most ranges are meant for small numbers, however wide they are.
      let near = min(width, flavour == .wild && random.chance(30) ? width : random.chance(80) ? 100 : 10_000)
      return first + Int128(random.below(Int(clamping: near) == Int.max ? Int.max : Int(clamping: near) + 1))
    }
  }

  /// An integer in a spelling with a point or an exponent.
  private mutating func odd(_ number: JSONNumber) -> JSONNumber {
    var digits = number.text
    switch random.below(4) {
    case 0: return JSONNumber(trusted: digits + ".0")
    case 1: return JSONNumber(trusted: digits + "e0")
    case 2: return JSONNumber(trusted: digits + "0E-1")
    default:
      var zeros = 0
      while digits.utf8.count > 1, digits.utf8.last == 0x30 {
        digits.removeLast()
        zeros += 1
      }
      return JSONNumber(trusted: zeros == 0 ? digits + ".000" : "\(digits)e+\(zeros)")
    }
  }

  private mutating func strangeNumber(_ demand: Demand) -> JSONNumber? {
    let strange = [
      "0", "-0", "-0.0", "0e5", "1.0", "1e2", "1E+2", "100e-2", "0.1", "0.30000000000000004", "1e-7",
      "9007199254740993",
      "-9223372036854775808", "9223372036854775807", "9223372036854775808", "18446744073709551615",
      "18446744073709551616", "123456789012345678901234567890", "1.7976931348623157e308", "5e-324", "1e300", "-1e-300",
      "4294967296", "-2147483649", "3.141592653589793", "1e22", "12345678.90123",
    ].map { JSONNumber(trusted: $0) }
    return random.shuffled(strange).prefix(6).first { demand.accepts(.number($0)) }
  }
}

extension Demand {
  fileprivate var constantNumbers: [JSONNumber] { suggestions.compactMap(\.number) }
}

/// Evenly spaced decimals: the whole multiples of a step, itself a number of units of a power of ten.
private struct NumberGrid {
  /// How many digits of a unit stand behind the point.
  let scale: Int
  let step: Int128

  private static let limit: Int128 = 1_000_000_000_000_000_000_000_000_000

  init(_ demand: Demand, wantsInteger: Bool, extraDigits: Int) {
    let divisors = demand.divisors.map(NumberGrid.decimal)
    let ends = [demand.lower, demand.upper].compactMap { $0.map { NumberGrid.decimal($0.limit) } }
    let digits = (divisors + (wantsInteger ? [] : ends)).map { $0.isSmall ? max(0, -$0.exponent) : 0 }.max() ?? 0
    let scale = min(digits + (wantsInteger || !divisors.isEmpty ? 0 : extraDigits), 18)
    self.scale = scale
    var step: Int128 = wantsInteger ? NumberGrid.power(scale) : 1
    for divisor in divisors {
      guard let units = NumberGrid.units(divisor, scale: scale), units > 0 else { continue }
      let multiple = step / NumberGrid.greatestDivisor(step, units)
      if units <= NumberGrid.limit / multiple { step = multiple * units }
    }
    self.step = step
  }

  /// The first and the last place on the grid that lie within the ends; nil if none does.
  func window(lower: NumberEnd?, upper: NumberEnd?) -> (Int128, Int128)? {
    let low = lower.flatMap { end in
      NumberGrid.units(NumberGrid.decimal(end.limit), scale: scale).map { units in
        NumberGrid.floor(units + (end.isExclusive ? 0 : -1), step) + 1
      }
    }
    let high = upper.flatMap { end in
      NumberGrid.units(NumberGrid.decimal(end.limit), scale: scale).map { units in
        NumberGrid.floor(units - (end.isExclusive ? 1 : 0), step)
      }
    }
    let span = max(100 * NumberGrid.power(scale) / step, 20)
    switch (low, high) {
    case (let low?, let high?): return low <= high ? (low, high) : nil
    case (let low?, nil): return (low, low + span)
    case (nil, let high?): return high >= 0 ? (0, high) : (high - span, high)
    case (nil, nil): return (0, span)
    }
  }

  func text(of place: Int128) -> String {
    let units = place * step
    var digits = String(units.magnitude)
    if scale > 0 {
      if digits.utf8.count <= scale { digits = String(repeating: "0", count: scale + 1 - digits.utf8.count) + digits }
      let point = digits.utf8.index(digits.startIndex, offsetBy: digits.utf8.count - scale)
      var fraction = digits[point...]
      while fraction.utf8.last == 0x30 { fraction.removeLast() }
      digits = digits[..<point] + (fraction.isEmpty ? "" : "." + fraction)
    }
    return units < 0 ? "-" + digits : digits
  }

  private static func decimal(_ number: JSONNumber) -> Decimal {
    number.withUTF8 { Decimal($0) }
  }

  /// A number in units, cut towards minus infinity; nil for one that is far off.
  private static func units(_ decimal: Decimal, scale: Int) -> Int128? {
    guard decimal.isSmall, abs(decimal.exponent) < 60 else { return nil }
    let shift = decimal.exponent + scale
    var magnitude = Int128(decimal.coefficient)
    if shift >= 0 {
      guard shift < 19, magnitude <= limit / power(shift) else { return nil }
      magnitude *= power(shift)
    } else {
      guard shift > -19 else { return 0 }
      let rest = magnitude % power(-shift)
      magnitude /= power(-shift)
      if decimal.isNegative && rest != 0 { magnitude += 1 }
    }
    return decimal.isNegative ? -magnitude : magnitude
  }

  private static func power(_ exponent: Int) -> Int128 {
    (0..<max(0, min(exponent, 27))).reduce(1) { power, _ in power * 10 }
  }

  private static func greatestDivisor(_ left: Int128, _ right: Int128) -> Int128 {
    var (a, b) = (left, right)
    while b != 0 { (a, b) = (b, a % b) }
    return a
  }

  private static func floor(_ value: Int128, _ divisor: Int128) -> Int128 {
    let quotient = value / divisor
    return value % divisor < 0 ? quotient - 1 : quotient
  }
}
