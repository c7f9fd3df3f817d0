import Typecast

/// Takes secrets out of exchanges before anything else sees them: whoever saves, matches or shows one gets the rest.
public struct Redaction: Sendable {
  /// What stands in the place of a secret.
  public static let placeholder = "REDACTED"

  /// Headers whose values are secrets or name an account; the case of letters does not matter.
  public var headers: Set<String> = [
    "authorization", "proxy-authorization", "x-api-key", "api-key", "x-goog-api-key", "x-auth-token", "cookie",
    "set-cookie", "openai-organization", "openai-project", "anthropic-organization-id", "x-goog-user-project",
    "x-amz-security-token",
  ]

  /// Parameters of addresses that are secrets.
  public var parameters: Set<String> = [
    "key", "api_key", "api-key", "apikey", "access_token", "token", "sig", "signature", "x-amz-signature",
    "x-amz-credential", "x-amz-security-token", "x-goog-signature", "x-goog-credential",
  ]

  /// Members of JSON whose texts are secrets.
  public var members: Set<String> = [
    "api_key", "apikey", "api-key", "access_token", "refresh_token", "id_token", "client_secret", "private_key",
    "secret_key",
  ]

  /// Texts that are secrets wherever they stand.
  public var values: [String]

  /// What every recording uses: the values of the variables in which keys are kept, and what looks like one.
  public static var standard: Redaction { Redaction(values: KeyVariables.values()) }

  /// Values of fewer than eight bytes are left aside: they would be found where they are no secrets.
  public init(values: [String] = []) {
    self.values = values.filter { $0.utf8.count >= KeyVariables.shortest }
  }

  // MARK: Exchanges

  /// The exchange without its secrets: in its address, headers, bodies, notes and messages.
  public func redacted(_ exchange: Exchange) -> Exchange {
    var exchange = exchange
    exchange.id = exchange.id.map(redacted(text:))
    exchange.note = exchange.note.map(redacted(text:))
    exchange.request = redacted(exchange.request)
    switch exchange.outcome {
    case .failure(let failure): exchange.outcome = .failure(redacted(failure))
    case .response(var response):
      response.headers = redacted(response.headers)
      response.failure = response.failure.map { redacted($0) }
      response.chunks = redacted(response.chunks)
      exchange.outcome = .response(response)
    }
    return exchange
  }

  /// The request without its secrets: in its address, headers and body.
  public func redacted(_ request: RecordedRequest) -> RecordedRequest {
    var request = request
    request.url = redacted(address: request.url)
    request.headers = redacted(request.headers)
    request.body = redacted(request.body)
    return request
  }

  private func redacted(_ failure: RecordedFailure) -> RecordedFailure {
    RecordedFailure(TransportError(failure.error.kind, redacted(text: failure.error.message)), at: failure.time)
  }

  private func redacted(_ fields: [RecordedHeader]) -> [RecordedHeader] {
    fields.map { field in
      let isSecret = headers.contains(field.name.lowercased()) && !field.value.isEmpty
      return RecordedHeader(field.name, isSecret ? Self.placeholder : redacted(text: field.value))
    }
  }

  /// A part of a body that has to go, and what comes in its place.
  private struct Cut {
    var range: Range<Int>
    var replacement: String
  }

  /// A secret may be cut by the border of two chunks, or spelled out in many: its placeholder stands in the first of them.
  private func redacted(_ chunks: [RecordedResponse.Chunk]) -> [RecordedResponse.Chunk] {
    let body = Array(chunks.map(\.bytes).joined())
    let cuts = self.cuts(in: body)
    if cuts.isEmpty { return chunks }
    var redacted: [RecordedResponse.Chunk] = []
    var start = 0
    var number = 0
    for chunk in chunks {
      let end = start + chunk.bytes.count
      var bytes: [UInt8] = []
      var index = start
      while number < cuts.count, cuts[number].range.lowerBound < end {
        let cut = cuts[number]
        bytes += body[index..<max(index, cut.range.lowerBound)]
        if cut.range.lowerBound >= start { bytes += cut.replacement.utf8 }
        index = max(index, min(cut.range.upperBound, end))
        // The rest of it is in the chunks that follow.
        if cut.range.upperBound > end { break }
        number += 1
      }
      bytes += body[index..<end]
      redacted.append(RecordedResponse.Chunk(bytes, at: chunk.time))
      start = end
    }
    return redacted
  }

