/// The rule for names with letters that run from right to left (RFC 5893 section 2).
enum BidiRule {
  /// Whether the labels of a name, in Unicode form, may stand together.
  ///
  /// A single right-to-left label subjects all labels to the rule.
  static func accepts(_ labels: [[UInt32]]) -> Bool {
    guard labels.contains(where: { $0.contains { $0 >= 0x80 } }) else { return true }
    let classes = labels.map { $0.map(BidiClass.init) }
    let isBidi = classes.contains { $0.contains { $0 == .right || $0 == .arabicNumber } }
    return !isBidi || classes.allSatisfy(accepts)
  }

  private static func accepts(_ label: [BidiClass]) -> Bool {
    guard let first = label.first, let last = label.last(where: { $0 != .mark }) else { return false }
    switch first {
    case .right:
      let mixesNumbers = label.contains(.arabicNumber) && label.contains(.europeanNumber)
      let endsWell = last == .right || last == .arabicNumber || last == .europeanNumber
      return !label.contains(.left) && !mixesNumbers && endsWell
    case .left:
      let endsWell = last == .left || last == .europeanNumber
      return !label.contains(.right) && !label.contains(.arabicNumber) && endsWell
    case .arabicNumber, .europeanNumber, .mark, .neutral:
      return false
    }
  }
}

/// The classes of the bidirectional algorithm that the rule tells apart.
private enum BidiClass {
  case left
  /// R and AL.
  case right
  case arabicNumber
  case europeanNumber
  case mark
  /// ES, CS, ET, ON and BN, which may stand inside any label.
  case neutral

  init(_ scalar: UInt32) {
    if UnicodeTable.rightToLeft.contains(scalar) {
      self = .right
    } else if UnicodeTable.arabicNumbers.contains(scalar) {
      self = .arabicNumber
    } else if UnicodeTable.europeanNumbers.contains(scalar) {
      self = .europeanNumber
    } else if UnicodeTable.bidiNeutral.contains(scalar) {
      self = .neutral
    } else if BidiClass.leftMarks.contains(scalar) {
      self = .left
    } else if Unicode.Scalar(scalar)?.properties.generalCategory == .nonspacingMark {
      self = .mark
    } else {
      self = .left
    }
  }

  /// The nonspacing marks whose class is L instead of NSM.
  private static let leftMarks: [UInt32] = [0xCBF, 0xCC6, 0x1B3A, 0x1B3C, 0x1B42, 0x11A07, 0x11A08, 0x11C3F]
}
