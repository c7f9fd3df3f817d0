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
  private static let beginnings: [(text: String, name: String, length: Int)] = [
    ("sk-", "a key that begins with sk-", 16), ("gsk_", "a key of Groq", 16), ("AIza", "a key of Google", 30),
    ("AQ.A", "a key of Google", 30), ("xai-", "a key of xAI", 20), ("hf_", "a key of Hugging Face", 20),
    ("ghp_", "a key of GitHub", 20), ("github_pat_", "a key of GitHub", 20), ("nvapi-", "a key of NVIDIA", 20),
    ("pplx-", "a key of Perplexity", 20), ("r8_", "a key of Replicate", 20), ("csk-", "a key of Cerebras", 20),
    ("AKIA", "a key of AWS", 16), ("ASIA", "a key of AWS", 16), ("ya29.", "a token of Google", 20),
    ("xoxb-", "a token of Slack", 16), ("glpat-", "a key of GitLab", 16),
  ]

  /// The values of key variables, with the names of these.
  private let known: [(name: String, forms: [String])]

  /// Looks for the values that the key variables have now, and for what looks like a key.
  public init() {
    self.init(known: KeyVariables.names.compactMap { name in KeyVariables.value(of: name).map { (name, $0) } })
  }

  init(known: [(name: String, value: String)]) {
    self.known = known.map { name, value in
      let escaped = String(JSONWriter().string(of: .string(value)).dropFirst().dropLast())
      let forms = [value, escaped, Self.coded(value, uppercase: false), Self.coded(value, uppercase: true)]
      return (name, forms.reduce(into: []) { if !$0.contains($1) { $0.append($1) } })
    }
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
  func findings(in exchange: Exchange) -> [String] {
    let request = exchange.request
    var found = secrets(in: Array(request.url.utf8)[...]) + secrets(in: request.body[...])
    var headers = request.headers
    switch exchange.outcome {
    case .failure(let failure): found += secrets(in: Array(failure.error.message.utf8)[...])
    case .response(let response):
      headers += response.headers
      found += secrets(in: response.body[...])
    }
    for header in headers { found += secrets(in: Array("\(header.name): \(header.value)".utf8)[...]) }
    return found
  }

  private func secrets(in bytes: ArraySlice<UInt8>) -> [String] {
    var found: [String] = []
    for (name, forms) in known where forms.contains(where: { contains(bytes, $0) }) {
      found.append("the value of \(name)")
    }
    for (text, name, length) in Self.beginnings where hasKey(bytes, text, length) { found.append(name) }
    if contains(bytes, "PRIVATE KEY-----") { found.append("a private key") }
    if hasBearer(bytes) { found.append("a bearer token") }
    return found
  }

  private func contains(_ bytes: ArraySlice<UInt8>, _ text: String) -> Bool { place(of: text, in: bytes) != nil }

  private func place(of text: String, in bytes: ArraySlice<UInt8>) -> Int? {
    let wanted = Array(text.utf8)
    guard bytes.count >= wanted.count else { return nil }
    return (bytes.startIndex...(bytes.endIndex - wanted.count)).first { start in
      bytes[start] == wanted[0] && bytes[start..<start + wanted.count].elementsEqual(wanted)
    }
  }

  private func hasKey(_ bytes: ArraySlice<UInt8>, _ beginning: String, _ length: Int) -> Bool {
    var rest = bytes
    while let start = place(of: beginning, in: rest) {
      let key = rest[(start + beginning.utf8.count)...].prefix { Self.isKeyLetter($0) }
      let isWord = start > bytes.startIndex && Self.isKeyLetter(bytes[start - 1])
      if !isWord, key.count >= length, key.contains(where: { $0 >= 0x30 && $0 <= 0x39 }) { return true }
      rest = rest[(start + 1)...]
    }
    return false
  }

  private func hasBearer(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let start = place(of: "Bearer ", in: bytes) else { return false }
    let key = bytes[(start + 7)...].prefix { Self.isKeyLetter($0) || $0 == UInt8(ascii: ".") }
    return key.count >= 16 && key.contains { $0 >= 0x30 && $0 <= 0x39 }
  }

  private static func isKeyLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || (byte >= 0x30 && byte <= 0x39) || byte == 0x5F || byte == 0x2D
  }
}
