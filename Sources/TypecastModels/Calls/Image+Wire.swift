import Typecast

extension Image {
  /// What a provider gets that takes a picture itself, as base64: bytes, or an address that holds them. Nil for a picture
  /// that is elsewhere.
  var inline: (mediaType: String, data: String)? {
    switch source {
    case .bytes(let bytes):
      return (mediaType.isEmpty ? Self.mediaType(of: bytes) : mediaType, base64(bytes))
    case .url(let url):
      guard url.hasPrefix("data:"), let comma = url.utf8.firstIndex(of: UInt8(ascii: ",")) else { return nil }
      let facts = url[..<comma].dropFirst(5).split(separator: ";", omittingEmptySubsequences: false)
      guard facts.count > 1, facts.last == "base64" else { return nil }
      let type = facts[0].isEmpty ? mediaType : String(facts[0])
      return (type, String(url[url.utf8.index(after: comma)...]))
    }
  }

  /// The sort of picture that begins with these bytes; PNG where they don't say.
  private static func mediaType(of bytes: [UInt8]) -> String {
    if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return "image/jpeg" }
    if bytes.starts(with: "GIF8".utf8) { return "image/gif" }
    if bytes.starts(with: "RIFF".utf8), bytes.dropFirst(8).starts(with: "WEBP".utf8) { return "image/webp" }
    return "image/png"
  }
}
