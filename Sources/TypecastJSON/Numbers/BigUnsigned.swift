/// An unsigned integer of any size, with the little arithmetic that `multipleOf` needs.
struct BigUnsigned {
  /// 32 bits each, the lowest first, without leading zeros.
  private var limbs: [UInt32] = []

  init(decimal digits: ArraySlice<UInt8>) {
    append(decimal: digits)
  }

  var isZero: Bool { limbs.isEmpty }

  var bitCount: Int { limbs.count * 32 - (limbs.last?.leadingZeroBitCount ?? 0) }

  /// Writes decimal digits, 0 to 9, behind those that the number has.
  mutating func append(decimal digits: ArraySlice<UInt8>) {
    var start = digits.startIndex
    while start < digits.endIndex {
      // Nine digits fit into 32 bits.
      let end = min(start + 9, digits.endIndex)
      var factor: UInt64 = 1
      var carry: UInt64 = 0
      for digit in digits[start..<end] {
        factor *= 10
        carry = carry * 10 + UInt64(digit)
      }
      for index in limbs.indices {
        let product = UInt64(limbs[index]) * factor + carry
        limbs[index] = UInt32(truncatingIfNeeded: product)
        carry = product >> 32
      }
      if carry > 0 { limbs.append(UInt32(carry)) }
      start = end
    }
  }

  /// The remainder of a division by a number that is not zero (Knuth's algorithm D without the quotient).
  func remainder(dividingBy divisor: BigUnsigned) -> BigUnsigned {
    if limbs.count < divisor.limbs.count { return self }
    if divisor.limbs.count == 1 {
      var remainder: UInt64 = 0
      for limb in limbs.reversed() { remainder = (remainder << 32 | UInt64(limb)) % UInt64(divisor.limbs[0]) }
      return BigUnsigned(limbs: [UInt32(remainder)])
    }
    let shift = UInt32(divisor.limbs[divisor.limbs.count - 1].leadingZeroBitCount)
    let low = divisor.shiftedLeft(by: shift)
    var rest = shiftedLeft(by: shift)
    if rest.count == limbs.count { rest.append(0) }
    let size = low.count
    let top = UInt64(low[size - 1])
    let second = UInt64(low[size - 2])
    for start in stride(from: rest.count - size - 1, through: 0, by: -1) {
      let head = UInt64(rest[start + size]) << 32 | UInt64(rest[start + size - 1])
      var quotient = head / top
      var remainder = head % top
      while quotient > 0xFFFF_FFFF || quotient * second > remainder << 32 | UInt64(rest[start + size - 2]) {
        quotient -= 1
        remainder += top
        if remainder > 0xFFFF_FFFF { break }
      }
      var borrow: Int64 = 0
      var carry: UInt64 = 0
      for index in 0..<size {
        let product = quotient * UInt64(low[index]) + carry
        carry = product >> 32
        let difference = Int64(rest[start + index]) - borrow - Int64(product & 0xFFFF_FFFF)
        rest[start + index] = UInt32(truncatingIfNeeded: difference)
        borrow = difference < 0 ? 1 : 0
      }
      let difference = Int64(rest[start + size]) - borrow - Int64(carry)
      rest[start + size] = UInt32(truncatingIfNeeded: difference)
      if difference < 0 {
        // The estimate was one too large: add the divisor back.
        var carry: UInt64 = 0
        for index in 0..<size {
          let sum = UInt64(rest[start + index]) + UInt64(low[index]) + carry
          rest[start + index] = UInt32(truncatingIfNeeded: sum)
          carry = sum >> 32
        }
        rest[start + size] = rest[start + size] &+ UInt32(carry)
      }
    }
    var result = [UInt32](repeating: 0, count: size)
    for index in 0..<size {
      let above = index + 1 < size ? UInt64(rest[index + 1]) : 0
      result[index] = UInt32(truncatingIfNeeded: (above << 32 | UInt64(rest[index])) >> UInt64(shift))
    }
    return BigUnsigned(limbs: result)
  }

  private init(limbs: [UInt32]) {
    self.limbs = limbs
    while self.limbs.last == 0 { self.limbs.removeLast() }
  }

  private func shiftedLeft(by shift: UInt32) -> [UInt32] {
    var result = limbs
    var carry: UInt32 = 0
    for index in result.indices {
      let wide = UInt64(result[index]) << UInt64(shift) | UInt64(carry)
      result[index] = UInt32(truncatingIfNeeded: wide)
      carry = UInt32(truncatingIfNeeded: wide >> 32)
    }
    if carry > 0 { result.append(carry) }
    return result
  }
}
