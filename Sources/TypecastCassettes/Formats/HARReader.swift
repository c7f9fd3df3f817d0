import FoundationEssentials
import Typecast
import TypecastJSON

/// Reads the entries of an HTTP archive, HAR 1.2, one by one.
package struct HARReader {
  private let document: JSONDocument
  private let about: String?
  private var entries: JSONNode.Elements.Iterator?
  private var count = 0

  /// What of the text has been looked through for lines, and how many there were.
  private var seen = (offset: 0, lines: 1)

  /// - Parameter path: What errors call it.
  package init(_ bytes: [UInt8], path: String) throws(CassetteError) {
    do throws(JSONError) { document = try JSONDocument(bytes) } catch {
      throw CassetteError(path, line: error.position.line, "is no HAR: \(error.message).")
    }
    let log = document.root["log"]
    guard let entries = log?["entries"], entries.type == .array else {
      throw CassetteError(path, line: 1, "is no HAR: it has no log with entries.")
    }
    about = log?["comment"]?.string
    self.entries = entries.elements.makeIterator()
  }

  /// The next entry; nil behind the last one.
  package mutating func next() -> ImportedItem? {
    guard let node = entries?.next() else { return nil }
    defer { count += 1 }
    let line = line(of: node.offset)
    do throws(RefusedExchange) {
      guard let object = node.value.object else { throw RefusedExchange("it is no object") }
      var imported = try HAREntry.exchange(object)
      imported.about = imported.about ?? about
      return ImportedItem(line: line, index: count, result: .success(imported))
    } catch {
      var refusal = error
      refusal.id = node["_typecast"]?["id"]?.string
      return ImportedItem(line: line, index: count, result: .failure(refusal))
    }
  }

  private mutating func line(of offset: Int) -> Int {
    for byte in document.bytes[seen.offset..<offset] where byte == 0x0A { seen.lines += 1 }
    seen.offset = offset
    return seen.lines
  }
}

/// An entry of an HTTP archive. What HAR has no member for stands in `_typecast`.
enum HAREntry {
  // MARK: Reading

  static func exchange(_ entry: JSONObject) throws(RefusedExchange) -> ImportedExchange {
    let own = try entry.object("_typecast")
    guard let request = try entry.object("request") else { throw RefusedExchange("it has no 'request'") }
    guard let response = try entry.object("response") else { throw RefusedExchange("it has no 'response'") }
    var date = try entry.text("startedDateTime").flatMap { try? Date($0, strategy: .iso8601) }
      .flatMap { RecordingDate($0.timeIntervalSince1970) }
    if let own { date = try own.text("recorded").flatMap { RecordingDate($0) } }
    let exchange = Exchange(
      note: try entry.text("comment").flatMap { $0.isEmpty ? nil : $0 }, date: date, try self.request(request),
      try outcome(response, entry, own))
    return ImportedExchange(
      id: try own?.text("id"), try own?.text("origin").flatMap(Cassette.Origin.init(rawValue:)) ?? .recorded,
      about: try own?.text("about"), exchange)
  }

  private static func request(_ object: JSONObject) throws(RefusedExchange) -> RecordedRequest {
    var body: [UInt8] = []
    let size = try object.number("bodySize")?.int ?? -1
    if let data = try object.object("postData") {
      if let text = try data.text("text") {
        body = try bytes(text, data.text("encoding"), of: "request")
      } else if try data.array("params")?.isEmpty == false {
        throw RefusedExchange("its body is not whole: the request is there as parameters only")
      }
    }
    guard !(body.isEmpty && size > 0) else { throw RefusedExchange("its body is not whole: the request is not there") }
    return RecordedRequest(
      try object.required("method"), try object.required("url"), headers: try headers(object), body: body)
  }

  /// The headers, without what HTTP/2 has in their place for the first line.
  private static func headers(_ object: JSONObject) throws(RefusedExchange) -> [RecordedHeader] {
    try object.headers("headers").filter { !$0.name.hasPrefix(":") }
  }

