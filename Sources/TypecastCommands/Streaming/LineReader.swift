#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Cuts a source into lines, in time linear to its bytes.
struct LineReader {
  /// A line without its end: a line feed, or a carriage return and a line feed.
  enum Line: Equatable {
    case bytes(ArraySlice<UInt8>)
    /// A line of more bytes than the limit; it was skipped.
    case tooLong
  }

  /// The number of the line that ``next(beforeWaiting:)`` returned last, from 1.
  private(set) var number = 0
  private let source: any ByteSource
  private let limit: Int
  private var buffer: [UInt8]
  /// The bytes of the buffer that are filled and not yet returned.
  private var filled = 0..<0
  /// How many of the filled bytes are known to hold no line feed.
  private var scanned = 0
  private var isAtEnd = false
  private var isSkipping = false

  init(_ source: any ByteSource, limit: Int = 512 << 20, chunk: Int = 64 << 10) {
    self.source = source
    self.limit = limit
    buffer = [UInt8](repeating: 0, count: chunk)
  }

  /// The next line, or nil after the last; the bytes after the last line feed are a line if there are any.
  ///
  /// The closure is called before a read that has to wait.
  mutating func next(beforeWaiting flush: () throws(CommandFailure) -> Void) throws(CommandFailure) -> Line? {
    while true {
      if let end = lineFeed() {
        return take(filled.lowerBound..<end, continuingAt: end + 1)
      }
      scanned = filled.count
      if isAtEnd {
        return filled.isEmpty && !isSkipping ? nil : take(filled, continuingAt: filled.upperBound)
      }
      if filled.count > limit {
        isSkipping = true
        filled = 0..<0
        scanned = 0
      }
      if !source.isReady { try flush() }
      try fill()
    }
  }

  /// Takes a byte-order mark off the bytes to come, and says whether there was one. To be called before the first line.
  mutating func skipByteOrderMark() throws(CommandFailure) -> Bool {
    while filled.count < byteOrderMark.count, byteOrderMark.starts(with: buffer[filled]), !isAtEnd { try fill() }
    guard buffer[filled].starts(with: byteOrderMark) else { return false }
    filled = (filled.lowerBound + byteOrderMark.count)..<filled.upperBound
    return true
  }

  private mutating func take(_ line: Range<Int>, continuingAt start: Int) -> Line {
    let isTooLong = isSkipping || line.count > limit
    filled = start..<filled.upperBound
    scanned = 0
    number += 1
    isSkipping = false
    guard !isTooLong else { return .tooLong }
    let bytes = buffer[line]
    return .bytes(bytes.last == UInt8(ascii: "\r") ? bytes.dropLast() : bytes)
  }

  private func lineFeed() -> Int? {
    let start = filled.lowerBound + scanned
    return buffer.withUnsafeBytes { bytes -> Int? in
      guard let base = bytes.baseAddress, start < filled.upperBound,
        let found = memchr(base + start, 0x0A, filled.upperBound - start)
      else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }

  private mutating func fill() throws(CommandFailure) {
    if filled.upperBound == buffer.count { makeRoom() }
    let place = filled.upperBound
    let result = buffer.withUnsafeMutableBytes { bytes in
      source.read(into: UnsafeMutableRawBufferPointer(rebasing: bytes[place...]))
    }
    switch result {
    case .success(let count):
      isAtEnd = count == 0
      filled = filled.lowerBound..<(place + count)
    case .failure(let failure):
      throw CommandFailure(
        .unreadable, "The input can't be read on: \(failure.reason).",
        nextStep: "Give a file that may be read, or an open standard input.")
    }
  }

  /// Moves what is filled to the front, and doubles the buffer where that frees less than half of it.
  private mutating func makeRoom() {
    let count = filled.count
    buffer.withUnsafeMutableBytes { bytes in
      guard let base = bytes.baseAddress else { return }
      memmove(base, base + filled.lowerBound, count)
    }
    filled = 0..<count
    if count > buffer.count / 2 { buffer += [UInt8](repeating: 0, count: buffer.count) }
  }
}
