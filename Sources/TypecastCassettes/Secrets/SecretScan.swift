import Typecast
import TypecastJSON

/// Looks for secrets that are left. It shares nothing with ``Redaction`` but its purpose, so that a fault in one is
/// found by the other.
public struct SecretScan: Sendable {
  /// A secret that was found. It does not hold the secret.
  public struct Finding: Hashable, Sendable, CustomStringConvertible {
    /// The line, from 1.
    public let line: Int

    /// What it looks like.
    public let what: String

    public var description: String { "line \(line): \(what)" }
  }

  /// What keys begin with, and how many letters follow at least. The list is closed: what is new has to be added.
  private static let beginnings: [Mark] = [
    Mark("sk-", "a key that begins with sk-", 16), Mark("gsk_", "a key of Groq", 16),
    Mark("AIza", "a key of Google", 30),
    Mark("AQ.A", "a key of Google", 30), Mark("xai-", "a key of xAI", 40), Mark("hf_", "a key of Hugging Face", 20),
    Mark("ghp_", "a key of GitHub", 20), Mark("github_pat_", "a key of GitHub", 20),
    Mark("nvapi-", "a key of NVIDIA", 20),
    Mark("pplx-", "a key of Perplexity", 20), Mark("r8_", "a key of Replicate", 20),
    Mark("csk-", "a key of Cerebras", 20),
    Mark("AKIA", "a key of AWS", 16), Mark("ASIA", "a key of AWS", 16), Mark("ya29.", "a token of Google", 20),
    Mark("xoxb-", "a token of Slack", 16), Mark("glpat-", "a key of GitLab", 16), Mark("Bearer ", "a bearer token", 16),
    Mark("bearer ", "a bearer token", 16), Mark("tgp_v1_", "a key of Together", 20),
  ]

  /// What is looked for.
  private struct Mark {
    let text: [UInt8]
    let name: String
    /// How many letters of a key follow, one of them a digit; nil where the text itself is the secret.
    let length: Int?

    init(_ text: String, _ name: String, _ length: Int? = nil) {
      (self.text, self.name, self.length) = (Array(text.utf8), name, length)
    }
  }

  /// All marks by their first byte.
  private let marks: [[Mark]]

  /// Whether a mark begins with two bytes, the first of which counts 256 times: few places of a text have to be looked at.
  private let isBeginning: [Bool]

  /// Looks for the values that the key variables have now, and for what looks like a key.
  public init() {
    self.init(known: KeyVariables.names.compactMap { name in KeyVariables.value(of: name).map { (name, $0) } })
  }

  init(known: [(name: String, value: String)]) {
    var marks = [[Mark]](repeating: [], count: 256)
    for (name, value) in known {
      let escaped = String(JSONWriter().string(of: .string(value)).dropFirst().dropLast())
      for form in [value, escaped, Self.coded(value, uppercase: false), Self.coded(value, uppercase: true)] {
        if let first = form.utf8.first { marks[Int(first)].append(Mark(form, "the value of \(name)")) }
      }
    }
    for mark in Self.beginnings + [Mark("PRIVATE KEY-----", "a private key")] { marks[Int(mark.text[0])].append(mark) }
    var isBeginning = [Bool](repeating: false, count: 256 * 256)
    for mark in marks.joined() {
      for second in mark.text.count > 1 ? mark.text[1]...mark.text[1] : 0...255 {
        isBeginning[Int(mark.text[0]) << 8 | Int(second)] = true
      }
    }
    self.marks = marks
    self.isBeginning = isBeginning
  }

  /// A value as an address has it.
  private static func coded(_ value: String, uppercase: Bool) -> String {
    value.utf8.map { byte in
      isKeyLetter(byte) || ".~".utf8.contains(byte)
        ? String(UnicodeScalar(byte)) : "%" + String(Int(byte) + 256, radix: 16, uppercase: uppercase).suffix(2)
    }.joined()
  }

