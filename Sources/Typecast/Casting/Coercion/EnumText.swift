import TypecastJSON
import TypecastSchema

/// Finds which of some values a text means.
struct EnumText {
  struct Choice {
    var value: JSONValue
    var names: [String]
    var aliases: [String]
  }

  let choices: [Choice]

  init(_ choices: [Choice]) {
    self.choices = choices
  }

  /// The value that a text means; nil if none or several may be meant.
  func find(_ text: String) -> (value: JSONValue, rule: RepairRule)? {
    if let value = only({ $0.aliases.contains { $0.utf8.elementsEqual(text.utf8) } }) { return (value, .alias) }
    let lower = text.lowercased()
    if let value = only({ spellings(of: $0).contains { $0.lowercased() == lower } }) { return (value, .enumSpelling) }
    let plain = Self.plain(text)
    if !plain.isEmpty, let value = only({ spellings(of: $0).contains { Self.plain($0) == plain } }) {
      return (value, .enumSpelling)
    }
    for matchesCase in [true, false] {
      switch mentioned(in: text, matchesCase: matchesCase) {
      case .one(let value): return (value, .enumInText)
      case .several: return nil
      case .none: continue
      }
    }
    let names = choices.flatMap(\.names).filter { $0.utf8.count > 3 }
    if text.utf8.count > 3, let near = Spelling.nearest(to: text, among: names) {
      // Two that are equally near leave it open.
      let others = names.filter { $0 != near }
      if let second = Spelling.nearest(to: text, among: others), Self.distanceIsSame(text, near, second) { return nil }
      if let value = only({ $0.names.contains(near) }) { return (value, .enumNear) }
    }
    return nil
  }

  private static func distanceIsSame(_ text: String, _ first: String, _ second: String) -> Bool {
    // The nearest of both, asked in either order: the first wins a tie.
    Spelling.nearest(to: text, among: [first, second]) != Spelling.nearest(to: text, among: [second, first])
  }

  private func spellings(of choice: Choice) -> [String] { choice.names + choice.aliases }

  private func only(_ isMeant: (Choice) -> Bool) -> JSONValue? {
    let found = choices.filter(isMeant)
    // A bare nil would be the JSON value null.
    guard found.count == 1 else { return Optional.none }
    return found[0].value
  }

  // MARK: In a sentence

  private enum Mention {
    case none
    case one(JSONValue)
    case several
  }

  /// The value that a sentence names most often.
  private func mentioned(in text: String, matchesCase: Bool) -> Mention {
    let words = Self.words(text, matchesCase: matchesCase)
    guard words.count <= 20_000 else { return .none }
    // Longer names first, so that "dark blue" is not "blue".
    var names: [(words: [String], choice: Int)] = []
    for (index, choice) in choices.enumerated() {
      for spelling in spellings(of: choice) {
        let words = Self.words(spelling, matchesCase: matchesCase)
        if !words.isEmpty { names.append((words, index)) }
      }
    }
    names.sort { $0.words.count > $1.words.count }
    guard words.count * names.count <= 2_000_000 else { return .none }
    var counts = [Int](repeating: 0, count: choices.count)
    var others: [String] = []
    var next = 0
    scan: while next < words.count {
      for name in names where next + name.words.count <= words.count {
        if words[next..<next + name.words.count].elementsEqual(name.words) {
          counts[name.choice] += 1
          // That a sentence has a "no" in it does not make it say no.
          if name.words.count == 1 { others += name.words.filter { DoubtWords.areIn([$0.lowercased()]) } }
          next += name.words.count
          continue scan
        }
      }
      others.append(words[next])
      next += 1
    }
    let most = counts.max() ?? 0
    guard most > 0 else { return .none }
    if DoubtWords.isDenied(text) || DoubtWords.areIn(others.lazy.map { $0.lowercased() }) { return .several }
    let found = counts.indices.filter { counts[$0] == most }
    return found.count == 1 ? .one(choices[found[0]].value) : .several
  }

  static func words(_ text: String, matchesCase: Bool) -> [String] {
    var result: [String] = []
    var word = String.UnicodeScalarView()
    for scalar in (matchesCase ? text : text.lowercased()).unicodeScalars {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        word.append(scalar)
      } else if !word.isEmpty {
        result.append(String(word))
        word = String.UnicodeScalarView()
      }
    }
    if !word.isEmpty { result.append(String(word)) }
    return result
  }

  private static func plain(_ text: String) -> String { words(text, matchesCase: false).joined() }
}

/// A text that says yes or no.
enum BooleanText {
  /// What a text says, and what it costs to read it so; nil if it says neither, or both.
  static func read(_ text: String) -> (value: Bool, cost: Int)? {
    let lower = text.lowercased()
    switch lower {
    case "true": return (true, RepairRule.textToBoolean.cost)
    case "false": return (false, RepairRule.textToBoolean.cost)
    case "yes", "y", "on", "1": return (true, RepairRule.textToBoolean.cost + 1)
    case "no", "n", "off", "0": return (false, RepairRule.textToBoolean.cost + 1)
    default: break
    }
    let choices = [
      EnumText.Choice(value: .bool(true), names: ["true"], aliases: []),
      EnumText.Choice(value: .bool(false), names: ["false"], aliases: []),
    ]
    if EnumText.words(lower, matchesCase: true).contains("yes") { return nil }
    guard let found = EnumText(choices).find(text), found.rule == .enumInText, let value = found.value.bool else {
      return nil
    }
    return (value, RepairRule.enumInText.cost)
  }
}
