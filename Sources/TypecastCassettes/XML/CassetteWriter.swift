import CLibXML2
import Typecast

/// Writes exchanges as a cassette, one by one: none is kept.
final class CassetteWriter {
  private let writer: xmlTextWriterPtr

  /// What a piece of text may have; the parser takes no more than ten million bytes in one.
  private static let mostText = 1 << 20

  /// Starts a cassette.
  ///
  /// - Parameter sink: Takes the bytes; false if it can't.
  init(
    _ origin: Cassette.Origin, note: String?, sink: @escaping (UnsafeBufferPointer<UInt8>) -> Bool
  ) throws(CassetteError) {
    let box = Unmanaged.passRetained(SinkBox(sink))
    let output = xmlOutputBufferCreateIO(
      { user, bytes, count in
        guard let user, let bytes else { return -1 }
        let pointer = UnsafeRawPointer(bytes).assumingMemoryBound(to: UInt8.self)
        let box = Unmanaged<SinkBox>.fromOpaque(user).takeUnretainedValue()
        return box.sink(UnsafeBufferPointer(start: pointer, count: Int(count))) ? count : -1
      },
      { user in
        if let user { Unmanaged<SinkBox>.fromOpaque(user).release() }
        return 0
      }, box.toOpaque(), nil)
    guard let output, let writer = xmlNewTextWriter(output) else {
      throw CassetteError(nil, "there is no memory for it.")
    }
    self.writer = writer
    xmlTextWriterSetIndent(writer, 1)
    xmlTextWriterSetIndentString(writer, "  ")
    try check(xmlTextWriterStartDocument(writer, "1.0", "UTF-8", nil))
    try start("cassette")
    try attribute("version", "1")
    try attribute("origin", origin.rawValue)
    if let note { try element("note", note) }
  }

  deinit { xmlFreeTextWriter(writer) }

  private final class SinkBox {
    let sink: (UnsafeBufferPointer<UInt8>) -> Bool

    init(_ sink: @escaping (UnsafeBufferPointer<UInt8>) -> Bool) { self.sink = sink }
  }

  func write(_ exchange: Exchange) throws(CassetteError) {
    try start("exchange")
    if let id = exchange.id { try attribute("id", id) }
    if let date = exchange.date { try attribute("recorded", date.description) }
    if let note = exchange.note { try element("note", note) }
    try write(exchange.request)
    switch exchange.outcome {
    case .response(let response): try write(response)
    case .failure(let failure): try write(failure)
    }
    try end()
  }

  /// Ends the cassette.
  func finish() throws(CassetteError) {
    try end()
    try check(xmlTextWriterEndDocument(writer))
    try check(xmlTextWriterFlush(writer))
  }

  // MARK: Parts

  private func write(_ request: RecordedRequest) throws(CassetteError) {
    try start("request")
    try attribute("method", request.method)
    try attribute("url", request.url)
    for header in request.headers { try write(header) }
    if !request.body.isEmpty { try write(request.body, as: "body") }
    try end()
  }

  private func write(_ response: RecordedResponse) throws(CassetteError) {
    try start("response")
    try attribute("status", String(response.status))
    try attribute("at", response.time.cassetteText)
    for header in response.headers { try write(header) }
    let body = response.chunks.count > 1 ? response.body : []
    if !body.isEmpty, body.count <= Self.mostText, case (.json, let text) = BodyText.form(of: body),
      text.count <= Self.mostText * 2
    {
      for chunk in response.chunks {
        try start("piece")
        try attribute("at", chunk.time.cassetteText)
        try attribute("bytes", String(chunk.bytes.count))
        try end()
      }
      try content(text, .json, in: "body")
    } else {
      for chunk in response.chunks { try write(chunk.bytes, as: "chunk", at: chunk.time) }
    }
    if let failure = response.failure { try write(failure) }
    try end()
  }

