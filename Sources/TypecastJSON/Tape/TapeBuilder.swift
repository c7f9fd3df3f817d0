/// Reads texts, or single values of them, into a tape, in one pass and without recursion.
///
/// The memory of one text is used again for the next.
struct TapeBuilder: ~Copyable {
  private var source = PaddedText.none
  private let options: JSONOptions

  private(set) var nodes: UnsafeMutablePointer<TapeNode>
  private(set) var count = 0
  private var capacity = 0

  /// The text of strings that have escapes; made when the first one is met.
  private(set) var sideBuffer: UnsafeMutablePointer<UInt8>?
  private var sideCount = 0
  private var sideCapacity = 0

  /// How many bytes are worth making room for at once.
  private var sizeHint = 0

  private var keys = KeyTracker()

  /// Whether nobody reads what is said about a fault.
  var isSilent = false

  init(options: JSONOptions) {
    self.options = options
    nodes = .allocate(capacity: 0)
  }

  deinit {
    nodes.deallocate()
    sideBuffer?.deallocate()
  }

  /// Gives the memory of the tape away; the builder starts over with its own.
  mutating func take() -> (
    nodes: UnsafeMutablePointer<TapeNode>, count: Int, sideBuffer: UnsafeMutablePointer<UInt8>?
  ) {
    let taken = (nodes, count, sideBuffer)
    nodes = .allocate(capacity: 0)
    capacity = 0
    sideBuffer = nil
    sideCapacity = 0
    return taken
  }

  /// How much memory is kept for the next text.
  var footprint: Int { capacity * MemoryLayout<TapeNode>.stride + sideCapacity }

  /// Reads the whole of a text.
  mutating func build(_ text: PaddedText) throws(JSONError) {
    var pointer = try buildValue(of: text, at: text.start, depth: 0, sizeHint: text.count)
    Scan.skipWhitespace(&pointer)
    if pointer - text.start < text.count {
      throw JSONError(
        kind: .trailingContent, expected: "the end of the text", offset: pointer - text.start, in: text.buffer)
    }
  }

  /// Reads one value inside of `outerDepth` arrays and objects that are already open, and returns the byte after it.
  mutating func buildValue(
    of text: PaddedText, at start: UnsafePointer<UInt8>, depth outerDepth: Int, sizeHint: Int
  ) throws(JSONError) -> UnsafePointer<UInt8> {
    source = text
    self.sizeHint = sizeHint
    count = 0
    sideCount = 0
    keys.reset()
    if capacity == 0 { reserve(sizeHint / 6 + 16) }
    guard source.count <= Int(UInt32.max) - PaddedBytes.padding else {
      throw JSONError(
        kind: .tooLarge, expected: "at most 4 GB in one document", found: "\(source.count) bytes", offset: 0,
        in: source.buffer)
    }
    let base = source.start
    var pointer = start
    // The open container, or nil; while it is open, its `link` holds the one around it.
    var open: Int?
    var openIsObject = false
    var depth = outerDepth

    values: while true {
      Scan.skipWhitespace(&pointer)
      let offset = UInt32(truncatingIfNeeded: pointer - base)
      switch pointer.pointee {
      case 0x22:
        pointer = try string(pointer)

      case 0x7B, 0x5B:
        let isObject = pointer.pointee == 0x7B
        depth += 1
        if depth > options.depthLimit { throw tooDeep(pointer) }
        let index = append(
          TapeNode(offset: offset, length: 0, link: link(open), kind: isObject ? .object : .array))
        pointer += 1
        Scan.skipWhitespace(&pointer)
        if pointer.pointee == (isObject ? 0x7D : 0x5D) {
          pointer += 1
          depth -= 1
          nodes[index].link = UInt32(truncatingIfNeeded: count)
        } else {
          open = index
          openIsObject = isObject
          if isObject {
            keys.enterObject()
            pointer = try key(pointer, in: index, expecting: "a key or '}'")
          } else {
            nodes[index].length = 1
          }
          continue values
        }

      case 0x2D, 0x30...0x39:
        let number = Scan.number(pointer)
        guard let end = number.end else { throw fault(at: pointer, JSONError.inNumber) }
        append(
          TapeNode(
            offset: offset, length: UInt32(truncatingIfNeeded: end - pointer), link: 0, kind: .number,
            flags: number.isPlainInteger ? TapeNode.plainInteger : 0))
        pointer = end

      case 0x74:
        guard Scan.word(pointer, count: 4) == 0x6575_7274 else { throw badLiteral(pointer, "true") }
        append(TapeNode(offset: offset, length: 4, link: 0, kind: .boolean, flags: TapeNode.isTrue))
        pointer += 4

      case 0x66:
        guard Scan.word(pointer, count: 5) == 0x65_736C_6166 else { throw badLiteral(pointer, "false") }
        append(TapeNode(offset: offset, length: 5, link: 0, kind: .boolean))
        pointer += 5

      case 0x6E:
        guard Scan.word(pointer, count: 4) == 0x6C6C_756E else { throw badLiteral(pointer, "null") }
        append(TapeNode(offset: offset, length: 4, link: 0, kind: .null))
        pointer += 4

      default:
        throw unexpected(pointer, "a value")
      }

      // A value is complete: go on with its container, and close as many as end here.
      while let container = open {
        Scan.skipWhitespace(&pointer)
        let byte = pointer.pointee
        if byte == 0x2C {
          pointer += 1
          if openIsObject {
            Scan.skipWhitespace(&pointer)
            pointer = try key(pointer, in: container, expecting: "a key")
          } else {
            nodes[container].length &+= 1
          }
          continue values
        }
        guard byte == (openIsObject ? 0x7D : 0x5D) else {
          throw unexpected(pointer, openIsObject ? "',' or '}' after a member" : "',' or ']' after an element")
        }
        pointer += 1
        depth -= 1
        if openIsObject { try leaveObject(container) }
        let outer = nodes[container].link
        nodes[container].link = UInt32(truncatingIfNeeded: count)
        if outer == UInt32.max {
          open = nil
        } else {
          open = Int(outer)
          openIsObject = nodes[Int(outer)].kind == .object
        }
      }
      return pointer
    }
  }

