import TypecastJSON

/// A number as people write it: with separators, a currency, a unit, as a share or a fraction.
struct NumberText {
  struct Reading {
    var number: JSONNumber
    var message: String
    var cost: Int
  }

  /// What the text may mean, the cheapest first.
  private(set) var readings: [Reading] = []

  init?(_ text: String) {
    guard text.utf8.count <= 200 else { return nil }
    if let number = JSONNumber(text) {
      add(number, "the text became a number", RepairRule.textToNumber.cost)
      return
    }
    if DoubtWords.blurNumber(in: text) { return }
    let scalars = Array(text.unicodeScalars)
    guard let first = scalars.firstIndex(where: Self.isDigit),
      let last = scalars.lastIndex(where: Self.isDigit)
    else { return nil }
    var start = first
    while start > 0, ".,".unicodeScalars.contains(scalars[start - 1]), start == first { start -= 1 }
    let before = String(String.UnicodeScalarView(scalars[..<start])).trimmingBlanks
    let body = String(String.UnicodeScalarView(scalars[start...last]))
    let after = String(String.UnicodeScalarView(scalars[(last + 1)...])).trimmingBlanks
    guard let sign = Self.sign(before) else {
      if let number = Self.single(in: text) {
        add(number, "the one number in the text was taken", RepairRule.textToNumber.cost + 6)
      }
      return
    }
    if let fraction = Self.fraction(body) {
      if after.isEmpty { add(fraction, "the fraction was worked out", RepairRule.textToNumber.cost + 3) }
      return
    }
    guard let plain = Self.plain(body), var number = JSONNumber(sign + plain) else {
      if let number = Self.single(in: text) {
        add(number, "the one number in the text was taken", RepairRule.textToNumber.cost + 6)
      }
      return
    }
    switch after {
    case "", ".":
      add(number, "the text became a number", RepairRule.textToNumber.cost + 2)
    case "%":
      add(number, "the sign for percent was left out", RepairRule.textToNumber.cost + 3)
      if let share = JSONNumber(number.double / 100) {
        number = share
        add(share, "the share in percent became a number", RepairRule.textToNumber.cost + 3)
      }
    default:
      guard Self.isUnit(after) else { return }
      add(number, "the unit was left out", RepairRule.textToNumber.cost + 3)
    }
  }

  private mutating func add(_ number: JSONNumber, _ message: String, _ cost: Int) {
    readings.append(Reading(number: number, message: message, cost: cost))
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.value &- 0x30 < 10 }

  /// What may stand in front of a number: a sign and a currency, in either order.
  private static func sign(_ text: String) -> String? {
    var sign = ""
    var rest = text
    for mark in ["-", "−", "+"] where rest.contains(mark) {
      guard let place = rest.firstIndex(of: Character(mark)) else { continue }
      if mark != "+" { sign = "-" }
      rest.remove(at: place)
      break
    }
    rest = rest.trimmingBlanks
    let isCurrency = rest.unicodeScalars.allSatisfy { $0.properties.generalCategory == .currencySymbol }
    let isCode = rest.utf8.count == 3 && rest.utf8.allSatisfy { $0 &- 0x41 < 26 }
    let isAbout = ["~", "≈", "US$", "#", "№"].contains(rest)
    return isCurrency || isCode || isAbout ? sign : nil
  }

  /// A unit behind a number: one short word, or the sign of a currency.
  private static func isUnit(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    guard scalars.count <= 12, !scalars.contains(where: isDigit) else { return false }
    return scalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || scalar.properties.generalCategory == .currencySymbol
        || "°/²³.%".unicodeScalars.contains(scalar)
    }
  }

  /// `1/5`
  private static func fraction(_ text: String) -> JSONNumber? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let above = Double(parts[0]), let below = Double(parts[1]), below != 0 else { return nil }
    return JSONNumber(above / below)
  }

  /// Digits with separators, as JSON writes them; nil where it is not clear which mark is which.
  static func plain(_ text: String) -> String? {
    var text = text
    if text.hasPrefix(".") || text.hasPrefix(",") { text = "0" + text }
    let allowed = text.unicodeScalars.allSatisfy { isDigit($0) || ".,_' \u{A0}\u{202F}’".unicodeScalars.contains($0) }
    guard allowed else { return nil }
    let commas = text.count { $0 == "," }
    let points = text.count { $0 == "." }
    let others = text.unicodeScalars.filter { !isDigit($0) && $0 != "." && $0 != "," }
    if let mark = others.first {
      guard others.allSatisfy({ $0 == mark }), commas + points <= 1 else { return nil }
      let whole = text.split { $0 == "." || $0 == "," }
      guard let head = whole.first, mark == "_" || isGrouped(String(head), by: Character(mark)) else { return nil }
      return text.replacing(Character(mark)).replacing(",", with: ".")
    }
    switch (commas, points) {
    case (0, 0), (0, 1):
      return text.strippingZeros
    case (1, 0):
      // Three digits behind a comma are thousands in English and a fraction elsewhere: English is meant more often.
      if isGrouped(text, by: ",") { return text.replacing(",") }
      return text.replacing(",", with: ".")
    case (_, 0):
      return isGrouped(text, by: ",") ? text.replacing(",") : nil
    case (0, _):
      return isGrouped(text, by: ".") ? text.replacing(".") : nil
    default:
      guard let comma = text.lastIndex(of: ","), let point = text.lastIndex(of: ".") else { return nil }
      if comma < point {
        guard points == 1, isGrouped(String(text[..<point]), by: ",") else { return nil }
        return text.replacing(",")
      }
      guard commas == 1, isGrouped(String(text[..<comma]), by: ".") else { return nil }
      return text.replacing(".").replacing(",", with: ".")
    }
  }

  /// Whether a mark stands between groups of three digits.
  private static func isGrouped(_ text: String, by mark: Character) -> Bool {
    let groups = text.split(separator: mark, omittingEmptySubsequences: false)
    guard let first = groups.first, (1...3).contains(first.count), first != "0" else { return false }
    return groups.dropFirst().allSatisfy { $0.count == 3 && $0.allSatisfy(\.isNumber) }
      || (groups.count > 2 && groups.dropFirst(2).allSatisfy { $0.count == 2 || $0.count == 3 }
        && groups.last?.count == 3
        && groups.dropFirst().allSatisfy { $0.count == 2 || $0.count == 3 })
  }

  /// The number of a sentence that holds only one.
  private static func single(in text: String) -> JSONNumber? {
    var found: [String] = []
    var current = ""
    for character in text + " " {
      if character.isNumber && character.isASCII || ".,-".contains(character) {
        current.append(character)
      } else {
        let trimmed = current.drop { ".,".contains($0) }.reversed().drop { ".,-".contains($0) }.reversed()
        if trimmed.contains(where: \.isNumber) { found.append(String(trimmed)) }
        current = ""
      }
    }
    guard found.count == 1, let only = found.first else { return nil }
    let isNegative = only.hasPrefix("-")
    guard let plain = plain(isNegative ? String(only.dropFirst()) : only) else { return nil }
    return JSONNumber((isNegative ? "-" : "") + plain)
  }
}

extension String {
  fileprivate func replacing(_ mark: Character, with other: Character? = nil) -> String {
    String(compactMap { $0 == mark ? other : $0 })
  }

  /// Without zeros in front, which JSON does not have.
  fileprivate var strippingZeros: String {
    let rest = drop { $0 == "0" }
    return rest.isEmpty || !(rest.first?.isNumber ?? false) ? "0" + rest : String(rest)
  }
}
