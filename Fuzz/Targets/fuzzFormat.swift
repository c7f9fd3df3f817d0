import TypecastSchema

/// Judges a text by every format and takes it apart as a reference.
func fuzzFormat(_ input: FuzzInput) {
  var input = input
  let bytes = input.piece()
  let text = String(decoding: bytes, as: UTF8.self)
  let base = input.text()

  let accepting = Set(Format.allCases.filter { $0.accepts(text) })
  for (narrow, wide) in implications where accepting.contains(narrow) {
    require(accepting.contains(wide), "\(text.debugDescription) is a \(narrow.name), but no \(wide.name)")
  }
  // What is not UTF-8 is never of a format, and never a trap.
  let isUTF8 = text.utf8.elementsEqual(bytes)
  for format in Format.allCases {
    let accepts = bytes.withUnsafeBufferPointer { format.accepts($0) }
    if isUTF8 { require(accepts == accepting.contains(format), "\(format.name) of bytes and of text") }
  }
  check(URIReference(text), against: URIReference(base))
}

/// Whoever is the first is also the second.
private let implications: [(Format, Format)] = [
  (.uri, .uriReference), (.uri, .iri), (.uriReference, .iriReference), (.iri, .iriReference), (.email, .idnEmail),
  (.relativeJSONPointer, .relativeJSONPointerWithOffset),
]

private func check(_ reference: URIReference, against base: URIReference) {
  requireStable(reference)
  let normalized = reference.normalized
  requireStable(normalized)
  require(normalized.normalized == normalized, "\(reference) becomes \(normalized), then \(normalized.normalized)")
  _ = reference.decodedFragment
  require(reference.withoutFragment.fragment == nil, "\(reference) keeps its fragment")

  let resolved = reference.resolved(against: base)
  requireStable(resolved)
  if base.isAbsolute || reference.isAbsolute { require(resolved.isAbsolute, "\(reference) in \(base) is \(resolved)") }
  if resolved.isAbsolute {
    let again = resolved.resolved(against: base)
    // An empty path takes that of the base as it is written.
    require(again.normalized == resolved.normalized, "\(resolved) resolved again is \(again)")
  }
  let pointer = URIReference("#" + URIReference.fragment(forPointer: base.description)).decodedFragment
  require(pointer.map { $0.utf8.elementsEqual(base.description.utf8) } ?? false, "\(base) does not survive a fragment")
}

/// A reference reads back as it was put together.
private func requireStable(_ reference: URIReference) {
  let again = URIReference(reference.description)
  let parts = [reference, again].map { [$0.scheme, $0.authority, $0.path, $0.query, $0.fragment] }
  let isSame = zip(parts[0], parts[1]).allSatisfy { a, b in
    switch (a, b) {
    case (nil, nil): true
    case (let a?, let b?): a.utf8.elementsEqual(b.utf8)
    default: false
    }
  }
  require(isSame, "\(reference.description.debugDescription) is \(parts[0]), and \(parts[1]) when read back")
}
