import TypecastJSON

/// Makes a text JSON by small changes, in one pass from front to back.
///
/// It reads the text as a JSON reader does, but where one would give up it notes a change and goes on. What a change
/// turns on is only looked for within a short distance, so that the time is linear whatever the text is.
///
/// What only looks ahead is mutating too: a value of this size is copied for each call that does not change it.
struct Mender: ~Copyable {
  /// Why a text can't be mended.
  enum Failure: Error, Equatable {
    /// There is nothing to mend.
    case noValue(Int)
    case tooDeep(Int)
    case tooManyChanges(Int)
  }

  /// An array, an object or a call that is open; or the text itself, in which all of them stand.
  struct Frame {
    enum Kind { case top, object, array, call }
    var kind: Kind
    /// The byte that the text closes it with.
    var closer: UInt8
    /// How many elements or members came before the one that is being read.
    var index = 0
    /// The key of the member that is being read, as it stands in the text; a negative count if there is none yet.
    var keyStart: UnsafePointer<UInt8>
    var keyCount = -1
    /// Where the array or object starts.
    let start: UnsafePointer<UInt8>
    /// Where the value that was read last starts, and whether it is a text.
    var valueStart: UnsafePointer<UInt8>
    var valueIsText = false
    /// How many changes there were in front of it.
    var valueEditCount = 0

    init(_ kind: Kind, closer: UInt8, start: UnsafePointer<UInt8>) {
      self.kind = kind
      self.closer = closer
      self.start = start
      keyStart = start
      valueStart = start
    }

    @inline(__always)
    mutating func startValue(at place: UnsafePointer<UInt8>, behind editCount: Int) {
      valueStart = place
      valueIsText = false
      valueEditCount = editCount
    }

    @inline(__always)
    mutating func setKey(from first: UnsafePointer<UInt8>, to last: UnsafePointer<UInt8>) {
      keyStart = first
      keyCount = max(0, last - first)
    }
  }

  /// What comes next.
  enum Step { case value, opened, next, done }

  /// More changes than these are no repair.
  let greatestCount: Int

  /// More records than this tell a reader nothing; the last one says how many others there are.
  static let greatestRecordCount = 1000

  let start: UnsafePointer<UInt8>
  let depthLimit: Int

  /// The next byte, and where the text ends for this value: a fence behind it ends it, too.
  var at: UnsafePointer<UInt8>
  var end: UnsafePointer<UInt8>

  /// Whether more of the text will come: then its end closes nothing.
  var isGrowing = false

  /// The innermost one that is open.
  var frame: Frame

  /// Those around it, the outermost first, which is the text itself.
  var outerFrames: [Frame] = []

  var edits = TextEdits()
  var repairs: [Repair] = []
  var unrecorded = 0

  /// The first change of the text that is being read, to tell changes of one kind in one text as one.
  var textStart: UnsafePointer<UInt8>?

  /// What lies between the quotes of the text that was read last, and whether the next one goes on with it.
  var textContent: UnsafePointer<UInt8>
  var textEnd: UnsafePointer<UInt8>
  var joinsText = false

  init(_ text: PaddedBytes, from offset: Int = 0, depthLimit: Int) {
    start = text.start
    at = text.start + offset
    textContent = text.start
    textEnd = text.start
    frame = Frame(.top, closer: 0, start: at)
    end = text.start + text.count
    greatestCount = 20_000 + text.count / 16
    self.depthLimit = depthLimit
  }

  var offset: Int { at - start }
  var isAtEnd: Bool { at >= end }

  /// Whether neither array, object nor call is open.
  var isAtTop: Bool { outerFrames.isEmpty }

  /// How many arrays, objects and calls are open.
  var depth: Int { outerFrames.count }

  /// What stands around the innermost one that is open.
  var kindAround: Frame.Kind { outerFrames[outerFrames.count - 1].kind }

