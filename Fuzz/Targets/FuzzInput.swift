import TypecastJSON

/// The bytes that the fuzzer made up, taken apart from front to back.
struct FuzzInput {
  /// Stands between two texts; it is never part of UTF-8.
  private static let separator: UInt8 = 0xFF

  private static let depthLimits = [512, 0, 1, 2, 3, 16, 100, JSONOptions.greatestDepthLimit]

  private(set) var rest: Slice<UnsafeBufferPointer<UInt8>>

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    rest = bytes[...]
  }

  /// Takes the next byte; 0 at the end.
  mutating func byte() -> UInt8 {
    rest.popFirst() ?? 0
  }

  /// Takes a byte that says how strictly and how deep JSON is read.
  mutating func options() -> JSONOptions {
    let byte = byte()
    return JSONOptions(
      duplicateKeys: byte & 1 == 0 ? .refuse : .takeLast,
      depthLimit: FuzzInput.depthLimits[Int(byte >> 1) % FuzzInput.depthLimits.count])
  }

  /// Takes all that comes before the separator, or before the end, and the separator.
  mutating func piece() -> [UInt8] {
    let end = rest.firstIndex(of: FuzzInput.separator) ?? rest.endIndex
    let piece = Array(rest[..<end])
    rest = rest[end...].dropFirst()
    return piece
  }

  /// Takes a piece as text, what is not UTF-8 replaced.
  mutating func text() -> String {
    String(decoding: piece(), as: UTF8.self)
  }
}
