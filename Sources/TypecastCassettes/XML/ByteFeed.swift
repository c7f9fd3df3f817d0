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

  /// The first bytes, up to the end of the XML declaration; nil once they have been looked at.
  private var head: [UInt8]? = []

  private var inspection = FeedInspection()

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
      fault = CassetteError(path, line: inspection.line, "has more than \(limit) bytes. Divide it, or raise the limit.")
      return -1
    }
    inspect(UnsafeBufferPointer(rebasing: buffer[..<length]))
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

  private func inspect(_ bytes: UnsafeBufferPointer<UInt8>) {
    if var head {
      head += bytes.prefix(Self.mostHead - head.count)
      let isWhole = head.count == Self.mostHead || head.contains(UInt8(ascii: ">")) || bytes.isEmpty
      self.head = isWhole ? nil : head
      inspectHead(head)
      if fault != nil { return }
    }
    guard let finding = inspection.inspect(bytes) else { return }
    let reason =
      switch finding {
      case .nul: "holds a NUL. A cassette is XML in UTF-8."
      case .declaration:
        "declares a document type or an entity, which no cassette may. Write '&lt;' for '<' in text."
      case .asides:
        "has more than \(FeedInspection.mostAside) bytes of comments. Take them out, or make them a note."
      case .attributes: "has a tag with more than \(FeedInspection.mostAttributes) attributes."
      }
    fault = CassetteError(path, line: inspection.line, reason)
  }

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
