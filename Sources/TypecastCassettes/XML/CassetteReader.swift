import Typecast

/// Reads the exchanges of a cassette, one by one: none is kept, however many there are.
///
///     let reader = try CassetteReader(path: "Golden/cassettes/gemini/quota-day.xml")
///     while let exchange = try reader.next() { … }
///
/// What is read is checked against the grammar and against limits. It is no value: one task at a time reads it.
public final class CassetteReader {
  /// The most bytes that a cassette may have, where nobody says otherwise.
  public static let usualLimit = 1 << 30

  /// The file that is read; nil for bytes without a name.
  public let path: String?
  /// Whether a server or a person wrote the answers; right after `init` it is known.
  public private(set) var origin = Cassette.Origin.recorded
  /// What a person says about the cassette; right after `init` it is known.
  public private(set) var note: String?

  /// Whether a comment stands in what has been read. Exchanges do not hold it, so that it is gone where they are saved.
  package var hasComments: Bool { cursor.hasComments }

  private let cursor: XMLCursor

  /// Whether the cursor stands at the start of an exchange.
  private var isAtExchange = false

  /// Opens a file and reads its head.
  public convenience init(path: String, limit: Int = usualLimit) throws(CassetteError) {
    try self.init(ByteFeed(file: path, limit: limit), path: path)
  }

  /// Reads bytes that are there already, which errors call by the path.
  public convenience init(_ bytes: [UInt8], path: String? = nil, limit: Int = usualLimit) throws(CassetteError) {
    try self.init(ByteFeed(bytes, path: path, limit: limit), path: path)
  }

  private init(_ feed: ByteFeed, path: String?) throws(CassetteError) {
    self.path = path
    cursor = try XMLCursor(feed, path: path)
    guard case .start(let isEmpty)? = try nextEvent(), cursor.name == "cassette" else {
      throw cursor.failure("is no cassette: its first element is '\(cursor.name)'.")
    }
    for attribute in cursor.attributes where attribute.name == "origin" {
      origin = Cassette.Origin(rawValue: attribute.value) ?? .recorded
    }
    if isEmpty {
      try finish()
      return
    }
    switch try nextEvent() {
    case .start(let isEmpty)? where cursor.name == "note":
      note = try text(isEmpty: isEmpty)
      try moveOn()
    case .start?: isAtExchange = true
    default: try finish()
    }
  }

  /// The next exchange; nil behind the last one, when all of the file has been found right.
  public func next() throws(CassetteError) -> Exchange? {
    guard isAtExchange else { return nil }
    let exchange = try readExchange()
    try moveOn()
    return exchange
  }

  /// Goes to the start of the next exchange, or to the end.
  private func moveOn() throws(CassetteError) {
    if case .start? = try nextEvent() {
      isAtExchange = true
    } else {
      isAtExchange = false
      try finish()
    }
  }

  private func finish() throws(CassetteError) {
    while try cursor.next() != nil {}
  }

  // MARK: Elements

  /// The next start or end; the white space between elements is none of ours.
  private func nextEvent() throws(CassetteError) -> XMLCursor.Event? {
    while let event = try cursor.next() {
      if case .text = event { continue }
      return event
    }
    return nil
  }

  private func readExchange() throws(CassetteError) -> Exchange {
    let id = attribute("id")
    var date: RecordingDate?
    if let text = attribute("recorded") {
      date = RecordingDate(text)
      guard date != nil else { throw cursor.failure("'\(text)' is no date.") }
    }
    var note: String?
    var request: RecordedRequest?
    var outcome: Exchange.Outcome?
    while case .start(let isEmpty)? = try nextEvent() {
      switch cursor.name {
      case "note": note = try text(isEmpty: isEmpty)
      case "request": request = try readRequest(isEmpty: isEmpty)
      case "response": outcome = .response(try readResponse(isEmpty: isEmpty))
      default: outcome = .failure(try readFailure(isEmpty: isEmpty))
      }
    }
    guard let request, let outcome else { throw cursor.failure("an exchange lacks its request or its answer.") }
    return Exchange(id: id, note: note, date: date, request, outcome)
  }

  private func readRequest(isEmpty: Bool) throws(CassetteError) -> RecordedRequest {
    var request = RecordedRequest(attribute("method") ?? "", attribute("url") ?? "")
    if isEmpty { return request }
    while case .start(let isEmpty)? = try nextEvent() {
      if cursor.name == "header" {
        request.headers.append(try readHeader(isEmpty: isEmpty))
      } else {
        request.body += try readContent(isEmpty: isEmpty)
      }
    }
    return request
  }

