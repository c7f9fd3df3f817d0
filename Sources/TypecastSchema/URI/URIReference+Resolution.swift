extension URIReference {
  /// The reference as seen from `base`, by RFC 3986 section 5.2.
  ///
  /// Against a base without scheme and authority (the empty one, or the relative name of a file) the result stays
  /// relative, and `..` segments that lead out of it are kept instead of dropped.
  public func resolved(against base: URIReference) -> URIReference {
    if scheme != nil {
      return URIReference(scheme: scheme, authority: authority, path: cleanPath, query: query, fragment: fragment)
    }
    if authority != nil {
      return URIReference(scheme: base.scheme, authority: authority, path: cleanPath, query: query, fragment: fragment)
    }
    let path: String
    if self.path.isEmpty {
      path = base.path
    } else {
      let isAnchored = base.scheme != nil || base.authority != nil
      path = URIReference.removingDotSegments(from: merged(with: base), keepsLeadingDots: !isAnchored)
    }
    return URIReference(
      scheme: base.scheme,
      authority: base.authority,
      path: path,
      query: self.path.isEmpty ? query ?? base.query : query,
      fragment: fragment)
  }

  private var cleanPath: String {
    URIReference.removingDotSegments(from: path, keepsLeadingDots: false)
  }

  private func merged(with base: URIReference) -> String {
    if path.utf8.first == UInt8(ascii: "/") { return path }
    if base.authority != nil, base.path.isEmpty { return "/" + path }
    guard let slash = base.path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
    return base.path[...slash] + path
  }

  /// Takes `.` and `..` segments out of a path, by RFC 3986 section 5.2.4.
  ///
  /// A relative path stays relative with `keepsLeadingDots`; the algorithm of the RFC, made for anchored paths, would
  /// turn `a/../b` into `/b` and `../b` into `b`.
  static func removingDotSegments(from path: String, keepsLeadingDots: Bool) -> String {
    guard path.utf8.contains(UInt8(ascii: ".")) else { return path }
    guard keepsLeadingDots, path.utf8.first != slash else {
      return String(decoding: clean(Array(path.utf8)).path, as: UTF8.self)
    }
    let (rooted, lostDots) = clean([slash] + path.utf8)
    let up = String(repeating: "../", count: lostDots)
    let rest = String(decoding: rooted.dropFirst(), as: UTF8.self)
    let needsDot = up.isEmpty && (rest.isEmpty || rest.utf8.first == slash)
    return (needsDot ? "./" : up) + rest
  }

  /// The path without dot segments, and how many `..` found no segment to remove.
  private static func clean(_ path: [UInt8]) -> (path: [UInt8], lostDots: Int) {
    var output: [UInt8] = []
    output.reserveCapacity(path.count)
    var kept = 0
    var lostDots = 0
    var start = 0
    while start < path.count {
      let isRooted = path[start] == slash
      let body = isRooted ? start + 1 : start
      let end = path[body...].firstIndex(of: slash) ?? path.count
      let segment = path[body..<end]
      let isParent = segment.elementsEqual("..".utf8)
      if isParent || segment.elementsEqual(".".utf8) {
        if isParent, kept > 0 {
          kept -= 1
          while let last = output.popLast(), last != slash {}
        } else if isParent {
          lostDots += 1
        }
        if isRooted, end == path.count { output.append(slash) }
        // The slash after a dot segment at the very start goes with it.
        start = isRooted ? end : min(end + 1, path.count)
      } else {
        kept += 1
        output.append(contentsOf: path[start..<end])
        start = end
      }
    }
    return (output, lostDots)
  }

  private static var slash: UInt8 { UInt8(ascii: "/") }
}