  private func write(_ failure: RecordedFailure) throws(CassetteError) {
    try start("failure")
    try attribute("kind", failure.error.kind.rawValue)
    try attribute("at", failure.time.cassetteText)
    try text(failure.error.message)
    try end()
  }

  private func write(_ header: RecordedHeader) throws(CassetteError) {
    try start("header")
    try attribute("name", header.name)
    let bytes = Array(header.value.utf8)
    if BodyText.isText(bytes) {
      try raw(bytes)
    } else {
      try attribute("as", "base64")
      try raw(BodyText.form(of: bytes, allowingJSON: false).1)
    }
    try end()
  }

  /// Writes bytes, as several elements where there are too many for one.
  private func write(_ bytes: [UInt8], as name: String, at time: Duration? = nil) throws(CassetteError) {
    let (form, text) = BodyText.form(of: bytes, allowingJSON: bytes.count <= Self.mostText)
    guard text.count > Self.mostText * 2 else { return try content(text, form, in: name, at: time) }
    var start = 0
    while start < bytes.count {
      var end = min(start + Self.mostText, bytes.count)
      // A character stays whole, or its parts would be no text.
      while end < bytes.count, end > start + Self.mostText - 4, bytes[end] & 0xC0 == 0x80 { end -= 1 }
      let (form, text) = BodyText.form(of: Array(bytes[start..<end]), allowingJSON: false)
      try content(text, form, in: name, at: start == 0 ? time : nil)
      start = end
    }
  }

  private func content(
    _ text: [UInt8], _ form: BodyText, in name: String, at time: Duration? = nil
  ) throws(CassetteError) {
    try start(name)
    if let time { try attribute("at", time.cassetteText) }
    try attribute("as", form.rawValue)
    try raw(text)
    try end()
  }

  // MARK: libxml2

  private func start(_ name: String) throws(CassetteError) { try check(xmlTextWriterStartElement(writer, name)) }

  private func end() throws(CassetteError) { try check(xmlTextWriterEndElement(writer)) }

  private func attribute(_ name: String, _ value: String) throws(CassetteError) {
    guard BodyText.isText(Array(value.utf8)) else {
      throw CassetteError(nil, "the \(name) holds a character that XML does not have.")
    }
    try check(xmlTextWriterWriteAttribute(writer, name, value))
  }

  private func element(_ name: String, _ value: String) throws(CassetteError) {
    try start(name)
    try text(value)
    try end()
  }

  private func text(_ value: String) throws(CassetteError) {
    let bytes = Array(value.utf8)
    guard BodyText.isText(bytes) else { throw CassetteError(nil, "a text holds a character that XML does not have.") }
    try raw(bytes)
  }

  /// Writes text. libxml2 would also escape quotes, of which JSON has many.
  private func raw(_ bytes: [UInt8]) throws(CassetteError) {
    var escaped: [UInt8] = []
    escaped.reserveCapacity(bytes.count + bytes.count / 16)
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "&"): escaped += "&amp;".utf8
      case UInt8(ascii: "<"): escaped += "&lt;".utf8
      case UInt8(ascii: ">"): escaped += "&gt;".utf8
      // A parser makes a line feed of it.
      case 0x0D: escaped += "&#13;".utf8
      default: escaped.append(byte)
      }
    }
    try check(xmlTextWriterWriteRawLen(writer, escaped, Int32(escaped.count)))
  }

  private func check(_ result: Int32) throws(CassetteError) {
    guard result >= 0 else { throw CassetteError(nil, "can't be written: the disk may be full.") }
  }
}

extension Cassette {
  /// The file of this cassette. Nothing is taken out of it: that is what ``CassetteFile`` does before it saves.
  package func xml() throws(CassetteError) -> [UInt8] {
    var bytes: [UInt8] = []
    let writer = try CassetteWriter(origin, note: note) {
      bytes.append(contentsOf: $0)
      return true
    }
    for exchange in exchanges { try writer.write(exchange) }
    try writer.finish()
    return bytes
  }
}
