/// Puts together the value so far from what a tokenizer finds.
struct PartialBuilder: ~Copyable, Sendable {
  /// The text that offsets are into. It may only be exchanged for a longer one that starts with the same bytes.
  var text: GrowingBytes

  private let duplicateKeys: JSONOptions.DuplicateKeys
  private var keys = KeyTracker()

  /// The strings that have escapes, one behind the other, without them.
  private var unescaped = GrowingBytesWriter()

  private var root: PartialJSON?

  /// The open containers, the innermost at `depth - 1`; those behind it are kept to be used again.
  private var frames: [Frame] = []
  private var depth = 0

  private var isInString = false
  /// Whether the string has had an escape, so that its text is found in `unescaped`.
  private var hasEscapes = false
  private var stringStart = 0
  private var stringEnd = 0

  init(text: GrowingBytes, duplicateKeys: JSONOptions.DuplicateKeys) {
    self.text = text
    self.duplicateKeys = duplicateKeys
  }

  /// The value so far, at a cost that depends on the number of open containers alone.
  var value: PartialJSON? {
    var value: PartialJSON? = isInString && !expectsKey ? .string(string(isComplete: false)) : nil
    for level in (0..<depth).reversed() { value = frames[level].value(with: value) }
    return value ?? root
  }

  /// The path to the innermost value that is open, or whose key is known.
  ///
  /// - Parameter isInScalar: Whether a part of a string, number or literal was read.
  func openPath(isInScalar: Bool) -> JSONPointer {
    var path = JSONPointer()
    for level in 0..<depth {
      if frames[level].isObject {
        if let key = frames[level].key { path.append(key.string) }
      } else if level + 1 < depth || isInScalar {
        path.append(String(frames[level].elements.count))
      }
    }
    return path
  }

  private var expectsKey: Bool {
    depth > 0 && frames[depth - 1].isObject && !frames[depth - 1].awaitsValue
  }

  /// The string that is open, as far as it was read.
  @inline(__always)
  private func string(isComplete: Bool) -> GrowingText {
    hasEscapes
      ? GrowingText(
        unescaped.bytes, offset: stringStart, count: unescaped.count &- stringStart, isComplete: isComplete)
      : GrowingText(text, offset: stringStart, count: stringEnd &- stringStart, isComplete: isComplete)
  }

  @inline(__always)
  private mutating func add(_ value: PartialJSON) {
    if depth == 0 {
      root = value
    } else {
      frames[depth &- 1].add(value)
    }
  }

  @inline(__always)
  private mutating func openFrame(isObject: Bool) {
    if depth == frames.count { frames.append(Frame()) }
    frames[depth].isObject = isObject
    depth &+= 1
  }
}

extension PartialBuilder: JSONEventSink {
  mutating func openArray() {
    openFrame(isObject: false)
  }

  mutating func closeArray() {
    depth &-= 1
    let elements = frames[depth].takeElements()
    add(.array(elements))
  }

  mutating func openObject() {
    openFrame(isObject: true)
    keys.enterObject()
  }

  mutating func closeObject() -> Bool {
    if frames[depth &- 1].hasDuplicates && duplicateKeys == .refuse { return false }
    _ = keys.leaveObject()
    depth &-= 1
    let members = frames[depth].takeMembers()
    add(.object(members))
    return true
  }

  mutating func openString(at offset: Int) {
    isInString = true
    hasEscapes = false
    stringStart = offset
    stringEnd = offset
  }

  @inline(__always)
  mutating func appendPlain(from start: Int, to end: Int) {
    if hasEscapes {
      unescaped.append(UnsafeBufferPointer(start: text.start + start, count: end &- start))
    } else {
      stringEnd = end
    }
  }

  mutating func appendEscape(from start: Int, to end: Int) {
    if !hasEscapes {
      let plain = UnsafeBufferPointer(start: text.start + stringStart, count: stringEnd &- stringStart)
      hasEscapes = true
      stringStart = unescaped.count
      unescaped.append(plain)
    }
    unescaped.reserve(end &- start)
    unescaped.write { Scan.unescape(from: text.start + start, to: text.start + end, into: $0) }
  }

  mutating func closeString() {
    isInString = false
    add(.string(string(isComplete: true)))
  }

  /// Large objects are refused for a repeated key when they end, as the strict reader does.
  mutating func closeKey() -> Bool {
    isInString = false
    let key = string(isComplete: true)
    let mayBeRepeated = keys.note(Scan.keyHash(key.first, count: key.utf8Count))
    let earlier = frames[depth &- 1].begin(key, mayBeRepeated: mayBeRepeated)
    return earlier != .seenAtOnce || duplicateKeys == .takeLast
  }

  mutating func number(from start: Int, to end: Int) {
    let digits = UnsafeBufferPointer(start: text.start + start, count: end &- start)
    add(.number(JSONNumber(trusted: String(decoding: digits, as: UTF8.self))))
  }

  mutating func boolean(_ value: Bool) {
    add(.bool(value))
  }

  mutating func null() {
    add(.null)
  }
}
