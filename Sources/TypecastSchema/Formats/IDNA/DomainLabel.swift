/// One label of an internationalized domain name, checked by RFC 5891 section 4.2 on its own.
struct DomainLabel {
  /// The Unicode form; for a label in ASCII the label itself.
  let scalars: [UInt32]
  /// How many characters the label has in ASCII form.
  let encodedLength: Int

  /// Checks a label as written; `nil` if it is not valid.
  ///
  /// With `reserving`, hyphens in third and fourth place belong to encoded labels alone.
  init?(_ written: [UInt32], reserving: Bool) {
    guard !written.isEmpty, written.count <= 63 else { return nil }
    guard written.allSatisfy({ $0 < 0x80 }) else {
      guard DomainLabel.isValid(written), let length = Punycode.encodedLength(of: written) else { return nil }
      scalars = written
      encodedLength = DomainLabel.prefix.count + length
      guard encodedLength <= 63 else { return nil }
      return
    }
    encodedLength = written.count
    guard written.first != DomainLabel.hyphen, written.last != DomainLabel.hyphen,
      written.allSatisfy({ $0 == DomainLabel.hyphen || ASCII.isLetterOrDigit(UInt8(truncatingIfNeeded: $0)) })
    else { return nil }
    let lowercased = written.map { UInt32(ASCII.lowercased(UInt8(truncatingIfNeeded: $0))) }
    guard lowercased.starts(with: DomainLabel.prefix) else {
      guard !reserving || !DomainLabel.hasReservedHyphens(written) else { return nil }
      scalars = written
      return
    }
    // The decoded label must be one that nothing but this encoding stands for (RFC 5891 section 5.4).
    let encoded = lowercased.dropFirst(DomainLabel.prefix.count)
    guard let decoded = Punycode.decode(encoded), decoded.contains(where: { $0 >= 0x80 }),
      DomainLabel.isValid(decoded), let again = Punycode.encode(decoded), again.elementsEqual(encoded)
    else { return nil }
    scalars = decoded
  }

  /// The label in lower case and normalization form C, as a program prepares what a person typed.
  static func mapped(_ label: [UInt32]) -> [UInt32] {
    guard label.contains(where: { $0 >= 0x80 }) else { return label }
    let lowercased = label.flatMap { value in
      Unicode.Scalar(value)?.properties.lowercaseMapping.unicodeScalars.map(\.value) ?? [value]
    }
    return CanonicalComposition.composed(lowercased)
  }

  private static let prefix: [UInt32] = "xn--".unicodeScalars.map(\.value)
  private static let hyphen: UInt32 = 0x2D

  private static func hasReservedHyphens(_ label: [UInt32]) -> Bool {
    label.count >= 4 && label[2] == hyphen && label[3] == hyphen
  }

  private static func isValid(_ label: [UInt32]) -> Bool {
    guard let first = label.first, first != hyphen, label.last != hyphen, !hasReservedHyphens(label) else {
      return false
    }
    guard !CodePoint.isCombiningMark(first) else { return false }
    for (position, scalar) in label.enumerated() {
      switch CodePoint.status(of: scalar) {
      case .valid: continue
      case .contextual:
        guard ContextRule.accepts(scalar, at: position, in: label) else { return false }
      case .disallowed: return false
      }
    }
    return CanonicalComposition.isComposed(label)
  }
}