  private func readResponse(isEmpty: Bool) throws(CassetteError) -> RecordedResponse {
    let text = attribute("status") ?? ""
    guard let status = Int(text) else { throw cursor.failure("'\(text)' is no status.") }
    var response = RecordedResponse(status, at: try time() ?? .zero)
    var pieces: [(length: Int, time: Duration)] = []
    var body: [UInt8] = []
    if isEmpty { return response }
    while case .start(let isEmpty)? = try nextEvent() {
      switch cursor.name {
      case "header": response.headers.append(try readHeader(isEmpty: isEmpty))
      case "chunk":
        let time = try time()
        let bytes = try readContent(isEmpty: isEmpty)
        if let time {
          response.chunks.append(RecordedResponse.Chunk(bytes, at: time))
        } else if let last = response.chunks.indices.last {
          response.chunks[last].bytes += bytes
        } else {
          throw cursor.failure("the first chunk of a body has no time.")
        }
      case "piece":
        pieces.append((Int(attribute("bytes") ?? "") ?? 0, try time() ?? .zero))
        try skip(isEmpty: isEmpty)
      case "body": body += try readContent(isEmpty: isEmpty)
      default: response.failure = try readFailure(isEmpty: isEmpty)
      }
    }
    if !pieces.isEmpty { response.chunks = try cut(body, pieces) }
    return response
  }

  private func cut(
    _ body: [UInt8], _ pieces: [(length: Int, time: Duration)]
  ) throws(CassetteError) -> [RecordedResponse.Chunk] {
    var chunks: [RecordedResponse.Chunk] = []
    var start = 0
    for piece in pieces {
      guard piece.length <= body.count - start else {
        throw cursor.failure("the pieces of a body are longer than its \(body.count) bytes.")
      }
      chunks.append(RecordedResponse.Chunk(Array(body[start..<start + piece.length]), at: piece.time))
      start += piece.length
    }
    guard start == body.count else {
      throw cursor.failure("the pieces of a body are \(start) bytes long, and it has \(body.count).")
    }
    return chunks
  }

  private func readFailure(isEmpty: Bool) throws(CassetteError) -> RecordedFailure {
    let (kind, time) = (attribute("kind") ?? "", try time() ?? .zero)
    let error = TransportError(TransportError.Kind(rawValue: kind), try text(isEmpty: isEmpty))
    return RecordedFailure(error, at: time)
  }

  private func readHeader(isEmpty: Bool) throws(CassetteError) -> RecordedHeader {
    let name = attribute("name") ?? ""
    if attribute("as") == nil { return RecordedHeader(name, try text(isEmpty: isEmpty)) }
    let bytes = try readContent(isEmpty: isEmpty)
    guard let value = String(validating: bytes, as: UTF8.self) else {
      throw cursor.failure("the header '\(name)' is no UTF-8.")
    }
    return RecordedHeader(name, value)
  }

  // MARK: Text

  private func attribute(_ name: String) -> String? {
    cursor.attributes.first { $0.name == name }?.value
  }

  private func time() throws(CassetteError) -> Duration? {
    guard let text = attribute("at") else { return nil }
    guard let time = Duration(cassette: text) else { throw cursor.failure("'\(text)' is no time.") }
    return time
  }

  /// The text of an element, and the end of it.
  private func bytes(isEmpty: Bool) throws(CassetteError) -> [UInt8] {
    var bytes: [UInt8] = []
    if isEmpty { return bytes }
    while let event = try cursor.next() {
      guard case .text = event else { break }
      cursor.append(to: &bytes)
    }
    return bytes
  }

  private func text(isEmpty: Bool) throws(CassetteError) -> String {
    String(decoding: try bytes(isEmpty: isEmpty), as: UTF8.self)
  }

  private func skip(isEmpty: Bool) throws(CassetteError) {
    _ = try bytes(isEmpty: isEmpty)
  }

  private func readContent(isEmpty: Bool) throws(CassetteError) -> [UInt8] {
    let form = attribute("as").flatMap(BodyText.init(rawValue:)) ?? .text
    let written = try bytes(isEmpty: isEmpty)
    do throws(BodyTextError) { return try form.bytes(of: written) } catch { throw cursor.failure("\(error.reason).") }
  }
}

extension Cassette {
  /// Reads all exchanges of a file.
  public init(path: String, limit: Int = CassetteReader.usualLimit) throws(CassetteError) {
    try self.init(CassetteReader(path: path, limit: limit))
  }

  /// Reads all exchanges out of bytes.
  public init(_ bytes: [UInt8], path: String? = nil, limit: Int = CassetteReader.usualLimit) throws(CassetteError) {
    try self.init(CassetteReader(bytes, path: path, limit: limit))
  }

  /// Reads all exchanges that are left.
  package init(_ reader: CassetteReader) throws(CassetteError) {
    self.init(reader.origin, note: reader.note)
    while let exchange = try reader.next() { exchanges.append(exchange) }
  }
}
