import Typecast
import TypecastJSON

/// The lines that keep chunks and times.
enum RecordedLine {
  // MARK: Reading

  static func exchange(_ object: JSONObject) throws(RefusedExchange) -> ImportedExchange {
    let started = try object.number("started")
    let elapsed = try object.duration("elapsed")
    let note = try object.text("note")
    let exchange = Exchange(
      note: note.flatMap { $0.isEmpty ? nil : $0 }, date: started.flatMap { RecordingDate($0.double) },
      try request(object.object("request") ?? [:]), try outcome(object, elapsed: elapsed))
    let origin = try object.text("origin").flatMap(Cassette.Origin.init(rawValue:)) ?? .recorded
    return ImportedExchange(origin, about: try object.text("server"), exchange)
  }

  private static func request(_ object: JSONObject) throws(RefusedExchange) -> RecordedRequest {
    let headers = try object.headers("headers")
    var url = try object.text("url")
    if url == nil {
      let path = try object.required("path")
      if path.firstRange(of: "://") != nil {
        url = path
      } else {
        guard let host = headers["host"] else { throw RefusedExchange("its request has neither a 'url' nor a host") }
        url = address(host: host, path: path)
      }
    }
    return RecordedRequest(
      try object.required("method"), url ?? "", headers: headers, body: try bytes(object["body"], of: "request"))
  }

  private static func address(host: String, path: String) -> String {
    "http://" + host + (path.utf8.first == UInt8(ascii: "/") ? "" : "/") + path
  }

  private static func outcome(
    _ object: JSONObject, elapsed: Duration?
  ) throws(RefusedExchange) -> Exchange.Outcome {
    let error = try object.text("error")
    let answer = try object.object("response")
    let kind = try object.text("error_kind").flatMap(TransportError.Kind.init(written:))
    var failure = error.map { error in
      RecordedFailure(
        TransportError(kind ?? TransportError.Kind(words: error, isAnswered: answer != nil), error),
        at: elapsed ?? .zero)
    }
    guard let answer else {
      guard let failure else { throw RefusedExchange("it has neither a 'response' nor an 'error'") }
      return .failure(failure)
    }
    let dropped = answer.present("chunks_dropped")
    if let dropped, dropped.number?.int != 0, dropped.array?.isEmpty != true {
      throw RefusedExchange("its body is not whole: chunks of the answer were dropped")
    }
    let time = try answer.duration("head_at") ?? .zero
    let body = try bytes(answer["body"], of: "response")
    var chunks: [RecordedResponse.Chunk] = []
    if let list = try answer.array("chunks") {
      for element in list { chunks.append(try chunk(element)) }
      guard chunks.lazy.flatMap(\.bytes).elementsEqual(body) else {
        throw RefusedExchange("its body is not whole: the chunks of the answer are not its body")
      }
    } else if !body.isEmpty {
      // All of it was there in the end.
      chunks = [RecordedResponse.Chunk(body, at: max(elapsed ?? time, time))]
    }
    if let end = try answer.text("end"), end != "complete", failure == nil {
      failure = RecordedFailure(TransportError(.cut, end), at: elapsed ?? chunks.last?.time ?? time)
    }
    return .response(
      RecordedResponse(
        try answer.status("status"), headers: try answer.headers("headers"), at: time, chunks: chunks, failure: failure)
    )
  }

  private static func chunk(_ value: JSONValue) throws(RefusedExchange) -> RecordedResponse.Chunk {
    guard let object = value.object, let time = try object.duration("t") else {
      throw RefusedExchange("a chunk of its answer has no time")
    }
    return RecordedResponse.Chunk(try bytes(value, of: "chunk"), at: time)
  }

