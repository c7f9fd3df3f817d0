/// Bytes that are followed by `PaddedBytes.padding` zeros, in memory that somebody else keeps alive.
struct PaddedText: BitwiseCopyable {
  let start: UnsafePointer<UInt8>
  let count: Int

  var buffer: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }

  /// No text; never read.
  static var none: PaddedText { PaddedText(start: UnsafePointer(bitPattern: 1).unsafelyUnwrapped, count: 0) }
}

extension PaddedBytes {
  var text: PaddedText { PaddedText(start: start, count: count) }
}
