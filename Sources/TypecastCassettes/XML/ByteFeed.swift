#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The bytes of a cassette on their way to the parser, with a look at what must never get there: declarations of
/// document types and entities, encodings that would hide them, and files without end.
final class ByteFeed {
  private enum Source {
    case bytes(ArraySlice<UInt8>)
    case file(Int32)
  }

  private let path: String?
  private let limit: Int
  private var source: Source
  private var count = 0
  private var line = 1

  /// The last two bytes that went by.
  private var last: (UInt8, UInt8) = (0, 0)

  /// The first bytes, up to the end of the XML declaration; nil once they have been looked at.
  private var head: [UInt8]? = []

  /// How many attributes the tag has that is open; nil in a text.
  private var attributes: Int?
  private var quote: UInt8?

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

  /// What was found; nothing is fed behind it.
  private(set) var fault: CassetteError?

  init(_ bytes: [UInt8], path: String?, limit: Int) {
    self.path = path
    self.limit = limit
    source = .bytes(bytes[...])
  }

  init(file path: String, limit: Int) throws(CassetteError) {
    self.path = path
    self.limit = limit
    // A pipe that nobody writes to would keep who opens it waiting.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      throw CassetteError(path, "can't be read: \(String(cString: strerror(errno))).")
    }
    source = .file(descriptor)
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw CassetteError(path, "is a folder. Name a cassette in it.")
    default: throw CassetteError(path, "is no file but a pipe or a device. Name a cassette.")
    }
  }

  deinit {
    if case .file(let descriptor) = source { close(descriptor) }
  }

  /// Gives the next bytes; how many, or -1 behind a fault.
  func read(into buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
    if fault != nil { return -1 }
    let length: Int
    switch source {
    case .bytes(let bytes):
      length = min(bytes.count, buffer.count)
      _ = buffer.update(fromContentsOf: bytes.prefix(length))
      source = .bytes(bytes.dropFirst(length))
    case .file(let descriptor):
      var got = 0
      repeat { got = Self.read(descriptor, buffer) } while got < 0 && errno == EINTR
      if got < 0 {
        fault = CassetteError(path, "can't be read: \(String(cString: strerror(errno))).")
        return -1
      }
      length = got
    }
    count += length
    if count > limit {
      fault = CassetteError(path, line: line, "has more than \(limit) bytes. Divide it, or raise the limit.")
      return -1
    }
    inspect(buffer[..<length])
    return fault == nil ? length : -1
  }

  private static func read(_ descriptor: Int32, _ buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
    #if canImport(Darwin)
      Darwin.read(descriptor, buffer.baseAddress, buffer.count)
    #elseif canImport(Musl)
      Musl.read(descriptor, buffer.baseAddress, buffer.count)
    #else
      Glibc.read(descriptor, buffer.baseAddress, buffer.count)
    #endif
  }

  private func inspect(_ bytes: Slice<UnsafeMutableBufferPointer<UInt8>>) {
    if var head {
      head += bytes.prefix(Self.mostHead - head.count)
      let isWhole = head.count == Self.mostHead || head.contains(UInt8(ascii: ">")) || bytes.isEmpty
      self.head = isWhole ? nil : head
      inspectHead(head)
      if fault != nil { return }
    }
    for byte in bytes {
      let isMarked = aside != nil || !hasElement || last.1 == UInt8(ascii: "<") || last.0 == UInt8(ascii: "<")
      // Most bytes are letters of a text.
      if byte > UInt8(ascii: ">"), !isMarked {
        last = (last.1, byte)
        continue
      }
      if byte == 0x0A { line += 1 }
      if byte == 0 {
        fault = CassetteError(path, line: line, "holds a NUL. A cassette is XML in UTF-8.")
        return
      }
      if last == (UInt8(ascii: "<"), UInt8(ascii: "!")), byte != UInt8(ascii: "-"), byte != UInt8(ascii: "[") {
        fault = CassetteError(
          path, line: line,
          "declares a document type or an entity, which no cassette may. Write '&lt;' for '<' in text.")
        return
      }
      if isMarked {
        countAside(byte)
        if fault != nil { return }
      }
      last = (last.1, byte)
      if aside == nil, byte <= UInt8(ascii: ">") { countAttributes(byte) }
      if fault != nil { return }
    }
  }

  /// Counts what is no element, and looks whether a comment, an instruction or a section begins or ends.
  private func countAside(_ byte: UInt8) {
    if aside != .section, aside != nil || !hasElement {
      asideCount += 1
      if asideCount > Self.mostAside {
        fault = CassetteError(
          path, line: line, "has more than \(Self.mostAside) bytes of comments. Take them out, or make them a note.")
        return
      }
    }
    let isDeclared = last == (UInt8(ascii: "<"), UInt8(ascii: "!"))
    switch (aside, byte) {
    case (nil, UInt8(ascii: "-")) where isDeclared: aside = .comment
    case (nil, UInt8(ascii: "[")) where isDeclared: aside = .section
    case (nil, UInt8(ascii: "?")) where last.1 == UInt8(ascii: "<"): aside = .instruction
    case (nil, _):
      if last.1 == UInt8(ascii: "<"), byte != UInt8(ascii: "!") { hasElement = true }
      return
    case (.section, UInt8(ascii: ">")) where last == (UInt8(ascii: "]"), UInt8(ascii: "]")),
      (.instruction, UInt8(ascii: ">")) where last.1 == UInt8(ascii: "?"):
      aside = nil
      return
    case (.comment, UInt8(ascii: ">")) where last == (UInt8(ascii: "-"), UInt8(ascii: "-")):
      // The dashes of its start do not end it.
      if asideCount - asideStart > 3 { aside = nil }
      return
    default: return
    }
    asideStart = asideCount
  }

  private static let mostAside = 1 << 20

  /// libxml2 compares each attribute of a tag with all others of it.
  private func countAttributes(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "<") where quote == nil: attributes = 0
    case UInt8(ascii: ">") where quote == nil: attributes = nil
    // What begins so is no tag.
    case UInt8(ascii: "!") where quote == nil && last.0 == UInt8(ascii: "<"): attributes = nil
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      guard attributes != nil else { return }
      quote = quote == nil ? byte : quote == byte ? nil : quote
    case UInt8(ascii: "="):
      guard let count = attributes, quote == nil else { return }
      attributes = count + 1
      if count == Self.mostAttributes {
        fault = CassetteError(path, line: line, "has a tag with more than \(Self.mostAttributes) attributes.")
      }
    default: break
    }
  }

  private static let mostAttributes = 1000

  private static let mostHead = 256

  private func inspectHead(_ head: [UInt8]) {
    let isWide = head.starts(with: [0xFE, 0xFF]) || head.starts(with: [0xFF, 0xFE]) || head.prefix(4).contains(0)
    let declaration = String(decoding: head.prefix { $0 != UInt8(ascii: ">") }, as: UTF8.self).lowercased()
    var encoding: Substring?
    if self.head == nil, declaration.hasPrefix("<?xml"), let name = declaration.firstRange(of: "encoding") {
      encoding = declaration[name.upperBound...].drop { " =\t\r\n".contains($0) }.dropFirst()
        .prefix { $0 != "\"" && $0 != "'" }
    }
    if isWide || encoding.map({ $0 != "utf-8" && $0 != "us-ascii" }) == true {
      fault = CassetteError(path, line: 1, "is in another encoding. Save it as UTF-8.")
    }
  }
}