  /// What is open at a depth, of which 0 is that of the text itself.
  mutating func kind(atDepth depth: Int) -> Frame.Kind {
    depth == outerFrames.count ? frame.kind : outerFrames[depth].kind
  }

  mutating func isOpen(where isMeant: (Frame) -> Bool) -> Bool {
    isMeant(frame) || outerFrames.contains(where: isMeant)
  }

  /// Reads the value that comes next, with all that is in it.
  mutating func mendValue() throws(Failure) {
    let first = at
    var step = try readValue()
    if isAtTop, startsMembers() { step = try openMissingObject(from: first) }
    while !isAtTop {
      try checkCount()
      if step == .value {
        step = try readValue()
        continue
      }
      switch frame.kind {
      case .object: step = try readMember(isFirst: step == .opened)
      case .array: step = try readElement(isFirst: step == .opened)
      case .call: step = endCall()
      case .top: break
      }
    }
  }

  /// Whether the value that was read at the top is a key: its colon comes next, and a value.
  private mutating func startsMembers() -> Bool {
    var next = at
    Scan.skipWhitespace(&next)
    guard next < end, next.pointee == 0x3A, at[-1] == 0x22 else { return false }
    next += 1
    Scan.skipWhitespace(&next)
    if next >= end { return false }
    return Quote(next) != nil || next.pointee == 0x7B || next.pointee == 0x5B || isDigit(next.pointee)
      || Word(next, before: end) != nil
  }

  /// An object of which the first brace is missing.
  private mutating func openMissingObject(from first: UnsafePointer<UInt8>) throws(Failure) -> Step {
    var first = first
    while first < at, Quote(first) == nil { first += 1 }
    edits.addFirst(TextEdit(offset: first - start, length: 0, "{"))
    record(.missingStart, at: first, "the brace that opens the object was missing")
    let last = at
    at = first
    try open(.object, closer: 0x7D)
    frame.setKey(from: textContent, to: textEnd)
    at = last
    Scan.skipWhitespace(&at)
    at += 1
    return .value
  }

  mutating func checkCount() throws(Failure) {
    if edits.count > greatestCount { throw .tooManyChanges(offset) }
  }

  // MARK: Values

  /// Reads a scalar, or the first byte of an array or object.
  mutating func readValue() throws(Failure) -> Step {
    while true {
      skipBlanks()
      if isAtEnd { return try missingValue() }
      frame.startValue(at: at, behind: edits.count)
      switch at.pointee {
      case 0x7B:
        try open(.object, closer: 0x7D)
        return .opened
      case 0x5B:
        try open(.array, closer: 0x5D)
        return .opened
      case 0x28:
        change(.parentheses, length: 1, "[", "parentheses stand for an array")
        try open(.array, closer: 0x29)
        return .opened
      case 0x22:
        if passTextAndKey() { continue }
        try readText(in: place)
        return .next
      case 0x27, 0x60:
        try readText(in: place)
        return .next
      case 0x2D, 0x2B, 0x2E, 0x30...0x39:
        try readNumber()
        try checkCount()
        if passKey(behind: at) { continue }
        return .next
      case 0x2C, 0x7D, 0x5D, 0x29:
        return try missingValue()
      case 0x3A where !isAtTop:
        change(.separator, length: 1, "", "a colon too many was left out")
        at += 1
      case 0xC2, 0xE2:
        if Quote(at) != nil {
          try readText(in: place)
          return .next
        }
        return try readWord()
      default:
        return try readWord()
      }
    }
  }

  private mutating func missingValue() throws(Failure) -> Step {
    if isAtTop { throw .noValue(offset) }
    insert(.missingValue, "null", "a value is missing; null was written")
    return .next
  }

  mutating func open(_ kind: Frame.Kind, closer: UInt8) throws(Failure) {
    if depth >= depthLimit { throw .tooDeep(offset) }
    if isAtTop { outerFrames.reserveCapacity(16) }
    outerFrames.append(frame)
    frame = Frame(kind, closer: closer, start: at)
    at += 1
  }

