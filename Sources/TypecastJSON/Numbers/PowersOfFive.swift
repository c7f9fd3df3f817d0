/// The first 128 bits of the powers of five that `Double` can make use of; computed once, when first needed.
struct PowersOfFive: @unchecked Sendable {
  /// Below this power of ten every 64-bit coefficient rounds to zero.
  static let least = -342

  /// Above this power of ten every coefficient is too large.
  static let greatest = 308

  static let table = PowersOfFive()

  struct Entry {
    var high: UInt64
    var low: UInt64
  }

  private let entries: UnsafeMutablePointer<Entry>

  /// Powers with a positive exponent are rounded down, those with a negative one up.
  private init() {
    entries = .allocate(capacity: Self.greatest - Self.least + 1)
    // The lowest 64 bits first. 5^308 takes 716 bits; 2^1087 / 5^342 still has 128 and more.
    var power = [UInt64](repeating: 0, count: 17)
    power[0] = 1
    for exponent in 0...Self.greatest {
      set(exponent, Self.leading(power))
      Self.multiplyByFive(&power)
    }
    // Floors nest: dividing by five again and again gives the floor of dividing by the power at once.
    var reciprocal = [UInt64](repeating: 0, count: 17)
    reciprocal[16] = 1 << 63
    for exponent in stride(from: -1, through: Self.least, by: -1) {
      Self.divideByFive(&reciprocal)
      var entry = Self.leading(reciprocal)
      entry.low &+= 1
      if entry.low == 0 { entry.high &+= 1 }
      set(exponent, entry)
    }
  }

  private func set(_ exponent: Int, _ entry: Entry) {
    (entries + (exponent - Self.least)).initialize(to: entry)
  }

  subscript(exponent: Int) -> Entry {
    @inline(__always) get { entries[exponent &- Self.least] }
  }

  private static func multiplyByFive(_ number: inout [UInt64]) {
    var carry: UInt64 = 0
    for index in number.indices {
      let (high, low) = number[index].multipliedFullWidth(by: 5)
      let (sum, overflow) = low.addingReportingOverflow(carry)
      number[index] = sum
      carry = high + (overflow ? 1 : 0)
    }
  }

  private static func divideByFive(_ number: inout [UInt64]) {
    var rest: UInt64 = 0
    for index in number.indices.reversed() {
      let (quotient, remainder) = (5 as UInt64).dividingFullWidth((rest, number[index]))
      number[index] = quotient
      rest = remainder
    }
  }

  /// The highest 128 bits, the first of them set.
  private static func leading(_ number: [UInt64]) -> Entry {
    var top = number.count - 1
    while number[top] == 0 { top -= 1 }
    func limb(_ index: Int) -> UInt64 { index >= 0 ? number[index] : 0 }
    let shift = UInt64(number[top].leadingZeroBitCount)
    if shift == 0 { return Entry(high: limb(top), low: limb(top - 1)) }
    return Entry(
      high: limb(top) &<< shift | limb(top - 1) &>> (64 - shift),
      low: limb(top - 1) &<< shift | limb(top - 2) &>> (64 - shift))
  }
}
