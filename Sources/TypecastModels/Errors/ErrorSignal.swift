import Typecast
import TypecastJSON

/// What is known of an answer that is none: what a row of an error table is compared with.
struct ErrorSignal: Sendable {
  var status: Int?
  var headers = HTTPHeaders()
  /// Where a request failed that got no answer.
  var transport: TransportError.Kind?
  /// Why an answer ended that is not whole.
  var finish: FinishReason?
  /// Whether the server is on this machine.
  var isLocal = false

  /// What the provider calls the failure: its types, codes, states and reasons, in lower case.
  private(set) var words: [String] = []

  /// What the provider says about it, as it says it.
  private(set) var message = ""

  /// The same in lower case, for rows to look into.
  private(set) var lowerMessage = ""

  /// How long the provider asks to wait in its body.
  private(set) var bodyHint: Duration?

  init(
    status: Int? = nil, headers: HTTPHeaders = HTTPHeaders(), body: [UInt8] = [], transport: TransportError.Kind? = nil,
    finish: FinishReason? = nil, isLocal: Bool = false
  ) {
    self.status = status
    self.headers = headers
    self.transport = transport
    self.finish = finish
    self.isLocal = isLocal
    read(body)
    lowerMessage = message.lowercased()
  }

  // MARK: Envelopes

  private mutating func read(_ body: [UInt8]) {
    if let json = try? JSONValue(parsing: body) {
      read(json, depth: 0)
    } else {
      let text = String(decoding: body.prefix(4096), as: UTF8.self)
      message = Self.isPage(text) ? Self.title(text) : text.trimmed
    }
  }

  /// Reads an envelope, whoever wrote it: an object with `error`, a list around it, an error in an error as text.
  private mutating func read(_ json: JSONValue, depth: Int) {
    guard depth < 6 else { return }
    switch json {
    case .array(let elements):
      if let first = elements.first { read(first, depth: depth + 1) }
    case .string(let text): read(text, depth: depth)
    case .object(let object):
      for key in ["type", "code", "status", "reason", "error_code", "error_type"] { add(object[key]) }
      if let metadata = object["metadata"]?["raw"] { read(metadata, depth: depth + 1) }
      for detail in object["details"]?.array ?? [] { read(detail: detail) }
      add(object["details"]?["error_code"])
      add(object["innererror"]?["code"])
      if object["failed_generation"] != nil { words.append("failed_generation") }
      if let response = object["response"], response["error"] != nil { read(response, depth: depth + 1) }
      if let error = object["error"] { read(error, depth: depth + 1) }
      for key in ["message", "detail", "msg", "blockReasonMessage"] where object[key] != nil {
        if let inner = object[key] { read(inner, depth: depth + 1) }
      }
    default: break
    }
  }

  private mutating func read(_ text: String, depth: Int) {
    let trimmed = text.trimmed
    if trimmed.hasPrefix("{") || trimmed.hasPrefix("["), let inner = try? JSONValue(parsing: trimmed) {
      return read(inner, depth: depth + 1)
    }
    // What an older part of Ollama prints of a map: map[code:500 message:… type:…].
    if let start = trimmed.range(ofText: "map[code:") {
      let digits = trimmed[start...].drop { !$0.isNumber }.prefix { $0.isNumber }
      words.append(String(digits))
    }
    if trimmed.isEmpty || message.utf8Contains(trimmed) { return }
    message += message.isEmpty ? trimmed : " " + trimmed
  }

  private mutating func read(detail: JSONValue) {
    add(detail["reason"])
    for violation in detail["violations"]?.array ?? [] {
      add(violation["quotaId"])
      add(violation["quotaMetric"])
    }
    if let delay = detail["retryDelay"]?.string { bodyHint = RetryHint.goDuration(delay) }
    if case .string(let text) = detail { read(text, depth: 5) }
  }

  private mutating func add(_ word: JSONValue?) {
    switch word {
    case .string(let text) where !text.isEmpty: words.append(text.lowercased())
    case .number(let number): words.append(number.text)
    default: break
    }
  }

  private static func isPage(_ text: String) -> Bool {
    let start = text.trimmed.prefix(200).lowercased()
    return start.hasPrefix("<!doctype") || start.hasPrefix("<html") || start.hasPrefix("<?xml")
  }

  /// The title of a page that a proxy sends in place of an answer.
  private static func title(_ page: String) -> String {
    guard let start = page.lowercased().range(ofText: "<title>") else { return "a page of HTML" }
    let offset = page.lowercased().distance(from: page.lowercased().startIndex, to: start) + 7
    return page.dropFirst(offset).prefix { $0 != "<" }.prefix(100).description.trimmed
  }
}

extension String {
  /// Where a text begins in this one.
  fileprivate func range(ofText text: String) -> String.Index? {
    let (bytes, part) = (Array(utf8), Array(text.utf8))
    guard bytes.count >= part.count else { return nil }
    for start in 0...(bytes.count - part.count) where bytes[start..<(start + part.count)].elementsEqual(part) {
      return utf8.index(utf8.startIndex, offsetBy: start)
    }
    return nil
  }
}