  /// Leaves the array or object that is open.
  mutating func close() {
    frame = outerFrames.removeLast()
  }

  /// Closes whatever is open, at the end of the text.
  mutating func closeAll() throws(Failure) -> Step {
    var count = frame.kind == .call ? 0 : 1
    for frame in outerFrames where frame.kind == .object || frame.kind == .array { count += 1 }
    if count > 0 {
      record(
        .missingEnd, at: end,
        "the text ends inside of \(count == 1 ? "an array or object" : "\(count) arrays and objects"); closed")
    }
    while !isAtTop {
      if frame.kind != .call { edit(at: end, length: 0, frame.kind == .object ? "}" : "]") }
      close()
    }
    return .done
  }

  // MARK: Notes

  /// Where a text stands that is read now.
  var place: TextPlace {
    switch frame.kind {
    case .top: .top
    case .object: .member
    case .array: .element
    case .call: .argument
    }
  }

  /// Puts other bytes in the place of those that come next, and records it.
  mutating func change(
    _ rule: RepairRule, length: Int, _ replacement: StaticString, _ message: @autoclosure () -> String
  ) {
    edit(at: at, length: length, replacement)
    record(rule, at: at, message())
  }

  /// Puts bytes in front of those that come next, and records it.
  mutating func insert(_ rule: RepairRule, _ replacement: StaticString, _ message: @autoclosure () -> String) {
    change(rule, length: 0, replacement, message())
  }

  mutating func edit(at place: UnsafePointer<UInt8>, length: Int, _ replacement: StaticString) {
    edits.add(TextEdit(offset: place - start, length: length, replacement))
  }

  mutating func record(_ rule: RepairRule, at place: UnsafePointer<UInt8>, _ message: @autoclosure () -> String) {
    // Of what is mended once more later nobody reads the records.
    if isGrowing { return }
    if repairs.count >= Self.greatestRecordCount {
      unrecorded += 1
      return
    }
    if repairs.isEmpty { repairs.reserveCapacity(8) }
    repairs.append(Repair(rule, at: pointer(), offset: place - start, message: message()))
  }

  /// The place in the value.
  private mutating func pointer() -> JSONPointer {
    if isAtTop { return JSONPointer() }
    var tokens: [String] = []
    tokens.reserveCapacity(depth)
    for frame in outerFrames { addToken(of: frame, to: &tokens) }
    addToken(of: frame, to: &tokens)
    return JSONPointer(tokens: tokens)
  }

  private mutating func addToken(of frame: Frame, to tokens: inout [String]) {
    switch frame.kind {
    case .object where frame.keyCount >= 0: tokens.append(key(of: frame))
    case .array: tokens.append(String(frame.index))
    case .top, .object, .call: break
    }
  }

  /// The key of a member as it comes out.
  private mutating func key(of frame: Frame) -> String {
    let raw = UnsafeBufferPointer(start: frame.keyStart, count: min(frame.keyCount, 200))
    let isPlain = raw.allSatisfy { $0 >= 0x20 && $0 < 0x80 && $0 != 0x22 && $0 != 0x5C }
    if isPlain { return String(decoding: raw, as: UTF8.self) }
    let range = frame.keyStart - start..<frame.keyStart - start + raw.count
    let mended = edits.within(range).bytes(of: start, in: range)
    // What was put in front of a bare key stands at its place, too: an end or a comma, and at last its quote.
    let quote = mended.indices.first { mended[$0] == 0x22 && ($0 == 0 || mended[$0 - 1] != 0x5C) }
    let content = mended[((quote ?? -1) + 1)...]
    if let text = try? JSONValue(parsing: [0x22] + content + [0x22]), case .string(let key) = text { return key }
    return String(decoding: raw, as: UTF8.self)
  }
}
