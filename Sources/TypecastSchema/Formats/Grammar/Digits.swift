/// Decimal digits within a text.
enum Digits {
  /// The value of the two digits at `index`, which must lie within the text; `nil` if they are none.
  @inline(__always)
  static func pair(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
    let high = text[index] &- UInt8(ascii: "0")
    let low = text[index + 1] &- UInt8(ascii: "0")
    return high < 10 && low < 10 ? Int(high) * 10 + Int(low) : nil
  }

  /// The index of the first byte from `start` on that is no digit, or the end of the text.
  @inline(__always)
  static func end(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    while index < text.count, ASCII.isDigit(text[index]) { index += 1 }
    return index
  }
}