  @inline(__always)
  private func link(_ open: Int?) -> UInt32 {
    if let open { UInt32(truncatingIfNeeded: open) } else { UInt32.max }
  }

  @inline(__always)
  @discardableResult
  private mutating func append(_ node: TapeNode) -> Int {
    if count == capacity { grow() }
    nodes[count] = node
    count &+= 1
    return count &- 1
  }

  @inline(never)
  private mutating func grow() {
    reserve(capacity * 2)
  }

  private mutating func reserve(_ capacity: Int) {
    let larger = UnsafeMutablePointer<TapeNode>.allocate(capacity: capacity)
    larger.moveInitialize(from: nodes, count: count)
    nodes.deallocate()
    nodes = larger
    self.capacity = capacity
  }

  /// Reads a string from its opening quote and returns the byte after its closing one.
  @inline(__always)
  private mutating func string(_ quote: UnsafePointer<UInt8>) throws(JSONError) -> UnsafePointer<UInt8> {
    let start = quote + 1
    let scan = Scan.string(start)
    guard let end = scan.end else { throw fault(at: start, JSONError.inString) }
    let offset = UInt32(truncatingIfNeeded: quote - source.start)
    if scan.hasEscapes {
      appendEscaped(offset: offset, from: start, to: end, isASCII: scan.isASCII)
    } else {
      let length = end - start
      append(
        TapeNode(
          offset: offset, length: UInt32(truncatingIfNeeded: length), link: Scan.keyHash(start, count: length),
          kind: .string, flags: scan.isASCII ? 0 : TapeNode.beyondASCII))
    }
    return end + 1
  }

  @inline(never)
  private mutating func appendEscaped(
    offset: UInt32, from start: UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>, isASCII: Bool
  ) {
    let side = sideRoom(for: end - start)
    let length = Scan.unescape(from: start, to: end, into: side + sideCount)
    let isStillASCII = isASCII && Scan.isASCII(side + sideCount, count: length)
    let flags = TapeNode.escaped | (isStillASCII ? 0 : TapeNode.beyondASCII)
    append(
      TapeNode(
        offset: offset, length: UInt32(truncatingIfNeeded: length), link: UInt32(truncatingIfNeeded: sideCount),
        kind: .string, flags: flags))
    sideCount += length
  }

  /// The side buffer with room for so many bytes more.
  private mutating func sideRoom(for size: Int) -> UnsafeMutablePointer<UInt8> {
    if let sideBuffer, sideCount + size + PaddedBytes.padding <= sideCapacity { return sideBuffer }
    let capacity = max(sideCapacity * 2, sizeHint, sideCount + size) + PaddedBytes.padding
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    if let sideBuffer {
      larger.update(from: sideBuffer, count: sideCount)
      sideBuffer.deallocate()
    }
    // Whole words are read past the last text: what lies there must at least be memory that was written.
    (larger + sideCount).update(repeating: 0, count: capacity - sideCount)
    sideBuffer = larger
    sideCapacity = capacity
    return larger
  }

  /// Reads a key and its colon, and returns the byte after the colon.
  @inline(__always)
  private mutating func key(
    _ start: UnsafePointer<UInt8>, in object: Int, expecting expected: StaticString
  ) throws(JSONError) -> UnsafePointer<UInt8> {
    guard start.pointee == 0x22 else {
      throw unexpected(start, expected)
    }
    let index = count
    var pointer = try string(start)
    let hash = nodes[index].has(TapeNode.escaped) ? hashOfEscaped(index) : nodes[index].link
    if keys.note(hash) { try checkDuplicate(of: index, in: object) }
    nodes[object].length &+= 1
    Scan.skipWhitespace(&pointer)
    guard pointer.pointee == 0x3A else {
      throw unexpected(pointer, "':' after a key")
    }
    return pointer + 1
  }