  /// The bytes of a body or chunk.
  private static func bytes(_ value: JSONValue?, of whose: String) throws(RefusedExchange) -> [UInt8] {
    guard let value, value != .null else { return [] }
    if let text = value["text"]?.string { return Array(text.utf8) }
    if let text = value["base64"]?.string {
      guard let bytes = decoded(base64: text) else { throw RefusedExchange("the base64 of its \(whose) is none") }
      return bytes
    }
    if value["text_head"] != nil || value["text_tail"] != nil {
      throw RefusedExchange("its body is not whole: only the beginning and the end of its \(whose) are there")
    }
    throw RefusedExchange("the body of its \(whose) is neither 'text' nor 'base64'")
  }

  // MARK: Writing

  static func object(of exchange: Exchange, _ origin: Cassette.Origin, about: String?) -> JSONObject {
    var object: JSONObject = [:]
    if origin != .recorded { object["origin"] = .string(origin.rawValue) }
    object["id"] = exchange.id.map { .string($0) }
    object["server"] = about.map { .string($0) }
    object["note"] = .string(exchange.note ?? "")
    object["request"] = .object(self.object(of: exchange.request))
    object["started"] = exchange.date.map { .number(JSONNumber($0.seconds)) }
    var elapsed = Duration.zero
    var failure: RecordedFailure?
    switch exchange.outcome {
    case .failure(let none):
      failure = none
      elapsed = none.time
    case .response(let response):
      failure = response.failure
      elapsed = failure?.time ?? response.chunks.last?.time ?? response.time
      object["response"] = .object(self.object(of: response))
    }
    if let failure, !(object["response"] != nil && isEnd(failure.error)) {
      object["error"] = .string(failure.error.message)
      object["error_kind"] = .string(failure.error.kind.rawValue)
    }
    object["elapsed"] = elapsed.json
    return object
  }

  private static func object(of request: RecordedRequest) -> JSONObject {
    let path = path(of: request.url)
    var object: JSONObject = [
      "method": .string(request.method), "path": .string(path), "headers": json(request.headers),
      "body": request.body.isEmpty ? .null : .object(WrittenBytes(request.body).object),
    ]
    if request.headers["host"].map({ address(host: $0, path: path) }) != request.url {
      object["url"] = .string(request.url)
    }
    return object
  }

  private static func object(of response: RecordedResponse) -> JSONObject {
    let isChunked = response.headers["transfer-encoding"]?.lowercased() == "chunked"
    var object: JSONObject = [
      "status": .number(JSONNumber(response.status)), "headers": json(response.headers), "head_at": response.time.json,
      "framing": .string(
        isChunked
          ? "chunked" : response.headers["content-length"] != nil ? "content-length" : "until the connection closes"),
      "end": .string(response.failure.map { isEnd($0.error) ? $0.error.message : "truncated" } ?? "complete"),
    ]
    // One that came at once is known by the time of the whole.
    let isAtOnce = response.chunks.isEmpty || (response.chunks.count == 1 && !response.chunks[0].bytes.isEmpty)
    if isChunked || !isAtOnce || response.failure != nil || response.chunks.contains(where: { $0.time < response.time })
    {
      object["chunks"] = .array(
        response.chunks.map { chunk in
          var object: JSONObject = ["t": chunk.time.json]
          for member in WrittenBytes(chunk.bytes).object { object[member.key] = member.value }
          return .object(object)
        })
    }
    object["body"] = .object(WrittenBytes(response.body).object)
    return object
  }

  /// Whether the message of a failure is how an answer ends, word for word.
  private static func isEnd(_ error: TransportError) -> Bool {
    error.kind == .cut && (error.message.hasPrefix("truncated") || error.message == "cancelled by client")
  }

  /// The path and query of an address.
  private static func path(of url: String) -> String {
    guard let scheme = url.firstRange(of: "://") else { return url }
    let rest = url[scheme.upperBound...].prefix { $0 != "#" }
    let path = rest.drop { $0 != "/" && $0 != "?" }
    return path.utf8.first == UInt8(ascii: "/") ? String(path) : "/" + path
  }

  private static func json(_ headers: [RecordedHeader]) -> JSONValue {
    .array(headers.map { [.string($0.name), .string($0.value)] })
  }
}
