/// Counts tokens about as the first step of GPT's tokenizers cuts a text.
enum TokenCount {
  private enum Kind {
    case letter, digit, lineBreak, space, sign
  }

  /// A run of letters with one sign or space before it, up to three digits, a run of signs with one space before and the
  /// line breaks behind it, or a run of white space.
  static func tokens(in text: String) -> Int {
    let kinds = text.unicodeScalars.map(kind)
    var count = 0
    var place = 0
    func run(_ wanted: Kind, from start: Int) -> Int {
      var end = start
      while end < kinds.count, kinds[end] == wanted { end += 1 }
      return end
    }
    while place < kinds.count {
      count += 1
      let next = place + 1 < kinds.count ? kinds[place + 1] : .lineBreak
      switch kinds[place] {
      case .letter: place = run(.letter, from: place)
      case .space where next == .letter, .sign where next == .letter: place = run(.letter, from: place + 1)
      case .digit: place = min(run(.digit, from: place), place + 3)
      case .sign: place = run(.lineBreak, from: run(.sign, from: place))
      case .space where next == .sign: place = run(.lineBreak, from: run(.sign, from: place + 1))
      case .space:
        let end = run(.space, from: place)
        // The last space of a run goes with the word behind it.
        place = end < kinds.count && end - place > 1 && kinds[end] != .lineBreak ? end - 1 : max(end, place + 1)
      case .lineBreak: place = run(.lineBreak, from: place)
      }
    }
    return count
  }

  private static func kind(_ scalar: Unicode.Scalar) -> Kind {
    if scalar == "\n" || scalar == "\r" { return .lineBreak }
    if scalar.properties.isWhitespace { return .space }
    if scalar.properties.isAlphabetic { return .letter }
    return scalar.properties.numericType != nil ? .digit : .sign
  }
}
