/// Writes values as JSON text.
public struct JSONWriter: Hashable, Sendable {
  /// How a text is laid out.
  public enum Style: Hashable, Sendable {
    /// No white space; numbers as they were written.
    case compact
    /// A line for every member and element, two spaces for every level; numbers as they were written.
    case pretty
    /// RFC 8785: members sorted by UTF-16 code units, numbers as ECMAScript writes the nearest `Double`.
    case canonical
  }

  public var style: Style

  public init(style: Style = .compact) {
    self.style = style
  }

  public func string(of value: JSONValue) -> String {
    String(decoding: bytes(of: value), as: UTF8.self)
  }

  public func bytes(of value: JSONValue) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(256)
    write(value, to: &output)
    return output
  }

  /// Writes a value behind what is already there.
  public func write(_ value: JSONValue, to output: inout [UInt8]) {
    write(value, depth: 0, to: &output)
  }

  private func write(_ value: JSONValue, depth: Int, to output: inout [UInt8]) {
    switch value {
    case .null: output += "null".utf8
    case .bool(let bool): output += bool ? "true".utf8 : "false".utf8
    case .number(let number): write(number, to: &output)
    case .string(let string): JSONWriter.writeString(string, to: &output)
    case .array(let elements):
      output.append(0x5B)
      for (index, element) in elements.enumerated() {
        if index > 0 { output.append(0x2C) }
        breakLine(depth: depth + 1, to: &output)
        write(element, depth: depth + 1, to: &output)
      }
      if !elements.isEmpty { breakLine(depth: depth, to: &output) }
      output.append(0x5D)
    case .object(let object):
      output.append(0x7B)
      for (index, member) in ordered(object).enumerated() {
        if index > 0 { output.append(0x2C) }
        breakLine(depth: depth + 1, to: &output)
        JSONWriter.writeString(member.key, to: &output)
        output.append(0x3A)
        if style == .pretty { output.append(0x20) }
        write(member.value, depth: depth + 1, to: &output)
      }
      if !object.isEmpty { breakLine(depth: depth, to: &output) }
      output.append(0x7D)
    }
  }

  private func write(_ number: JSONNumber, to output: inout [UInt8]) {
    let double = style == .canonical ? number.double : .infinity
    // A number that no `Double` holds has no canonical form; its own text is the honest one.
    output += (double.isFinite ? double.shortestJSON : number.text).utf8
  }

  private func ordered(_ object: JSONObject) -> [JSONObject.Member] {
    guard style == .canonical else { return object.members }
    return object.members.sorted { $0.key.utf16.lexicographicallyPrecedes($1.key.utf16) }
  }

  private func breakLine(depth: Int, to output: inout [UInt8]) {
    guard style == .pretty else { return }
    output.append(0x0A)
    output.append(contentsOf: repeatElement(0x20, count: depth * 2))
  }

  /// Writes a string with its quotes and the escapes that it needs.
  public static func writeString(_ string: String, to output: inout [UInt8]) {
    var string = string
    output.append(0x22)
    string.withUTF8 { writeContent($0, to: &output) }
    output.append(0x22)
  }

  /// Writes the content of a string, with the escapes that it needs.
  ///
  /// It goes by pieces whose longest text fits on the stack, and by eight bytes where none of them is escaped.
  package static func writeContent(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    guard let start = bytes.baseAddress else { return }
    if isClean(bytes) { return output.append(contentsOf: bytes) }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: pieceLength * 6 + 8) { piece in
      guard let written = piece.baseAddress else { return }
      var index = 0
      while index < bytes.count {
        let end = min(index + pieceLength, bytes.count)
        var place = 0
        while index < end {
          if index + 8 <= end {
            let word = UnsafeRawPointer(start + index).loadUnaligned(as: UInt64.self)
            UnsafeMutableRawPointer(written + place).storeBytes(of: word, as: UInt64.self)
            let clean = escapes(UInt64(littleEndian: word)).trailingZeroBitCount / 8
            index += clean
            place += clean
            if clean == 8 { continue }
          }
          place = write(start[index], to: written, at: place)
          index += 1
        }
        output.append(contentsOf: UnsafeBufferPointer(start: written, count: place))
      }
    }
  }

  private static let pieceLength = 168

  /// Whether nothing in a string is escaped.
  private static func isClean(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let start = bytes.baseAddress else { return true }
    var index = 0
    while index + 8 <= bytes.count {
      let word = UnsafeRawPointer(start + index).loadUnaligned(as: UInt64.self)
      if escapes(UInt64(littleEndian: word)) != 0 { return false }
      index += 8
    }
    while index < bytes.count {
      let byte = start[index]
      if byte < 0x20 || byte == 0x22 || byte == 0x5C { return false }
      index += 1
    }
    return true
  }

  /// Has the highest bit of the first of eight bytes that is escaped; those behind it may be marked in error.
  private static func escapes(_ word: UInt64) -> UInt64 {
    let (ones, highs): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
    let (quote, backslash) = (word ^ (ones &* 0x22), word ^ (ones &* 0x5C))
    let controls = (word &- ones &* 0x20) & ~word
    return (controls | ((quote &- ones) & ~quote) | ((backslash &- ones) & ~backslash)) & highs
  }

  /// Writes one byte, escaped where that is needed; where the next one goes.
  private static func write(_ byte: UInt8, to output: UnsafeMutablePointer<UInt8>, at place: Int) -> Int {
    let letter: UInt8
    switch byte {
    case 0x22, 0x5C: letter = byte
    case 0x08: letter = 0x62
    case 0x0C: letter = 0x66
    case 0x0A: letter = 0x6E
    case 0x0D: letter = 0x72
    case 0x09: letter = 0x74
    case 0x20...:
      output[place] = byte
      return place + 1
    default:
      let digits: StaticString = "0123456789abcdef"
      output[place] = 0x5C
      output[place + 1] = 0x75
      output[place + 2] = 0x30
      output[place + 3] = 0x30
      output[place + 4] = digits.utf8Start[Int(byte >> 4)]
      output[place + 5] = digits.utf8Start[Int(byte & 15)]
      return place + 6
    }
    output[place] = 0x5C
    output[place + 1] = letter
    return place + 2
  }
}
