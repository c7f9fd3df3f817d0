/// Reads the regular expressions of ECMA-262, by the grammar of the `u` flag or by that of Annex B.
struct PatternParser {
  /// What parsing gives.
  struct Result {
    var root: PatternNode
    var groupCount: Int
    var warnings: [PatternWarning]
  }

  let bytes: [UInt8]
  let lenient: Bool
  var position = 0
  var groups = PatternGroups()
  var warnings: [PatternWarning] = []
  /// Sets that were looked up already.
  var properties: [ArraySlice<UInt8>: ScalarSet] = [:]
  private var open: [Frame] = []
  private var captureCount = 0

  /// A group that is not closed yet, or the whole pattern.
  private struct Frame {
    enum Kind {
      case pattern
      case plain
      case capture(Int, String?)
      case look(behind: Bool, negated: Bool)
    }

    var kind: Kind
    var offset: Int
    var alternatives: [PatternNode] = []
    var items: [PatternNode] = []

    mutating func finishAlternative() {
      switch items.count {
      case 0: alternatives.append(.empty)
      case 1: alternatives.append(items[0])
      default: alternatives.append(.sequence(items))
      }
      items.removeAll(keepingCapacity: true)
    }

    mutating func finish() -> PatternNode {
      finishAlternative()
      return alternatives.count == 1 ? alternatives[0] : .choice(alternatives)
    }
  }

  init(_ source: String, lenient: Bool) {
    bytes = Array(source.utf8)
    self.lenient = lenient
  }

  /// Tries the grammar of the `u` flag and then, unless told not to, the lenient one.
  static func parse(_ source: String, strict: Bool = false) throws(PatternError) -> Result {
    var parser = PatternParser(source, lenient: false)
    do {
      return try parser.parse()
    } catch {
      if strict { throw error }
    }
    var second = PatternParser(source, lenient: true)
    return try second.parse()
  }

  mutating func parse() throws(PatternError) -> Result {
    guard bytes.count <= PatternLimits.length else {
      throw PatternError(
        message: "The pattern is longer than \(PatternLimits.length) bytes. Split it with allOf or anyOf.", offset: 0)
    }
    groups = PatternGroups(bytes)
    open = [Frame(kind: .pattern, offset: 0)]
    while position < bytes.count {
      try parseTerm()
    }
    guard open.count == 1 else {
      throw PatternError(
        message: "This group is not closed. Add `)` where it ends.", offset: open[open.count - 1].offset)
    }
    return Result(root: open[0].finish(), groupCount: captureCount, warnings: warnings)
  }

  private mutating func parseTerm() throws(PatternError) {
    let start = position
    switch bytes[position] {
    case UInt8(ascii: "|"):
      position += 1
      open[open.count - 1].finishAlternative()
    case UInt8(ascii: "("):
      try openGroup()
    case UInt8(ascii: ")"):
      try closeGroup()
    case UInt8(ascii: "^"):
      position += 1
      try append(.assertion(.start), quantifiable: false, from: start)
    case UInt8(ascii: "$"):
      position += 1
      try append(.assertion(.end), quantifiable: false, from: start)
    case UInt8(ascii: "."):
      position += 1
      try append(.set(.dot), from: start)
    case UInt8(ascii: "["):
      position += 1
      try append(parseClass(from: start), from: start)
    case UInt8(ascii: "\\"):
      position += 1
      try parseEscapedTerm(from: start)
    case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"):
      throw nothingToRepeat(at: start)
    case UInt8(ascii: "{"):
      if try parseBraces() != nil { throw nothingToRepeat(at: start) }
      position += 1
      try lenience("A lone `{`", "Write `\\{`.", at: start)
      try append(.scalar(0x7B), from: start)
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      let character = bytes[position]
      let text = Unicode.Scalar(character)
      position += 1
      try lenience("A lone `\(text)`", "Write `\\\(text)`.", at: start)
      try append(.scalar(UInt32(character)), from: start)
    default:
      try append(.scalar(nextScalar()), from: start)
    }
  }

  private mutating func parseEscapedTerm(from start: Int) throws(PatternError) {
    switch peek() {
    case UInt8(ascii: "b"):
      position += 1
      try append(.assertion(.wordBoundary), quantifiable: false, from: start)
    case UInt8(ascii: "B"):
      position += 1
      try append(.assertion(.notWordBoundary), quantifiable: false, from: start)
    default:
      try append(parseEscape(from: start), from: start)
    }
  }

  // MARK: Groups

  private mutating func openGroup() throws(PatternError) {
    let start = position
    guard open.count <= PatternLimits.depth else {
      throw PatternError(
        message: "Groups are nested more than \(PatternLimits.depth) deep. Flatten them.", offset: start)
    }
    position += 1
    var kind = Frame.Kind.plain
    if take("?:") {
      kind = .plain
    } else if take("?=") {
      kind = .look(behind: false, negated: false)
    } else if take("?!") {
      kind = .look(behind: false, negated: true)
    } else if take("?<=") {
      kind = .look(behind: true, negated: false)
    } else if take("?<!") {
      kind = .look(behind: true, negated: true)
    } else if take("?<") {
      let name = try parseGroupName(from: start)
      captureCount += 1
      guard groups.numbers[name] == captureCount else {
        throw PatternError(message: "Two groups are called `\(name)`. Rename one of them.", offset: start)
      }
      kind = .capture(captureCount, name)
    } else if peek() == UInt8(ascii: "?") {
      throw PatternError(
        message: "`(?` must be followed by `:`, `=`, `!`, `<=`, `<!` or `<name>`. "
          + "Flags inside a pattern are not supported: write both cases, such as `[aA]`.", offset: start)
    } else {
      captureCount += 1
      kind = .capture(captureCount, nil)
    }
    open.append(Frame(kind: kind, offset: start))
  }

