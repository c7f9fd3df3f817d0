extension URIReference {
  /// The form in which two references to one resource are equal.
  ///
  /// Scheme and host are in lower case, percent-encodings in their shortest and uppercase form, characters that a URI
  /// cannot hold are encoded (RFC 3987 section 3.1), dot segments and an empty fragment are gone.
  public var normalized: URIReference {
    let isAnchored = scheme != nil || authority != nil
    return URIReference(
      scheme: scheme.map { $0.lowercased() },
      authority: authority.map(URIReference.normalizedAuthority),
      path: URIReference.removingDotSegments(
        from: PercentEncoding.normalized(path, keeping: .path), keepsLeadingDots: !isAnchored),
      query: query.map { PercentEncoding.normalized($0, keeping: .queryOrFragment) },
      fragment: fragment.flatMap {
        $0.isEmpty ? nil : PercentEncoding.normalized($0, keeping: .queryOrFragment)
      })
  }

  /// The fragment with its percent-encoding undone; `nil` without a fragment, and where the encoding is broken or its
  /// bytes are not UTF-8.
  public var decodedFragment: String? {
    fragment.flatMap(PercentEncoding.decoded)
  }

  /// Writes a JSON Pointer as a fragment, by RFC 6901 section 6 and without the `#`.
  public static func fragment(forPointer pointer: String) -> String {
    PercentEncoding.encoded(pointer, keeping: .queryOrFragment)
  }

  private static func normalizedAuthority(_ authority: String) -> String {
    let hostStart =
      authority.utf8.lastIndex(of: UInt8(ascii: "@")).map { authority.utf8.index(after: $0) } ?? authority.startIndex
    let user = PercentEncoding.normalized(String(authority[..<hostStart]), keeping: .authority)
    let host = PercentEncoding.normalized(String(authority[hostStart...]), keeping: .authority, lowercasing: true)
    return user + host
  }
}
