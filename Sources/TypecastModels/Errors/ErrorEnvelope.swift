import Typecast
import TypecastJSON

/// Reads what the body of a failure says, whoever wrote it.
///
/// Errors come as objects in `error`, `errors` or `detail`, in lists, as JSON in texts in JSON, as what Go prints of a map, as
/// pages that a proxy made, as plain text, or not at all.
struct ErrorEnvelope: Sendable {
  /// Its types, codes, states and reasons, in lower case.
  private(set) var words: [String] = []
  private(set) var message = ""
  private(set) var wait: Duration?
  private(set) var requestID: String?

  /// The status that an error names by itself.
  private(set) var status: Int?

  /// Nobody names a failure so many times.
  private static let mostWords = 64
  private static let mostDepth = 6

  mutating func read(_ body: [UInt8]) {
    let body = body.withoutByteOrderMark
    if let json = try? JSONValue(parsing: body) {
      read(json, depth: 0)
      return
    }
    let text = String(decoding: body.prefix(4096), as: UTF8.self)
    if Self.isPage(text) {
      message = Self.title(text)
    } else {
      read(text, depth: Self.mostDepth)
    }
  }

  private mutating func read(_ json: JSONValue, depth: Int) {
    guard depth <= Self.mostDepth else { return }
    switch json {
    case .array(let elements):
      for element in elements.prefix(8) { read(element, depth: depth + 1) }
    case .string(let text): read(text, depth: depth)
    case .object(let object): read(object, depth: depth)
    default: break
    }
  }

  private mutating func read(_ object: JSONObject, depth: Int) {
    for key in ["type", "code", "status", "status_code", "reason", "error_code", "error_type", "__type"] {
      add(object[key], isStatus: key.hasSuffix("code") || key == "status")
    }
    if object["failed_generation"] != nil { add("failed_generation") }
    add(object["innererror"]?["code"], isStatus: false)
    if requestID == nil { requestID = object["request_id"]?.words.map { String($0.prefix(200)) } }
    switch object["details"] {
    case .array(let details)?: for detail in details.prefix(16) { read(detail: detail, depth: depth) }
    case let details?: add(details["error_code"], isStatus: false)
    case nil: break
    }
    if let flags = object["metadata"]?["reasons"]?.array {
      add("flagged")
      for flag in flags.prefix(8) { add(flag, isStatus: false) }
    }
    for key in ["error", "errors", "response"] {
      guard let inner = object[key] else { continue }
      // An answer that failed says so in its `error`; what else it has is none of the failure.
      if key == "response" {
        if let error = inner["error"] { read(error, depth: depth + 1) }
      } else {
        read(inner, depth: depth + 1)
      }
    }
    for key in ["message", "Message", "detail", "msg", "error_description", "blockReasonMessage"] {
      if let inner = object[key] { read(inner, depth: depth + 1) }
    }
    // What a provider behind the one that was asked says.
    if let raw = object["metadata"]?["raw"] { read(raw, depth: depth + 1) }
  }

  private mutating func read(_ text: String, depth: Int) {
    let trimmed = text.trimmed
    if depth < Self.mostDepth, trimmed.hasPrefix("{") || trimmed.hasPrefix("["),
      let inner = try? JSONValue(parsing: trimmed)
    {
      return read(inner, depth: depth + 1)
    }
    if let map = GoMap(in: trimmed) {
      for word in [map["code"], map["type"]] { add(word.map { .string($0) }, isStatus: true) }
      say(map.before + (map["message"] ?? ""))
      return
    }
    say(trimmed)
  }

  private mutating func read(detail: JSONValue, depth: Int) {
    add(detail["reason"], isStatus: false)
    for violation in detail["violations"]?.array?.prefix(16) ?? [] {
      add(violation["quotaId"], isStatus: false)
      add(violation["quotaMetric"], isStatus: false)
    }
    for violation in detail["fieldViolations"]?.array?.prefix(4) ?? [] {
      if let words = violation["description"]?.words { say(words) }
    }
    if let delay = detail["retryDelay"]?.string { wait = RetryHint.goDuration(delay) }
    if case .string(let text) = detail { read(text, depth: depth + 1) }
  }

  /// Takes a name of the failure.
  mutating func add(_ word: some StringProtocol) {
    guard words.count < Self.mostWords, !word.isEmpty else { return }
    words.append(String(decoding: word.utf8.prefix(200), as: UTF8.self).lowercased())
  }

  private mutating func add(_ word: JSONValue?, isStatus: Bool) {
    let text: String
    switch word {
    case .string(let words): text = words
    case .number(let number): text = number.text
    default: return
    }
    add(text)
    if isStatus, status == nil, let number = Int(text), (400...599).contains(number) { status = number }
  }

  /// Takes a sentence, unless it was said already.
  private mutating func say(_ text: String) {
    guard !text.isEmpty, message.utf8.count < 16 << 10 else { return }
    let text = String(decoding: text.utf8.prefix(16 << 10), as: UTF8.self)
    if message.utf8Contains(text) { return }
    message += message.isEmpty ? text : " " + text
  }

  // MARK: Pages

  private static func isPage(_ text: String) -> Bool {
    let start = text.trimmed.prefix(200).lowercased()
    return start.hasPrefix("<!doctype") || start.hasPrefix("<html") || start.hasPrefix("<?xml")
  }

  /// The title of a page that a proxy sends in place of an answer.
  private static func title(_ page: String) -> String {
    for mark in ["<title>", "<TITLE>", "<Title>"] {
      guard let title = page.part(behind: mark)?.prefix(while: { $0 != "<" }) else { continue }
      // Not cut here: half a key would not be known for one.
      let words = String(title).trimmed
      if !words.isEmpty { return words }
    }
    return "a page of HTML"
  }
}

/// What Go prints of a map: `map[code:500 message:it broke type:server_error]`.
private struct GoMap {
  let before: String
  private let inside: String

  init?(in text: String) {
    guard let behind = text.part(behind: "map["), behind.utf8.last == UInt8(ascii: "]") else { return nil }
    inside = String(behind.dropLast())
    before = String(decoding: text.utf8.prefix(text.utf8.count - behind.utf8.count - 4), as: UTF8.self)
  }

  /// What stands behind a name, up to the next of the names that are known.
  subscript(name: String) -> String? {
    guard var rest = (" " + inside).part(behind: " \(name):") else { return nil }
    for next in ["code", "message", "type", "param"] where next != name {
      if let behind = rest.part(behind: " \(next):") {
        rest = String(
          decoding: rest.utf8.prefix(rest.utf8.count - behind.utf8.count - next.utf8.count - 2), as: UTF8.self)
      }
    }
    return rest.trimmed
  }
}

extension String {
  /// What stands behind the first place of a text in this one.
  fileprivate func part(behind text: String) -> String? {
    let (bytes, part) = (Array(utf8), Array(text.utf8))
    guard let first = part.first, bytes.count >= part.count else { return nil }
    for start in 0...(bytes.count - part.count)
    where bytes[start] == first && bytes[start..<(start + part.count)].elementsEqual(part) {
      return String(decoding: bytes[(start + part.count)...], as: UTF8.self)
    }
    return nil
  }
}
