/// How far into a number a tokenizer is.
package enum NumberState: Sendable {
  /// Before the first byte, or after it if that was a minus.
  case sign
  case minus
  case zero
  case integer
  case point
  case fraction
  case exponent
  case exponentSign
  case exponentDigits

  /// Whether the number may end here.
  package var isWhole: Bool {
    switch self {
    case .zero, .integer, .fraction, .exponentDigits: true
    case .sign, .minus, .point, .exponent, .exponentSign: false
    }
  }

  /// Reads on to the first byte that does not belong to the number; false if the number must not end there.
  mutating func read(_ pointer: inout UnsafePointer<UInt8>) -> Bool {
    while let next = after(pointer.pointee) {
      self = next
      pointer += 1
    }
    if case .zero = self { return !Scan.isDigit(pointer.pointee) }
    return isWhole
  }

  private func after(_ byte: UInt8) -> NumberState? {
    let isDigit = Scan.isDigit(byte)
    switch self {
    case .sign:
      if byte == 0x2D { return .minus }
      return isDigit ? (byte == 0x30 ? .zero : .integer) : nil
    case .minus:
      return isDigit ? (byte == 0x30 ? .zero : .integer) : nil
    case .zero, .integer:
      if byte == 0x2E { return .point }
      if byte | 0x20 == 0x65 { return .exponent }
      if case .integer = self, isDigit { return .integer }
      return nil
    case .point:
      return isDigit ? .fraction : nil
    case .fraction:
      if byte | 0x20 == 0x65 { return .exponent }
      return isDigit ? .fraction : nil
    case .exponent:
      if byte == 0x2B || byte == 0x2D { return .exponentSign }
      return isDigit ? .exponentDigits : nil
    case .exponentSign, .exponentDigits:
      return isDigit ? .exponentDigits : nil
    }
  }
}
