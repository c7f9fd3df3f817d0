import Typecast

extension TransportError.Kind {
  /// The failure that the words of another program tell of, such as `ECONNREFUSED` or `TimeoutError: timed out`.
  ///
  /// - Parameter isAnswered: Whether the answer had begun.
  init(words: String, isAnswered: Bool) {
    let plain = String(
      decoding: words.utf8.filter { $0 != UInt8(ascii: "_") && $0 != UInt8(ascii: " ") }, as: UTF8.self)
    let text = plain.prefix(4096).lowercased()
    func tells(_ words: String...) -> Bool { words.contains { text.contains($0) } }
    if tells(
      "gaierror", "getaddrinfo", "enotfound", "namenotresolved", "nodenamenor", "nameresolution", "servicenotknown")
    {
      self = .dns
    } else if tells("refused") {
      self = .refused
    } else if tells("ssl", "tls", "certificate", "certauthority", "errcert") {
      self = .tls
    } else if tells("timeout", "timedout") {
      self =
        isAnswered
        ? .idleTimeout
        : tells("connecttimeout", "connectiontimedout", "etimedout") ? .connectTimeout : .firstByteTimeout
    } else if tells(
      "reset", "closed", "brokenpipe", "epipe", "disconnect", "emptyresponse", "aborted", "cut", "truncated")
    {
      self = isAnswered ? .cut : .reset
    } else if tells("redirect") {
      self = .redirect
    } else {
      self = isAnswered ? .cut : .other
    }
  }

  /// A kind by the name that we gave it; nil for what no cassette could hold.
  init?(written name: String) {
    let isWord = name.utf8.allSatisfy { (0x41...0x5A).contains($0 & 0xDF) || $0 == UInt8(ascii: ".") }
    guard isWord, name.utf8.first.map({ $0 != UInt8(ascii: ".") }) == true else { return nil }
    self.init(rawValue: name)
  }
}