  /// What has to go, in order and apart from each other.
  private func cuts(in body: [UInt8]) -> [Cut] {
    var cuts = secrets(in: body).map { Cut(range: $0, replacement: Self.placeholder) }
    for text in SpelledText.all(in: body) {
      for places in text.places(of: secrets(in: text.joined(body))) {
        for (number, place) in places.enumerated() {
          cuts.append(Cut(range: place, replacement: number == 0 ? Self.placeholder : ""))
        }
      }
    }
    cuts.sort { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
    return cuts.reduce(into: []) { apart, cut in
      if let last = apart.last, cut.range.lowerBound < last.range.upperBound {
        apart[apart.count - 1].range = last.range.lowerBound..<max(last.range.upperBound, cut.range.upperBound)
        apart[apart.count - 1].replacement = Self.placeholder
      } else {
        apart.append(cut)
      }
    }
  }

  // MARK: Texts

  package func redacted(text: String) -> String { String(decoding: redacted(Array(text.utf8)), as: UTF8.self) }

  func redacted(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    for secret in secrets(in: bytes) {
      result += bytes[index..<secret.lowerBound]
      result += Self.placeholder.utf8
      index = secret.upperBound
    }
    return index == 0 ? bytes : result + bytes[index...]
  }

  /// An address without the values of its secret parameters, and without a password.
  func redacted(address: String) -> String {
    let bytes = Array(address.utf8)
    var result: [UInt8] = []
    var index = 0
    // `user:password@` stands behind the slashes and before the next one.
    if let slashes = Bytes.firstRange(of: Array("://".utf8), in: bytes, from: 0) {
      let end = bytes[slashes.upperBound...].firstIndex { [0x2F, 0x3F, 0x23].contains($0) } ?? bytes.count
      if let at = bytes[slashes.upperBound..<end].lastIndex(of: UInt8(ascii: "@")) {
        result += bytes[..<slashes.upperBound]
        result += Self.placeholder.utf8
        index = at
      }
    }
    while index < bytes.count {
      let byte = bytes[index]
      result.append(byte)
      index += 1
      guard byte == UInt8(ascii: "?") || byte == UInt8(ascii: "&") else { continue }
      let end = bytes[index...].firstIndex { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "#") } ?? bytes.count
      guard let equals = bytes[index..<end].firstIndex(of: UInt8(ascii: "=")) else { continue }
      let name = String(decoding: bytes[index..<equals], as: UTF8.self).lowercased()
      guard parameters.contains(name), equals + 1 < end else { continue }
      result += bytes[index...equals]
      result += Self.placeholder.utf8
      index = end
    }
    return redacted(text: String(decoding: result, as: UTF8.self))
  }

  /// Where secrets stand, in order and apart from each other, be they escaped or not.
  private func secrets(in bytes: [UInt8]) -> [Range<Int>] {
    var found = writtenSecrets(in: bytes)
    for layer in UnescapedText.layers(of: bytes) {
      found += writtenSecrets(in: layer.bytes).map(layer.place)
    }
    if found.count < 2 { return found }
    found.sort { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    return found.reduce(into: []) { apart, range in
      if let last = apart.last, range.lowerBound < last.upperBound {
        apart[apart.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        apart.append(range)
      }
    }
  }

  /// Where secrets stand as they are written.
  private func writtenSecrets(in bytes: [UInt8]) -> [Range<Int>] {
    var found: [Range<Int>] = KeyShapes.keys(in: bytes)
    for value in values {
      for form in Self.forms(of: value) {
        var from = 0
        while let range = Bytes.firstRange(of: form, in: bytes, from: from) {
          found.append(range)
          from = range.upperBound
        }
      }
    }
    return found + texts(ofMembers: bytes)
  }

  /// A text as it stands in JSON and in addresses.
  static func forms(of value: String) -> [[UInt8]] {
    let plain = Array(value.utf8)
    var slashed: [UInt8] = []
    var escaped: [UInt8] = []
    for byte in plain {
      if byte == UInt8(ascii: "/") { slashed.append(UInt8(ascii: "\\")) }
      slashed.append(byte)
      if KeyShapes.isLetter(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "~") {
        escaped.append(byte)
      } else {
        escaped += "%".utf8
        let digits = String(byte, radix: 16, uppercase: true)
        escaped += (digits.utf8.count == 1 ? "0" + digits : digits).utf8
      }
    }
    return [plain] + [slashed, escaped].filter { $0 != plain }
  }

  /// The texts of secret members of JSON, wherever JSON stands in the bytes.
  private func texts(ofMembers bytes: [UInt8]) -> [Range<Int>] {
    let quote = UInt8(ascii: "\"")
    var found: [Range<Int>] = []
    var index = 0
    while index < bytes.count, let start = bytes[index...].firstIndex(of: quote) {
      let end = Self.endOfString(bytes, from: start + 1)
      index = min(end + 1, bytes.count)
      guard end - start < 40, members.contains(String(decoding: bytes[(start + 1)..<end], as: UTF8.self).lowercased())
      else { continue }
      guard let colon = Self.next(bytes, index), bytes[colon] == UInt8(ascii: ":"),
        let value = Self.next(bytes, colon + 1), bytes[value] == quote
      else { continue }
      let valueEnd = Self.endOfString(bytes, from: value + 1)
      if valueEnd > value + 1 { found.append(value + 1..<valueEnd) }
      index = min(valueEnd + 1, bytes.count)
    }
    return found
  }

  private static func endOfString(_ bytes: [UInt8], from start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(index, bytes.count)
  }

  private static func next(_ bytes: [UInt8], _ start: Int) -> Int? {
    bytes[min(start, bytes.count)...].firstIndex { $0 > 0x20 }
  }
}
