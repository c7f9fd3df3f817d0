/// A universally unique identifier.
public struct UUIDText: FormattedText {
  public static var formatNumber: UInt8 { 14 }

  public let text: String

  public init(checked text: CheckedText) {
    self.text = text.string
  }
}

extension UUIDText {
  /// The number that the digits stand for: the same however they are spelt.
  public var number: UInt128 { UInt128(text.filter { $0 != "-" }, radix: 16) ?? 0 }

  /// The sixteen bytes, from the first digit to the last.
  public var bytes: [UInt8] { withUnsafeBytes(of: number.bigEndian, Array.init) }
}