  private mutating func closeGroup() throws(PatternError) {
    guard open.count > 1, var frame = open.popLast() else {
      throw PatternError(message: "This `)` closes no group. Write `\\)` for the character.", offset: position)
    }
    position += 1
    let body = frame.finish()
    switch frame.kind {
    case .pattern, .plain:
      try append(body, from: frame.offset)
    case .capture(let index, let name):
      try append(.capture(body, index: index, name: name), from: frame.offset)
    case .look(let behind, let negated):
      let node = PatternNode.look(body, behind: behind, negated: negated)
      if lenient, !behind, let byte = peek(), "*+?{".utf8.contains(byte) {
        try lenience("A repeated look-ahead", "Remove the quantifier.", at: position)
      }
      try append(node, quantifiable: lenient && !behind, from: frame.offset)
    }
  }

  // MARK: Quantifiers

  private mutating func append(
    _ node: PatternNode, quantifiable: Bool = true, from start: Int
  ) throws(PatternError) {
    let quantifierStart = position
    guard let (minimum, maximum) = try parseQuantifier() else {
      add(node)
      return
    }
    guard quantifiable else {
      throw PatternError(
        message: "An assertion cannot be repeated. Remove the quantifier.", offset: quantifierStart)
    }
    var lazy = false
    if peek() == UInt8(ascii: "?") {
      position += 1
      lazy = true
    }
    add(.repetition(node, minimum: minimum, maximum: maximum, lazy: lazy))
  }

  /// Keeps sequences flat.
  private mutating func add(_ node: PatternNode) {
    switch node {
    case .empty: break
    case .sequence(let nodes): open[open.count - 1].items += nodes
    default: open[open.count - 1].items.append(node)
    }
  }

  private mutating func parseQuantifier() throws(PatternError) -> (Int, Int?)? {
    switch peek() {
    case UInt8(ascii: "*"):
      position += 1
      return (0, nil)
    case UInt8(ascii: "+"):
      position += 1
      return (1, nil)
    case UInt8(ascii: "?"):
      position += 1
      return (0, 1)
    case UInt8(ascii: "{"):
      return try parseBraces()
    default:
      return nil
    }
  }

  /// Reads `{n}`, `{n,}` or `{n,m}`, or leaves the position alone.
  private mutating func parseBraces() throws(PatternError) -> (Int, Int?)? {
    let start = position
    position += 1
    if let minimum = parseCount() {
      var maximum: Int? = minimum
      if peek() == UInt8(ascii: ",") {
        position += 1
        maximum = parseCount()
      }
      if peek() == UInt8(ascii: "}") {
        position += 1
        if let maximum, maximum < minimum {
          throw PatternError(message: "The counts of a quantifier are out of order. Swap them.", offset: start)
        }
        return (minimum, maximum)
      }
    }
    position = start
    guard lenient else {
      throw PatternError(message: "This `{` begins no quantifier. Write `\\{` for the character.", offset: start)
    }
    return nil
  }

  /// Decimal digits; a value past all use stays at the largest that is kept.
  private mutating func parseCount() -> Int? {
    let start = position
    var value = 0
    while let byte = peek(), byte >= 0x30, byte <= 0x39 {
      value = min(value * 10 + Int(byte - 0x30), 1 << 40)
      position += 1
    }
    return position == start ? nil : value
  }

  // MARK: Helpers

  func peek(_ distance: Int = 0) -> UInt8? {
    position + distance < bytes.count ? bytes[position + distance] : nil
  }

  mutating func take(_ text: StaticString) -> Bool {
    guard position + text.utf8CodeUnitCount <= bytes.count else { return false }
    for index in 0..<text.utf8CodeUnitCount where bytes[position + index] != text.utf8Start[index] { return false }
    position += text.utf8CodeUnitCount
    return true
  }

  /// Takes one code point; the caller has checked that there is one.
  mutating func nextScalar() -> UInt32 {
    let (scalar, length) = decodeScalar(bytes, at: position)
    position += length
    return scalar
  }

  /// Accepts something that only Annex B allows, with a warning, or refuses it.
  mutating func lenience(_ subject: String, _ advice: String, at offset: Int) throws(PatternError) {
    guard lenient else {
      throw PatternError(message: "\(subject) is not allowed. \(advice)", offset: offset)
    }
    guard warnings.count < 8 else { return }
    let message = "\(subject) is not valid with the `u` flag. \(advice)"
    warnings.append(PatternWarning(kind: .lenientSyntax, message: message, offset: offset))
  }

  private func nothingToRepeat(at offset: Int) -> PatternError {
    let text = Unicode.Scalar(bytes[offset])
    return PatternError(
      message: "There is nothing before `\(text)` to repeat. Write `\\\(text)` for the character.", offset: offset)
  }
}

/// Reads a code point of UTF-8 that comes from a `String` and so is valid.
func decodeScalar(_ bytes: [UInt8], at position: Int) -> (scalar: UInt32, length: Int) {
  let first = UInt32(bytes[position])
  func next(_ distance: Int) -> UInt32 {
    position + distance < bytes.count ? UInt32(bytes[position + distance] & 0x3F) : 0
  }
  if first < 0x80 { return (first, 1) }
  if first < 0xE0 { return ((first & 0x1F) << 6 | next(1), 2) }
  if first < 0xF0 { return ((first & 0x0F) << 12 | next(1) << 6 | next(2), 3) }
  return ((first & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3), 4)
}