  private static func bytes(
    _ text: String, _ encoding: String?, of whose: String
  ) throws(RefusedExchange) -> [UInt8] {
    switch encoding?.lowercased() {
    case nil, ""?: return Array(text.utf8)
    case "base64"?:
      guard let bytes = decoded(base64: text) else { throw RefusedExchange("the base64 of its \(whose) is none") }
      return bytes
    case let other?: throw RefusedExchange("its \(whose) has the encoding '\(other)', which is not known")
    }
  }

  private static func outcome(
    _ object: JSONObject, _ entry: JSONObject, _ own: JSONObject?
  ) throws(RefusedExchange) -> Exchange.Outcome {
    let timings = try entry.object("timings") ?? [:]
    // Less than zero is what does not apply; the time for TLS is part of the one to connect.
    func sum(_ names: [String]) throws(RefusedExchange) -> Duration {
      var sum = 0.0
      for name in names { sum += max(0, try timings.number(name)?.double ?? 0) }
      guard let duration = Duration(sum / 1000) else { throw RefusedExchange("its 'timings' are no times") }
      return duration
    }
    let head = try sum(["blocked", "dns", "connect", "send", "wait"])
    let end = try head + sum(["receive"])
    let number = try object.number("status")
    guard let status = number == nil ? 0 : number?.int else { throw RefusedExchange("its 'status' is no status") }
    var failure: RecordedFailure?
    if let ownFailure = try own?.object("failure") {
      let kind = try ownFailure.text("kind").flatMap(TransportError.Kind.init(written:)) ?? .other
      let error = TransportError(kind, try ownFailure.text("message") ?? "")
      failure = RecordedFailure(error, at: try ownFailure.duration("at") ?? end)
    } else if let words = (object.present("_error") ?? entry.present("_error"))?.string, !words.isEmpty {
      let kind = TransportError.Kind(words: words, isAnswered: status > 0)
      failure = RecordedFailure(TransportError(kind, words), at: end)
    }
    if status == 0 {
      let none = RecordedFailure(TransportError(.other, "The archive has no answer, and does not say why."), at: end)
      return .failure(failure ?? none)
    }
    let body = try body(object)
    var headers = try headers(object)
    // What is in an archive was decompressed, but not by us.
    if own == nil { headers = headers.decompressed(to: body.count) }
    let chunks = try chunks(own, body, at: end)
    return .response(
      RecordedResponse(
        try object.status("status"), headers: headers, at: try own?.duration("at") ?? head, chunks: chunks,
        failure: failure))
  }

  private static func body(_ response: JSONObject) throws(RefusedExchange) -> [UInt8] {
    guard let content = try response.object("content") else { return [] }
    let size = try content.number("size")?.int ?? 0
    guard let text = try content.text("text") else {
      guard size <= 0 else { throw RefusedExchange("its body is not whole: the archive was saved without it") }
      return []
    }
    let body = try bytes(text, content.text("encoding"), of: "response")
    guard body.count >= size else {
      throw RefusedExchange("its body is not whole: \(body.count) of \(size) bytes are there")
    }
    return body
  }

  private static func chunks(
    _ own: JSONObject?, _ body: [UInt8], at time: Duration
  ) throws(RefusedExchange) -> [RecordedResponse.Chunk] {
    guard let pieces = try own?.array("chunks") else {
      return body.isEmpty ? [] : [RecordedResponse.Chunk(body, at: time)]
    }
    var chunks: [RecordedResponse.Chunk] = []
    var start = 0
    for piece in pieces {
      guard let object = piece.object, let time = try object.duration("at"),
        let count = try object.number("bytes")?.int,
        count >= 0, count <= body.count - start
      else { throw RefusedExchange("its chunks do not fit its body") }
      chunks.append(RecordedResponse.Chunk(Array(body[start..<start + count]), at: time))
      start += count
    }
    guard start == body.count else { throw RefusedExchange("its chunks do not fit its body") }
    return chunks
  }
}
