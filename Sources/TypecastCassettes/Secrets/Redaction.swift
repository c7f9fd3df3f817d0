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

  /// Parameters of addresses and of forms that are secrets.
  public var parameters: Set<String> = Redaction.usualParameters {
    didSet { addresses = AddressSecrets(parameters: SecretNames(parameters)) }
  }

  /// Members of JSON whose texts are secrets.
  public var members: Set<String> = Redaction.usualMembers {
    didSet { memberSecrets = MemberSecrets(members: SecretNames(members), others: Redaction.otherMembers) }
  }

  /// Texts that are secrets wherever they stand.
  public var values: [String] { didSet { knownValues = KnownValues(values) } }

  /// What every recording uses: the values of the variables in which keys are kept, and what looks like one.
  public static var standard: Redaction { Redaction(values: KeyVariables.values()) }

  /// Values of fewer than eight bytes are left aside: they would be found where they are no secrets.
  public init(values: [String] = []) {
    self.values = values.filter { $0.utf8.count >= KeyVariables.shortest }
    knownValues = KnownValues(self.values)
  }

  private static let usualParameters: Set<String> = [
    "key", "api_key", "api-key", "apikey", "access_token", "refresh_token", "id_token", "token", "client_secret",
    "password", "secret", "sig", "signature", "x-amz-signature", "x-amz-credential", "x-amz-security-token",
    "x-goog-signature", "x-goog-credential",
  ]

  private static let usualMembers: Set<String> = [
    "api_key", "apikey", "api-key", "access_token", "refresh_token", "id_token", "client_secret", "private_key",
    "secret_key",
  ]

  /// Members that hold other things as well, and headers that a server sends back.
  private static let otherMembers = SecretNames([
    "secret", "token", "authorization", "proxy-authorization", "x-api-key", "x-goog-api-key", "x-auth-token", "cookie",
    "set-cookie", "x-amz-security-token",
  ])

  /// How the names of other headers end whose values are secrets.
  private static let headerEnds = [
    "-token", "-secret", "-api-key", "-apikey", "-authorization", "-subscription-key", "-password",
  ]

  /// Headers that are addresses.
  private static let addressHeaders: Set<String> = ["location", "content-location", "referer", "origin"]

  private var addresses = AddressSecrets(parameters: SecretNames(Redaction.usualParameters))
  private var memberSecrets = MemberSecrets(
    members: SecretNames(Redaction.usualMembers), others: Redaction.otherMembers)
  private var knownValues: KnownValues

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
      response.chunks = redacted(response.chunks, Self.kind(ofBody: response.headers))
      exchange.outcome = .response(response)
    }
    return exchange
  }

  /// The request without its secrets: in its address, headers and body.
  public func redacted(_ request: RecordedRequest) -> RecordedRequest {
    var request = request
    request.url = redacted(address: request.url)
    request.headers = redacted(request.headers)
    request.body = redacted(request.body, Self.kind(ofBody: request.headers))
    return request
  }

  private func redacted(_ failure: RecordedFailure) -> RecordedFailure {
    RecordedFailure(TransportError(failure.error.kind, redacted(text: failure.error.message)), at: failure.time)
  }

  private func redacted(_ fields: [RecordedHeader]) -> [RecordedHeader] {
    fields.map { field in
      let name = field.name.lowercased()
      if headers.contains(name) || Self.headerEnds.contains(where: name.hasSuffix), !field.value.isEmpty {
        return RecordedHeader(field.name, Self.placeholder)
      }
      let isAddress = Self.addressHeaders.contains(name)
      return RecordedHeader(
        redacted(text: field.name), isAddress ? redacted(address: field.value) : redacted(text: field.value))
    }
  }

  private static func kind(ofBody headers: [RecordedHeader]) -> Kind {
    headers.contains {
      $0.name.lowercased() == "content-type" && $0.value.lowercased().contains("x-www-form-urlencoded")
    } ? .form : .body
  }

  /// A part of a body that has to go, and what comes in its place.
  private struct Cut {
    var range: Range<Int>
    var replacement: String
  }

  /// A secret may be cut by the border of two chunks, or spelled out in many: its placeholder stands in the first of them.
  private func redacted(_ chunks: [RecordedResponse.Chunk], _ kind: Kind) -> [RecordedResponse.Chunk] {
    let body = Array(chunks.map(\.bytes).joined())
    let cuts = self.cuts(in: body, kind)
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
  private func cuts(in body: [UInt8], _ kind: Kind) -> [Cut] {
    var cuts = secrets(in: body, kind).map { Cut(range: $0, replacement: Self.placeholder) }
    for text in SpelledText.all(in: body) {
      for places in text.places(of: secrets(in: text.joined(body), .body)) {
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

  /// What a text is.
  private enum Kind {
    case address
    case form
    /// What a person or a model may have written.
    case body
    /// A header, a message of an error, a note.
    case line
  }

  package func redacted(text: String) -> String { redacted(text, .line) }

  /// An address without the values of its secret parameters, and without a password.
  func redacted(address: String) -> String { redacted(address, .address) }

  private func redacted(_ text: String, _ kind: Kind) -> String {
    String(decoding: redacted(Array(text.utf8), kind), as: UTF8.self)
  }

  private func redacted(_ bytes: [UInt8], _ kind: Kind) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    for secret in secrets(in: bytes, kind) {
      result += bytes[index..<secret.lowerBound]
      result += Self.placeholder.utf8
      index = secret.upperBound
    }
    return index == 0 ? bytes : result + bytes[index...]
  }

  /// Where secrets stand, in order and apart from each other, be they escaped or not.
  private func secrets(in bytes: [UInt8], _ kind: Kind) -> [Range<Int>] {
    var found = writtenSecrets(in: bytes, isUnescaped: false)
    switch kind {
    case .address: found += addresses.secrets(inAddress: bytes)
    case .form: found += addresses.secrets(inForm: bytes)
    case .body: found += addresses.secrets(inText: bytes, .likely)
    case .line: found += addresses.secrets(inText: bytes, .named)
    }
    for layer in UnescapedText.layers(of: bytes) {
      found += writtenSecrets(in: layer.bytes, isUnescaped: true).map(layer.place)
      found += addresses.secrets(inText: layer.bytes, kind == .body ? .likely : .named).map(layer.place)
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

  /// Where secrets stand as they are written, addresses apart.
  private func writtenSecrets(in bytes: [UInt8], isUnescaped: Bool) -> [Range<Int>] {
    KeyShapes.keys(in: bytes) + knownValues.places(in: bytes)
      + memberSecrets.secrets(in: bytes, isUnescaped: isUnescaped)
  }
}
