import TypecastJSON

extension InstanceDrawing {
  /// A text that meets a demand; nil if none was found.
  mutating func drawString(_ demand: Demand, named hint: String?) -> String? {
    guard demand.minLength <= 100_000 else { return nil }
    var writer = PatternWriter(isWild: flavour == .wild, generosity: flavour == .minimal ? 0 : 2)
    writer.adapt(toLength: demand.minLength)
    for attempt in 0..<40 {
      if attempt % 8 == 7 { spend() }
      var text: String
      if let pattern = random.pick(demand.patterns) {
        text = writer.text(matching: pattern.root, with: &random)
        let length = text.unicodeScalars.count
        if length < demand.minLength { writer.beGenerous() }
        if length > demand.maxLength { writer.beSparing() }
        // A pattern that is not anchored leaves room before and behind.
        if attempt % 5 == 4 { text = random.chance(50) ? text + FreeText.word(&random) : FreeText.word(&random) + text }
        if demand.patterns.count > 1, attempt % 2 == 1 { text = joined(demand.patterns, &writer) }
      } else {
        text = freeText(demand, attempt: attempt, named: hint)
      }
      text = trimmed(text, demand, isFree: demand.patterns.isEmpty)
      if demand.accepts(text), !demand.excluded.contains(.string(text)) { return text }
      if attempt > 4, let near = mended(text, demand) { return near }
    }
    return demand.suggestions.compactMap(\.string).first { demand.accepts($0) }
  }

  private mutating func freeText(_ demand: Demand, attempt: Int, named hint: String?) -> String {
    if flavour == .wild, demand.formats.isEmpty || random.chance(30), random.chance(70) { return strangeText() }
    if let (format, isAsserted) = random.pick(demand.formats), isAsserted || attempt < 3 {
      return FormatSamples.text(of: format, with: &random)
    }
    if flavour == .minimal { return attempt == 0 ? "" : FreeText.word(&random) }
    return FreeText.text(named: hint, longest: demand.maxLength, &random)
  }

  /// Brings a text to a length that is allowed, where that is all that may be wrong with it.
  private mutating func trimmed(_ text: String, _ demand: Demand, isFree: Bool) -> String {
    let scalars = text.unicodeScalars
    let count = scalars.count
    if count > demand.maxLength { return String(scalars.prefix(demand.maxLength)) }
    guard count < demand.minLength, isFree || random.chance(50) else { return text }
    var padded = text
    var length = count
    while length < demand.minLength {
      let piece = (isFree && length > 0 ? " " : "") + FreeText.word(&random)
      for scalar in piece.unicodeScalars where length < demand.minLength {
        padded.unicodeScalars.append(scalar)
        length += 1
      }
    }
    return padded
  }

  /// Small changes to a text that lead to one that is accepted.
  private mutating func mended(_ text: String, _ demand: Demand) -> String? {
    var scalars = Array(text.unicodeScalars)
    let spare: [Unicode.Scalar] = ["a", "A", "0", "-", "_", " ", "!", "/", ".", "é", "\u{0}"]
    let place = random.below(scalars.count + 1)
    let scalar = spare[random.below(spare.count)]
    if random.chance(40), place < scalars.count {
      scalars[place] = scalar
    } else if random.chance(30), place < scalars.count {
      scalars.remove(at: place)
    } else {
      scalars.insert(scalar, at: place)
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    let result = String(view)
    return demand.accepts(result) && !demand.excluded.contains(.string(result)) ? result : nil
  }

  /// A text with what is seldom thought of.
  private mutating func strangeText() -> String {
    let strange = [
      "", " ", "\n", "\t\r\n", "\u{0}", "\u{1F}\u{7F}", "\"", "\\", "\\\"", "/", "\u{8}\u{C}", "ö", "o\u{308}", "ß",
      "İ", "日本語",
      "\u{1F680}", "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}", "\u{10FFFF}", "\u{FFFF}", "\u{FEFF}", "\u{2028}",
      "\u{202E}abc", "null", "true", "0", "1", "-1", "1e5", "{}", "[]", "$ref", "__proto__", "constructor", "a/b~c",
      "~0~1", "%20",
      "<script>", "'; --", "${x}", "𝔘𝔫𝔦", "ﬁ", "١٢٣", "Ångström", "\u{E000}", "x\u{0}y", "é\u{301}\u{301}",
    ]
    var text = ""
    for _ in 0...random.below(3) {
      text += random.chance(70) ? strange[random.below(strange.count)] : FreeText.word(&random)
    }
    if random.chance(5) { text += String(repeating: strange[random.below(strange.count)], count: random.below(300)) }
    return text
  }

  /// Texts for several patterns in some order, one after another; ends and beginnings that are equal may coincide.
  private mutating func joined(_ patterns: [Pattern], _ writer: inout PatternWriter) -> String {
    var joined: [Unicode.Scalar] = []
    for pattern in random.shuffled(patterns) {
      let text = Array(writer.text(matching: pattern.root, with: &random).unicodeScalars)
      var overlap = random.chance(50) ? min(joined.count, text.count, 16) : 0
      while overlap > 0, joined.suffix(overlap) != text.prefix(overlap) { overlap -= 1 }
      joined += text.dropFirst(overlap)
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: joined)
    return String(view)
  }

  /// A name for a member that meets claims made on names, and patterns besides.
  mutating func drawName(_ claims: [Claim], matching patterns: [Pattern] = []) -> String? {
    for _ in 0..<6 {
      var demand = Demand()
      demand.types = .string
      demand.patterns = patterns
      for claim in claims { absorb(claim, into: &demand) }
      guard settle(&demand, attempt: 0, depth: limits.depth) else { continue }
      let name =
        demand.constants == nil ? drawString(demand, named: "key") : random.pick(demand.constants ?? [])?.string
      if let name, demand.accepts(name), fits(.string(name), claims) { return name }
    }
    return nil
  }
}
