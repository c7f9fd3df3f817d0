import Typecast

/// Reads the head of an answer, line by line.
struct HeadReader {
  /// The most bytes of all heads together, informational ones and what comes behind a body included. Some versions of
  /// libcurl have a limit of their own, of 300 KB, and call it a broken connection.
  static let mostBytes = 256 << 10

  private(set) var status = 0
  private var byteCount = 0
  private(set) var headers = HTTPHeaders()

  /// Whether there is more of it than a head may have.
  var isTooLong: Bool { byteCount > Self.mostBytes }

  /// Counts a line that stands behind the body, which nobody reads.
  mutating func pass(_ count: Int) { byteCount += count }

  /// Takes a line with its end; true where it is the last one of the head of an answer.
  mutating func take(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    byteCount += line.count
    var end = line.count
    while end > 0, line[end - 1] == 0x0A || line[end - 1] == 0x0D { end -= 1 }
    if end == 0 { return status >= 200 }
    let bytes = line[..<end]
    if bytes.starts(with: "HTTP/".utf8) {
      headers = HTTPHeaders()
      status = Self.status(bytes)
      return false
    }
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return false }
    headers.add(Self.text(bytes[..<colon]), Self.text(bytes[(colon + 1)...]))
    return false
  }

  /// The headers as they hold for a body that is decoded already.
  var headersOfDecodedBody: HTTPHeaders {
    guard headers["content-encoding"] != nil else { return headers }
    var headers = headers
    headers["content-encoding"] = nil
    headers["content-length"] = nil
    return headers
  }

  private static func status(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    let parts = line.split(separator: 0x20, maxSplits: 2)
    return parts.count > 1 ? Int(String(decoding: parts[1], as: UTF8.self)) ?? 0 : 0
  }

  private static func text(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    var bytes = bytes
    while let first = bytes.first, first == 0x20 || first == 0x09 { bytes.removeFirst() }
    while let last = bytes.last, last == 0x20 || last == 0x09 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
