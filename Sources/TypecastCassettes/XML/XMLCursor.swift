import CLibXML2

/// Goes through a cassette, node by node, while the grammar is checked.
final class XMLCursor {
  enum Event {
    /// An element begins; one that is empty has no end of its own.
    case start(isEmpty: Bool)
    case text
    case end
  }

  private let path: String?
  private let feed: ByteFeed
  private let reader: xmlTextReaderPtr
  private let errors = ErrorList()
  private let listener = UnsafeMutablePointer<typecast_error_listener>.allocate(capacity: 1)

  /// The element that an event is about.
  private(set) var name = ""

  /// Whether a comment went by.
  private(set) var hasComments = false

  /// Its attributes; at its start.
  private(set) var attributes: [(name: String, value: String)] = []

  init(_ feed: ByteFeed, path: String?) throws(CassetteError) {
    let grammar = try Grammar.compiled()
    self.feed = feed
    self.path = path
    listener.initialize(to: errors.listener)
    let made = xmlReaderForIO(
      { user, bytes, count in
        guard let user, let bytes else { return -1 }
        let buffer = UnsafeMutableRawBufferPointer(start: bytes, count: Int(count)).assumingMemoryBound(to: UInt8.self)
        return Int32(Unmanaged<ByteFeed>.fromOpaque(user).takeUnretainedValue().read(into: buffer))
      }, { _ in 0 }, Unmanaged.passUnretained(feed).toOpaque(), path, "UTF-8",
      // No network, and line numbers as they are. Entities, document types and endless text stay off.
      Int32(XML_PARSE_NONET.rawValue | XML_PARSE_BIG_LINES.rawValue))
    guard let made else {
      listener.deallocate()
      throw feed.fault ?? CassetteError(path, "libxml2 has no memory for it.")
    }
    reader = made
    // The grammar takes the listener from the reader.
    typecast_listen_to_reader(reader, listener)
    guard xmlTextReaderRelaxNGSetSchema(reader, grammar.pointer) == 0 else {
      throw CassetteError(path, "libxml2 does not take the grammar of cassettes.")
    }
  }

  deinit {
    xmlFreeTextReader(reader)
    listener.deallocate()
  }

  /// Where the cursor is. Nodes count no further than sixteen bits; the parser does, but it is a little ahead.
  var line: Int {
    let line = xmlTextReaderCurrentNode(reader).map { Int(xmlGetLineNo($0)) } ?? 0
    return (1..<65_535).contains(line) ? line : Int(xmlTextReaderGetParserLineNumber(reader))
  }

  func failure(_ reason: String) -> CassetteError { CassetteError(path, line: line, reason) }

  /// The next event; nil at the end of the document.
  func next() throws(CassetteError) -> Event? {
    while true {
      let result = xmlTextReaderRead(reader)
      if let fault = feed.fault { throw fault }
      if let error = errors.first {
        // libxml2 says so of any text that begins otherwise than XML.
        let reason = error.reason == "Document is empty" ? "is no XML" : error.reason
        throw CassetteError(path, line: (1..<65_535).contains(error.line) ? error.line : line, "\(reason).")
      }
      // A reader that fails still says that what it has seen is valid.
      guard result >= 0 else { throw failure("is no XML.") }
      guard result == 1 else {
        guard xmlTextReaderIsValid(reader) == 1 else { throw failure("does not follow the grammar of cassettes.") }
        return nil
      }
      switch xmlTextReaderNodeType(reader) {
      case Int32(XML_READER_TYPE_ELEMENT.rawValue):
        name = Self.string(xmlTextReaderConstName(reader))
        readAttributes()
        return .start(isEmpty: xmlTextReaderIsEmptyElement(reader) == 1)
      case Int32(XML_READER_TYPE_END_ELEMENT.rawValue):
        name = Self.string(xmlTextReaderConstName(reader))
        return .end
      case Int32(XML_READER_TYPE_TEXT.rawValue), Int32(XML_READER_TYPE_CDATA.rawValue),
        Int32(XML_READER_TYPE_WHITESPACE.rawValue), Int32(XML_READER_TYPE_SIGNIFICANT_WHITESPACE.rawValue):
        return .text
      case Int32(XML_READER_TYPE_COMMENT.rawValue): hasComments = true
      case Int32(XML_READER_TYPE_PROCESSING_INSTRUCTION.rawValue): continue
      default:
        throw failure("holds a declaration or an entity, which no cassette may.")
      }
    }
  }

  /// Puts the text of an event behind what is there.
  func append(to bytes: inout [UInt8]) {
    guard let value = xmlTextReaderConstValue(reader) else { return }
    bytes.append(contentsOf: UnsafeBufferPointer(start: value, count: Int(xmlStrlen(value))))
  }

  private func readAttributes() {
    attributes.removeAll(keepingCapacity: true)
    while xmlTextReaderMoveToNextAttribute(reader) == 1 {
      attributes.append((Self.string(xmlTextReaderConstName(reader)), Self.string(xmlTextReaderConstValue(reader))))
    }
    _ = xmlTextReaderMoveToElement(reader)
  }

  private static func string(_ characters: UnsafePointer<xmlChar>?) -> String {
    characters.map { String(cString: $0) } ?? ""
  }
}
