import TypecastSchema

/// A URI with its scheme.
public struct URIText: FormattedText {
  public static var formatNumber: UInt8 { 10 }

  public let text: String

  public init(checked text: CheckedText) {
    self.text = text.string
  }
}

/// The parts are as they are written, percent-encodings included.
extension URIText {
  private var reference: URIReference { URIReference(text) }

  /// What stands before the first colon.
  public var scheme: String { reference.scheme ?? "" }

  /// What stands before an `@` in front of the host.
  public var user: String? {
    guard let authority = reference.authority, let at = authority.utf8.firstIndex(of: UInt8(ascii: "@")) else {
      return nil
    }
    return String(authority[..<at])
  }

  /// The host, without the brackets around an address; nil for a URI such as `mailto:a@b.c`.
  public var host: String? { address?.host }

  /// The number after the host.
  public var port: Int? { address.flatMap { Int($0.port) } }

  /// What follows the host, or the scheme where there is none; it may be empty.
  public var path: String { reference.path }

  /// What stands after the `?`.
  public var query: String? { reference.query }

  /// What stands after the `#`.
  public var fragment: String? { reference.fragment }

  private var address: (host: String, port: String)? {
    guard let authority = reference.authority else { return nil }
    var rest = authority.utf8[...]
    if let at = rest.firstIndex(of: UInt8(ascii: "@")) { rest = rest[rest.index(after: at)...] }
    var host = rest.prefix { $0 != UInt8(ascii: ":") }
    var after = rest[host.endIndex...]
    if rest.first == UInt8(ascii: "["), let close = rest.firstIndex(of: UInt8(ascii: "]")) {
      host = rest[rest.index(after: rest.startIndex)..<close]
      after = rest[rest.index(after: close)...]
    }
    return (String(Substring(host)), String(Substring(after.dropFirst())))
  }
}