  /// What is left in the bytes of a file.
  public func findings(in bytes: [UInt8]) -> [Finding] {
    var findings: [Finding] = []
    var number = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      for what in secrets(in: line) { findings.append(Finding(line: number, what: what)) }
    }
    return findings
  }

  /// What is left in an exchange: its bodies are looked at as a whole, however they are cut or written down.
  public func findings(in exchange: Exchange) -> [String] {
    let request = exchange.request
    var found: Set<String> = []
    look(at: Array(request.url.utf8), &found)
    look(at: request.body, &found)
    var headers = request.headers
    switch exchange.outcome {
    case .failure(let failure): look(at: Array(failure.error.message.utf8), &found)
    case .response(let response):
      headers += response.headers
      look(at: response.body, &found)
    }
    for header in headers { look(at: Array("\(header.name): \(header.value)".utf8), &found) }
    return found.sorted()
  }

  /// Looks at a text as it stands, at the texts of its JSON, and at what an address with it means.
  private func look(at text: [UInt8], _ found: inout Set<String>) {
    found.formUnion(secrets(in: text[...]))
    for text in Self.texts(in: text) { found.formUnion(secrets(in: text[...])) }
    if let meaning = Self.uncoded(text) { found.formUnion(secrets(in: meaning[...])) }
  }

  /// The texts of JSON, and those of the JSON in them. What the lines of a stream spell out together at one place, or the
  /// elements of one array, is one text.
  private static func texts(in body: [UInt8], depth: Int = 0) -> [[UInt8]] {
    func collect(_ value: JSONValue, _ place: Hasher, isElement: Bool = false, into texts: inout [Int: [UInt8]]) {
      switch value {
      case .string(let text): texts[place.finalize(), default: []] += text.utf8
      case .array(let elements):
        for (index, element) in elements.enumerated() {
          var next = place
          if isElement, element.isContainer { next.combine("") } else { next.combine(index) }
          collect(element, next, into: &texts)
        }
      case .object(let members):
        for member in members {
          var next = place
          next.combine(member.key)
          collect(member.value, next, into: &texts)
        }
      default: break
      }
    }
    var texts: [Int: [UInt8]] = [:]
    if let value = json(body[...]) {
      collect(value, Hasher(), isElement: true, into: &texts)
    } else {
      for line in body.split(separator: 0x0A) {
        if let value = json(line) { collect(value, Hasher(), isElement: true, into: &texts) }
      }
    }
    let found = Array(texts.values)
    return depth == 3 ? found : found + found.flatMap { Self.texts(in: $0, depth: depth + 1) }
  }

  /// The JSON at the end of a line.
  private static func json(_ line: ArraySlice<UInt8>) -> JSONValue? {
    line.firstIndex { $0 == 0x7B || $0 == 0x5B }.flatMap { try? JSONValue(parsing: Array(line[$0...])) }
  }

  /// A text without the codes of addresses; nil where there are none.
  private static func uncoded(_ text: [UInt8]) -> [UInt8]? {
    guard text.contains(0x25) else { return nil }
    var meaning: [UInt8] = []
    var rest = text[...]
    while let byte = rest.popFirst() {
      if byte == 0x25, let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16), rest.count > 1 {
        meaning.append(code)
        rest = rest.dropFirst(2)
      } else {
        meaning.append(byte)
      }
    }
    return meaning
  }

  private func secrets(in bytes: ArraySlice<UInt8>) -> [String] {
    var found: [String] = []
    var start = bytes.startIndex
    while let index = beginning(in: bytes, from: start) {
      for mark in marks[Int(bytes[index])] where isSecret(mark, in: bytes, at: index) && !found.contains(mark.name) {
        found.append(mark.name)
      }
      start = index + 1
    }
    return found
  }

  /// The next place at which a mark may begin.
  private func beginning(in bytes: ArraySlice<UInt8>, from start: Int) -> Int? {
    isBeginning.withUnsafeBufferPointer { isBeginning in
      bytes.withUnsafeBufferPointer { buffer in
        var index = start - bytes.startIndex
        while index < buffer.count {
          let second = index + 1 < buffer.count ? buffer[index + 1] : 0
          if isBeginning[Int(buffer[index]) << 8 | Int(second)] { return bytes.startIndex + index }
          index += 1
        }
        return nil
      }
    }
  }

  private func isSecret(_ mark: Mark, in bytes: ArraySlice<UInt8>, at start: Int) -> Bool {
    let rest = bytes[start...]
    guard rest.starts(with: mark.text) else { return false }
    guard let length = mark.length else { return true }
    if Self.isInWord(bytes[..<start]) { return false }
    let key = rest.dropFirst(mark.text.count).prefix { Self.isKeyLetter($0) || $0 == UInt8(ascii: ".") }
    return key.count >= length && key.contains { $0 >= 0x30 && $0 <= 0x39 }
  }

  /// Whether what stands before a place is a part of a word, and not the end of an escape.
  private static func isInWord(_ before: ArraySlice<UInt8>) -> Bool {
    guard let last = before.last, isKeyLetter(last) else { return false }
    let (two, three, six) = (before.suffix(2), before.suffix(3), before.suffix(6))
    if two.first == 0x5C, "bfnrt".utf8.contains(last) { return false }
    if three.count == 3, three.first == 0x25, three.dropFirst().allSatisfy(isHexadecimal) { return false }
    return !(six.starts(with: "\\u".utf8) && six.count == 6 && six.dropFirst(2).allSatisfy(isHexadecimal))
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x66) || (byte >= 0x30 && byte <= 0x39)
  }

  private static func isKeyLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || (byte >= 0x30 && byte <= 0x39) || byte == 0x5F || byte == 0x2D
  }
}

extension JSONValue {
  fileprivate var isContainer: Bool {
    switch self {
    case .array, .object: true
    default: false
    }
  }
}
