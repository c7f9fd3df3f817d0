import TypecastJSON

/// A URI or relative reference (RFC 3986), split into its five components and kept as written.
///
/// Every text has a reading: schemas in the wild carry spaces, non-ASCII letters and stray brackets in `$id` and
/// `$ref`, and a reference that resolves should not fail over them. Whether a text follows the grammar is the question
/// of the formats `uri`, `uri-reference`, `iri` and `iri-reference`.
///
/// Two values are equal when their texts have the same bytes; ``normalized`` gives the form that tells whether two
/// of them name the same resource.
public struct URIReference: Sendable, CustomStringConvertible {
  /// The text before the first colon, where it is a scheme.
  public let scheme: String?
  /// The text after `//`: user information, host and port.
  public let authority: String?
  /// The text that remains when all other components are taken away; empty for `#fragment`.
  public let path: String
  /// The text after `?`.
  public let query: String?
  /// The text after `#`, with its percent-encoding.
  public let fragment: String?
  /// The whole reference.
  public let description: String

  /// Splits a text into components as RFC 3986 appendix B does.
  public init(_ text: String) {
    var rest = text[...]
    var fragment: Substring?
    if let hash = rest.utf8.firstIndex(of: UInt8(ascii: "#")) {
      fragment = rest[rest.utf8.index(after: hash)...]
      rest = rest[..<hash]
    }
    var query: Substring?
    if let mark = rest.utf8.firstIndex(of: UInt8(ascii: "?")) {
      query = rest[rest.utf8.index(after: mark)...]
      rest = rest[..<mark]
    }
    var scheme: Substring?
    if let colon = URIReference.endOfScheme(in: rest) {
      scheme = rest[..<colon]
      rest = rest[rest.utf8.index(after: colon)...]
    }
    var authority: Substring?
    if rest.utf8.starts(with: "//".utf8) {
      let start = rest.utf8.index(rest.startIndex, offsetBy: 2)
      let end = rest.utf8[start...].firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
      authority = rest[start..<end]
      rest = rest[end...]
    }
    self.scheme = scheme.map(String.init)
    self.authority = authority.map(String.init)
    self.path = String(rest)
    self.query = query.map(String.init)
    self.fragment = fragment.map(String.init)
    self.description = text
  }

  /// Joins components that together read back as the same five.
  ///
  /// A path that would be taken for an authority or for a scheme gets a dot segment in front.
  init(scheme: String?, authority: String?, path: String, query: String?, fragment: String?) {
    var path = path
    if authority == nil {
      if path.utf8.starts(with: "//".utf8) {
        path = "/." + path
      } else if scheme == nil, URIReference.endOfScheme(in: path[...]) != nil {
        path = "./" + path
      }
    }
    var text = ""
    if let scheme { text += scheme + ":" }
    if let authority { text += "//" + authority }
    text += path
    if let query { text += "?" + query }
    if let fragment { text += "#" + fragment }
    self.scheme = scheme
    self.authority = authority
    self.path = path
    self.query = query
    self.fragment = fragment
    self.description = text
  }

  /// Whether the reference has a scheme and so means the same against every base.
  public var isAbsolute: Bool { scheme != nil }

  /// The same reference up to, and without, its `#`.
  public var withoutFragment: URIReference { replacingFragment(with: nil) }

  /// The same reference with another fragment, given in its percent-encoded form.
  public func replacingFragment(with fragment: String?) -> URIReference {
    if fragment == nil, self.fragment == nil { return self }
    return URIReference(scheme: scheme, authority: authority, path: path, query: query, fragment: fragment)
  }

  private static func endOfScheme(in text: Substring) -> Substring.Index? {
    guard let first = text.utf8.first, ASCII.isLetter(first) else { return nil }
    guard let end = text.utf8.firstIndex(where: { !ASCII.isSchemeCharacter($0) }) else { return nil }
    return text.utf8[end] == UInt8(ascii: ":") ? end : nil
  }
}

extension URIReference: Hashable {
  public static func == (left: URIReference, right: URIReference) -> Bool {
    ScalarText(left.description) == ScalarText(right.description)
  }

  public func hash(into hasher: inout Hasher) {
    var text = description
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}