  private func text(of index: Int) -> UnsafePointer<UInt8> {
    let node = nodes[index]
    if node.has(TapeNode.escaped), let sideBuffer {
      return UnsafePointer(sideBuffer) + Int(node.link)
    }
    return source.start + Int(node.offset) + 1
  }

  @inline(never)
  private func hashOfEscaped(_ index: Int) -> UInt32 {
    // The bytes after the text are not its own: `keyHash` masks them off.
    Scan.keyHash(text(of: index), count: Int(nodes[index].length))
  }

  private func after(_ index: Int) -> Int {
    switch nodes[index].kind {
    case .object, .array: Int(nodes[index].link)
    default: index + 1
    }
  }

  /// Looks for an earlier member with the key at `index`, whose hash is not new to its object.
  @inline(never)
  private mutating func checkDuplicate(of index: Int, in object: Int) throws(JSONError) {
    var member = object + 1
    while member < index {
      if sameKey(member, index) {
        try resolveDuplicate(earlier: member, later: index, in: object)
        return
      }
      member = after(member + 1)
    }
  }

  private func sameKey(_ left: Int, _ right: Int) -> Bool {
    nodes[left].length == nodes[right].length && !nodes[left].has(TapeNode.shadowed)
      && Scan.equal(text(of: left), text(of: right), count: Int(nodes[left].length))
  }

  private mutating func resolveDuplicate(earlier: Int, later: Int, in object: Int) throws(JSONError) {
    switch options.duplicateKeys {
    case .takeLast:
      nodes[earlier].flags |= TapeNode.shadowed
      nodes[object].length &-= 1
    case .refuse:
      let key = String(
        decoding: UnsafeBufferPointer(start: text(of: later), count: Int(nodes[later].length)), as: UTF8.self)
      let first = TextPosition(offset: Int(nodes[earlier].offset), in: source.buffer)
      throw JSONError(
        kind: .duplicateKey, expected: "every key of an object once",
        found: "\(JSONValue.string(key)) again, first at \(first)",
        offset: Int(nodes[later].offset), in: source.buffer)
    }
  }

  /// An object too large for comparing its keys one by one is checked when it ends, by a table.
  @inline(__always)
  private mutating func leaveObject(_ object: Int) throws(JSONError) {
    if keys.leaveObject() { try compareAllKeys(of: object) }
  }

  @inline(never)
  private mutating func compareAllKeys(of object: Int) throws(JSONError) {
    var table = KeyTable(count: Int(nodes[object].length))
    var member = object + 1
    while member < count {
      let length = Int(nodes[member].length)
      let hash = Scan.seededHash(text(of: member), count: length)
      if let earlier = table.exchange(member, hash: hash, isSame: { sameKey($0, member) }) {
        try resolveDuplicate(earlier: earlier, later: member, in: object)
      }
      member = after(member + 1)
    }
  }

  /// Made once: what stands in an error takes longer to make than many a text to read.
  private static let silentError = JSONError(
    kind: .unexpectedByte, expected: "JSON", found: "other bytes",
    position: TextPosition(offset: 0, in: PaddedText.none.buffer),
    excerpt: "")

  @inline(never)
  private func tooDeep(_ pointer: UnsafePointer<UInt8>) -> JSONError {
    if isSilent { return Self.silentError }
    return JSONError(
      kind: .tooDeep, expected: "at most \(options.depthLimit) arrays and objects inside each other",
      found: "one more", offset: pointer - source.start, in: source.buffer)
  }

  @inline(never)
  private func badLiteral(_ pointer: UnsafePointer<UInt8>, _ literal: String) -> JSONError {
    fault(at: pointer) { JSONError.inLiteral(literal, at: $0, of: $1) }
  }

  @inline(never)
  private func unexpected(_ pointer: UnsafePointer<UInt8>, _ expected: StaticString) -> JSONError {
    fault(at: pointer) { JSONError.unexpected(at: $0, of: $1, expected: "\(expected)") }
  }

  /// Has a fault looked at once more, in a copy of the text that knows its own bounds.
  @inline(never)
  private func fault(
    at pointer: UnsafePointer<UInt8>, _ diagnose: (UnsafePointer<UInt8>, PaddedBytes) -> JSONError
  ) -> JSONError {
    if isSilent { return Self.silentError }
    let copy = PaddedBytes(copying: source.buffer)
    return diagnose(copy.start + (pointer - source.start), copy)
  }
}
