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
    public let number: Double

    /// Where its null starts, in bytes.
    public let offset: Int
  }

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

  // MARK: - Structure

  public mutating func openObject() { append(0x7B) }

  public mutating func closeObject() { append(0x7D) }

  public mutating func openArray() { append(0x5B) }

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

  public mutating func null() { literal("null") }

  public mutating func bool(_ value: Bool) { literal(value ? "true" : "false") }

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

  public mutating func number(_ value: JSONNumber) { append(value.text) }

  /// Writes a string with its quotes and escapes.
  @inline(never)
  public mutating func string(_ value: String) {
    var value = value
    append(0x22)
    value.withUTF8 { content($0) }
    append(0x22)
  }

  /// Copies the text as far as it needs no escape, which is mostly all of it.
  private mutating func content(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let source = bytes.baseAddress else { return }
    reserve(bytes.count &+ 8)
    let target = start + count
    var index = 0
    while index &+ 8 <= bytes.count {
      let word = UnsafeRawPointer(source + index).loadUnaligned(as: UInt64.self)
      if Scan.stringStops(word) & ~(word & Scan.highs) != 0 { break }
      UnsafeMutableRawPointer(target + index).storeBytes(of: word, as: UInt64.self)
      index &+= 8
    }
    while index < bytes.count {
      let byte = source[index]
      if byte < 0x20 || byte == 0x22 || byte == 0x5C { break }
      target[index] = byte
      index &+= 1
    }
    count &+= index
    if index == bytes.count { return }
    var escaped: [UInt8] = []
    JSONWriter.writeContent(UnsafeBufferPointer(rebasing: bytes[index...]), to: &escaped)
    escaped.withUnsafeBufferPointer { append($0.baseAddress, $0.count) }
  }

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

  private mutating func append(_ text: String) {
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
