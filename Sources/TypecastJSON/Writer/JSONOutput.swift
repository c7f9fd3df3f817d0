/// A JSON text in the making, as generated code writes it: value after value, without a tree.
///
/// Commas come by themselves: what is written as a member or an element gets one unless it is the first.
public struct JSONOutput: ~Copyable {
  private var start: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private var count = 0

  /// The numbers that JSON can't hold: null stands in their places.
  public private(set) var gaps: [Gap] = []

  /// A number that JSON can't hold, NaN or an infinity.
  public struct Gap: Sendable {
    /// The number in question: NaN or an infinity.
    public let number: Double

    /// Where its null starts, in bytes.
    public let offset: Int
  }

  /// An output without any text, and with room for so many bytes before it has to grow.
  public init(capacity: Int = 512) {
    self.capacity = max(capacity, 64)
    start = .allocate(capacity: self.capacity)
  }

  deinit {
    start.deallocate()
  }

  /// What has been written.
  public var bytes: [UInt8] { Array(UnsafeBufferPointer(start: start, count: count)) }

  /// What has been written, as a text.
  public var text: String { String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self) }

  /// Puts what has been written behind what is already there.
  package func append(to output: inout [UInt8]) {
    output.append(contentsOf: UnsafeBufferPointer(start: start, count: count))
  }

  // MARK: - Structure

  /// Begins an object; a member is a key followed by a value.
  public mutating func openObject() { append(0x7B) }

  /// Ends the innermost object.
  public mutating func closeObject() { append(0x7D) }

  /// Begins an array; ``element()`` comes before each of its values.
  public mutating func openArray() { append(0x5B) }

  /// Ends the innermost array.
  public mutating func closeArray() { append(0x5D) }

  /// Comes before every element.
  public mutating func element() { separate() }

  /// Writes a key that is known beforehand: in its quotes, with its escapes and its colon.
  @inline(never)
  public mutating func writtenKey(_ literal: StaticString) {
    separate()
    append(literal.utf8Start, literal.utf8CodeUnitCount)
  }

  /// Writes a key and its colon.
  public mutating func key(_ key: String) {
    separate()
    string(key)
    append(0x3A)
  }

  /// No value ends with the byte that opens one, so that the last byte tells whether anything came before.
  @inline(__always)
  private mutating func separate() {
    if count == 0 { return }
    let last = start[count &- 1]
    if last != 0x7B && last != 0x5B { append(0x2C) }
  }

  // MARK: - Values

  /// Writes a value that is known beforehand, as JSON.
  @inline(never)
  public mutating func literal(_ literal: StaticString) {
    append(literal.utf8Start, literal.utf8CodeUnitCount)
  }

  /// Writes `null`.
  public mutating func null() { literal("null") }

  /// Writes `true` or `false`.
  public mutating func bool(_ value: Bool) { literal(value ? "true" : "false") }

  /// Writes an integer with all of its digits.
  @inline(never)
  public mutating func int(_ value: some FixedWidthInteger) {
    if let value = Int(exactly: value), value >= 0 {
      digits(UInt64(value))
    } else {
      append(String(value))
    }
  }

  private mutating func digits(_ value: UInt64) {
    reserve(20)
    var rest = value
    var length = 1
    while rest >= 10 {
      rest /= 10
      length &+= 1
    }
    rest = value
    var place = count &+ length
    repeat {
      place &-= 1
      start[place] = UInt8(truncatingIfNeeded: 0x30 &+ rest % 10)
      rest /= 10
    } while place > count
    count &+= length
  }

  /// Writes a number with the fewest digits that read back as the same value; null, and a gap, for what JSON can't hold.
  @inline(never)
  public mutating func double(_ value: Double) {
    if value.magnitude < 1e15, value == value.rounded(.towardZero) {
      if value < 0 { append(0x2D) }
      digits(UInt64(value.magnitude))
    } else if value.isFinite {
      // What the standard library writes is JSON, if not the shortest.
      append(value.description)
    } else {
      gaps.append(Gap(number: value, offset: count))
      null()
    }
  }

  /// Writes a number as it was written before.
  public mutating func number(_ value: JSONNumber) { append(value.text) }

  /// Writes a string with its quotes and escapes.
  @inline(never)
  public mutating func string(_ value: String) {
    var value = value
    append(0x22)
    value.withUTF8 { content($0) }
    append(0x22)
  }

  /// Copies eight bytes at once where none of them is escaped, and reserves for pieces, so that text which is all
  /// escapes does not take six times its length at once.
  private mutating func content(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let source = bytes.baseAddress else { return }
    var index = 0
    while index < bytes.count {
      let end = min(index &+ 1024, bytes.count)
      reserve((end &- index) &* 6 &+ 8)
      var target = start + count
      while index < end {
        if index &+ 8 <= end {
          let word = UnsafeRawPointer(source + index).loadUnaligned(as: UInt64.self)
          UnsafeMutableRawPointer(target).storeBytes(of: word, as: UInt64.self)
          let clean = Self.escapes(UInt64(littleEndian: word)).trailingZeroBitCount / 8
          index &+= clean
          target += clean
          if clean == 8 { continue }
        }
        target = Self.write(source[index], to: target)
        index &+= 1
      }
      count = target - start
    }
  }

  /// Has the highest bit of the first of eight bytes that is escaped; those behind it may be marked in error.
  @inline(__always)
  private static func escapes(_ word: UInt64) -> UInt64 {
    let (ones, highs): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
    let (quote, backslash) = (word ^ (ones &* 0x22), word ^ (ones &* 0x5C))
    let controls = (word &- ones &* 0x20) & ~word
    return (controls | ((quote &- ones) & ~quote) | ((backslash &- ones) & ~backslash)) & highs
  }

  /// Writes one byte, escaped where that is needed; where the next one goes.
  private static func write(_ byte: UInt8, to target: UnsafeMutablePointer<UInt8>) -> UnsafeMutablePointer<UInt8> {
    let letter: UInt8
    switch byte {
    case 0x22, 0x5C: letter = byte
    case 0x08: letter = 0x62
    case 0x0C: letter = 0x66
    case 0x0A: letter = 0x6E
    case 0x0D: letter = 0x72
    case 0x09: letter = 0x74
    case 0x20...:
      target[0] = byte
      return target + 1
    default:
      let digits: StaticString = "0123456789abcdef"
      target[0] = 0x5C
      target[1] = 0x75
      target[2] = 0x30
      target[3] = 0x30
      target[4] = digits.utf8Start[Int(byte >> 4)]
      target[5] = digits.utf8Start[Int(byte & 15)]
      return target + 6
    }
    target[0] = 0x5C
    target[1] = letter
    return target + 2
  }

  /// Writes a whole value with all that it holds.
  public mutating func value(_ value: JSONValue) {
    switch value {
    case .null: null()
    case .bool(let bool): self.bool(bool)
    case .number(let number): self.number(number)
    case .string(let string): self.string(string)
    case .array(let elements):
      openArray()
      for element in elements {
        self.element()
        self.value(element)
      }
      closeArray()
    case .object(let object):
      openObject()
      members(of: object)
      closeObject()
    }
  }

  /// Writes the members of an object into the one that is open.
  public mutating func members(of object: JSONObject) {
    for member in object {
      key(member.key)
      value(member.value)
    }
  }

  // MARK: - Bytes

  /// Starts a line for a member or an element that is so deep.
  mutating func breakLine(depth: Int) {
    append(0x0A)
    for _ in 0..<depth { append("  ") }
  }

  /// Writes text as it is.
  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0.baseAddress, $0.count) }
  }

  @inline(__always)
  private mutating func append(_ byte: UInt8) {
    reserve(1)
    start[count] = byte
    count &+= 1
  }

  @inline(__always)
  private mutating func append(_ source: UnsafePointer<UInt8>?, _ length: Int) {
    guard let source else { return }
    reserve(length)
    (start + count).update(from: source, count: length)
    count &+= length
  }

  @inline(__always)
  private mutating func reserve(_ more: Int) {
    if count &+ more > capacity { grow(more) }
  }

  @inline(never)
  private mutating func grow(_ more: Int) {
    capacity = max(capacity * 2, count + more)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: start, count: count)
    start.deallocate()
    start = larger
  }
}
