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
    self.marks = marks
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
    var found = secrets(in: Array(request.url.utf8)[...]) + secrets(in: request.body[...])
    var headers = request.headers
    switch exchange.outcome {
    case .failure(let failure): found += secrets(in: Array(failure.error.message.utf8)[...])
    case .response(let response):
      headers += response.headers
      found += secrets(in: response.body[...])
      for text in Self.spelled(response.body) { found += secrets(in: text[...]).filter { !found.contains($0) } }
    }
    for header in headers { found += secrets(in: Array("\(header.name): \(header.value)".utf8)[...]) }
    return found
  }

  /// What the lines of a stream spell out together, at each place of their JSON.
  private static func spelled(_ body: [UInt8]) -> [[UInt8]] {
    func collect(_ value: JSONValue, _ place: [String], into texts: inout [[String]: [UInt8]]) {
      switch value {
      case .string(let text): texts[place, default: []] += text.utf8
      case .array(let elements):
        for (index, element) in elements.enumerated() { collect(element, place + ["\(index)"], into: &texts) }
      case .object(let members):
        for member in members { collect(member.value, place + [member.key], into: &texts) }
      default: break
      }
    }
    var texts: [[String]: [UInt8]] = [:]
    for line in body.split(separator: 0x0A) {
      guard let start = line.firstIndex(of: UInt8(ascii: "{")),
        let value = try? JSONValue(parsing: Array(line[start...]))
      else { continue }
      collect(value, [], into: &texts)
    }
    return Array(texts.values)
  }

  private func secrets(in bytes: ArraySlice<UInt8>) -> [String] {
    var found: [String] = []
    for index in bytes.indices where !marks[Int(bytes[index])].isEmpty {
      for mark in marks[Int(bytes[index])] where isSecret(mark, in: bytes, at: index) && !found.contains(mark.name) {
        found.append(mark.name)
      }
    }
    return found
  }

  private func isSecret(_ mark: Mark, in bytes: ArraySlice<UInt8>, at start: Int) -> Bool {
    let rest = bytes[start...]
    guard rest.starts(with: mark.text) else { return false }
    guard let length = mark.length else { return true }
    // In the middle of a word it is none.
    if start > bytes.startIndex, Self.isKeyLetter(bytes[start - 1]) { return false }
    let key = rest.dropFirst(mark.text.count).prefix { Self.isKeyLetter($0) || $0 == UInt8(ascii: ".") }
    return key.count >= length && key.contains { $0 >= 0x30 && $0 <= 0x39 }
  }

  private static func isKeyLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || (byte >= 0x30 && byte <= 0x39) || byte == 0x5F || byte == 0x2D
  }
}
