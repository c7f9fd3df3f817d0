import FoundationEssentials
import TypecastJSON

/// How bytes stand in a cassette: as readable as they can be while they come back exactly.
enum BodyText: String {
  /// JSON with a line for every member; the compact writer gives the very bytes.
  case json
  /// The text as it is.
  case text
  /// Bytes that no XML can hold.
  case base64

  /// How bytes are written, and what is written then.
  static func form(of bytes: [UInt8], allowingJSON: Bool = true) -> (BodyText, [UInt8]) {
    if allowingJSON, let first = bytes.first, first == UInt8(ascii: "{") || first == UInt8(ascii: "["),
      let value = try? JSONValue(parsing: bytes), JSONWriter().bytes(of: value) == bytes
    {
      let pretty = JSONWriter(style: .pretty).bytes(of: value)
      // What XML can't hold may stand in strings, and JSON has no need to escape it.
      if isText(pretty) { return (.json, pretty) }
    }
    return isText(bytes) ? (.text, bytes) : (.base64, base64(bytes))
  }

  /// The bytes again.
  func bytes(of content: [UInt8]) throws(BodyTextError) -> [UInt8] {
    switch self {
    case .text: return content
    case .base64:
      guard let bytes = Self.bytes(base64: content) else { throw BodyTextError(reason: "this is no base64") }
      return bytes
    case .json:
      do { return JSONWriter().bytes(of: try JSONValue(parsing: content)) } catch {
        throw BodyTextError(reason: "this is no JSON: \(error.message)")
      }
    }
  }

  /// Whether bytes are UTF-8 whose characters XML allows.
  static func isText(_ bytes: [UInt8]) -> Bool {
    for byte in bytes where byte < 0x20 && byte != 0x0A && byte != 0x0D && byte != 0x09 { return false }
    guard String(validating: bytes, as: UTF8.self) != nil else { return false }
    // U+FFFE and U+FFFF are the only other ones that XML lacks.
    var index = 0
    while index + 2 < bytes.count {
      if bytes[index] == 0xEF, bytes[index + 1] == 0xBF, bytes[index + 2] >= 0xBE { return false }
      index += 1
    }
    return true
  }
}

struct BodyTextError: Error {
  let reason: String
}

extension BodyText {
  /// With line breaks, so that a difference stays on its line.
  fileprivate static func base64(_ bytes: [UInt8]) -> [UInt8] {
    [UInt8](Data(bytes).base64EncodedData(options: [.lineLength76Characters, .endLineWithLineFeed]))
  }

  /// The bytes behind a text; nil where it is no base64. White space does not count.
  fileprivate static func bytes(base64 text: [UInt8]) -> [UInt8]? {
    Data(base64Encoded: Data(text.filter { ![0x20, 0x09, 0x0A, 0x0D].contains($0) })).map { [UInt8]($0) }
  }
}
