#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What the bytes of a cassette must not hold: NULs, declarations of document types and entities, comments without end,
/// tags of so many attributes that the parser would compare them for ever.
struct FeedInspection {
  enum Finding {
    case nul
    /// `<!` and then neither a comment nor a section.
    case declaration
    /// More bytes of comments and instructions than there may be.
    case asides
    case attributes
  }

  /// What stands beside the elements and is open: the parser keeps it, as it does white space before them.
  private enum Aside {
    case comment
    case instruction
    /// Text, but for its marks.
    case section
  }

  private var aside: Aside?
  private var asideStart = 0
  private var hasElement = false

  /// How many bytes there are beside the elements.
  private var asideCount = 0

  /// The last two bytes that went by.
  private var beforeLast: UInt8 = 0
  private var last: UInt8 = 0

  /// How many attributes the tag has that is open; nil in a text.
  private var attributes: Int?
  private var quote: UInt8?

  /// The line of the byte that comes next, or of what was found.
  private(set) var line = 1

  static let mostAside = 1 << 20

  /// libxml2 compares each attribute of a tag with all others of it.
  static let mostAttributes = 1000

  /// Looks at the next bytes; what is wrong with them ends it.
  mutating func inspect(_ bytes: UnsafeBufferPointer<UInt8>) -> Finding? {
    guard let base = bytes.baseAddress, bytes.count > 0 else { return nil }
    let end = Self.place(of: 0, in: base, 0, bytes.count)
    var index = 0
    let finding = find(in: base, &index, end) ?? (end < bytes.count ? .nul : nil)
    line += Self.count(of: Mark.newline, in: base, index)
    return finding
  }

  private mutating func find(in base: UnsafePointer<UInt8>, _ index: inout Int, _ end: Int) -> Finding? {
    while index < end {
      let next = passed(base, index, end)
      if next > index {
        beforeLast = next - index > 1 ? base[next - 2] : last
        last = base[next - 1]
        index = next
        if isOver { return .asides }
        continue
      }
      let byte = base[index]
      index += 1
      let isDeclared = beforeLast == Mark.less && last == Mark.exclamation
      if isDeclared, byte != Mark.dash, byte != Mark.bracket { return .declaration }
      let follows = last == Mark.less
      if aside != nil || !hasElement || follows || beforeLast == Mark.less { take(byte, isDeclared: isDeclared) }
      beforeLast = last
      last = byte
      if isOver { return .asides }
      if aside == nil { countAttributes(byte) }
      if let attributes, attributes > Self.mostAttributes { return .attributes }
    }
    return nil
  }

  private var isOver: Bool { asideCount > Self.mostAside }

  /// Up to where nothing begins and nothing ends: the place of the first byte that has to be looked at.
  private mutating func passed(_ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    guard last != Mark.less, beforeLast != Mark.less else { return start }
    guard let aside else {
      return hasElement && attributes == nil ? Self.place(of: Mark.less, in: base, start, end) : start
    }
    var next = start
    while next < end, base[next] != Mark.less, base[next] != Mark.greater { next += 1 }
    if aside != .section {
      // No further than to the byte that is one too many.
      next = min(next, start + Self.mostAside + 1 - asideCount)
      asideCount += next - start
    }
    return next
  }

  /// Counts what is no element, and looks whether a comment, an instruction or a section begins or ends.
  private mutating func take(_ byte: UInt8, isDeclared: Bool) {
    if aside != .section, aside != nil || !hasElement { asideCount += 1 }
    switch aside {
    case nil:
      if isDeclared {
        aside = byte == Mark.dash ? .comment : .section
      } else if last == Mark.less, byte == Mark.question {
        aside = .instruction
      } else {
        if last == Mark.less, byte != Mark.exclamation { hasElement = true }
        return
      }
      asideStart = asideCount
    case .section: if byte == Mark.greater, last == Mark.closing, beforeLast == Mark.closing { aside = nil }
    case .instruction: if byte == Mark.greater, last == Mark.question { aside = nil }
    case .comment:
      // The dashes of its start do not end it.
      let isEnd = byte == Mark.greater && last == Mark.dash && beforeLast == Mark.dash
      if isEnd, asideCount - asideStart > 3 { aside = nil }
    }
  }

  private mutating func countAttributes(_ byte: UInt8) {
    switch byte {
    case Mark.less where quote == nil: attributes = 0
    case Mark.greater where quote == nil: attributes = nil
    // What begins so is no tag.
    case Mark.exclamation where quote == nil && beforeLast == Mark.less: attributes = nil
    case Mark.double, Mark.single:
      guard attributes != nil else { return }
      quote = quote == nil ? byte : quote == byte ? nil : quote
    case Mark.equals: if quote == nil, let count = attributes { attributes = count + 1 }
    default: break
    }
  }

  /// The place of a byte, or the end.
  private static func place(of byte: UInt8, in base: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    guard let found = memchr(base + start, Int32(byte), end - start) else { return end }
    return UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found))
  }

  private static func count(of byte: UInt8, in base: UnsafePointer<UInt8>, _ end: Int) -> Int {
    var count = 0
    var next = place(of: byte, in: base, 0, end)
    while next < end {
      count += 1
      next = place(of: byte, in: base, next + 1, end)
    }
    return count
  }

  private enum Mark {
    static let newline: UInt8 = 0x0A
    static let exclamation: UInt8 = 0x21
    static let double: UInt8 = 0x22
    static let single: UInt8 = 0x27
    static let dash: UInt8 = 0x2D
    static let less: UInt8 = 0x3C
    static let equals: UInt8 = 0x3D
    static let greater: UInt8 = 0x3E
    static let question: UInt8 = 0x3F
    static let bracket: UInt8 = 0x5B
    static let closing: UInt8 = 0x5D
  }
}
