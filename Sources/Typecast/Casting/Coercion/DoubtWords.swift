/// Words that turn around what a sentence says, or leave it open: what stands beside one of them is hardly the value.
enum DoubtWords {
  /// Words of denial and of doubt, in the languages that models answer in most often.
  private static let doubts: Set<String> = [
    "not", "no", "never", "none", "neither", "nor", "without", "cannot", "unless", "unknown", "unclear", "unsure",
    "uncertain", "unable", "sorry", "maybe", "perhaps", "wrong", "error", "nicht", "kein", "keine", "nie", "ohne",
    "pas",
    "jamais", "aucun", "aucune", "non", "nunca", "sin", "inte", "niet", "geen",
  ]

  /// Words that make another number of one, or a limit.
  private static let measures: Set<String> = [
    "hundred", "thousand", "million", "millions", "billion", "billions", "trillion", "dozen", "lakh", "crore", "k",
    "mn",
    "bn", "mio", "mrd", "tsd", "mille", "half", "less", "more", "fewer", "than", "under", "over", "above", "below",
    "least", "most", "between", "up", "minimum", "maximum",
  ]

  /// Whether some of these words, in small letters, deny or doubt.
  static func areIn(_ words: some Sequence<String>) -> Bool {
    words.contains(where: doubts.contains)
  }

  /// Whether a text, in words that have to be looked at anyway, denies or doubts.
  static func isDenied(_ text: String) -> Bool {
    text.contains("n't") || text.contains("n’t")
  }

  /// Whether a number in a text is hardly what the text means.
  static func blurNumber(in text: String) -> Bool {
    // "No. 5" numbers, and denies nothing.
    let lower = text.lowercased().replacing("no. ", with: "")
    if isDenied(lower) || lower.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
      return true
    }
    // Behind a number a capital M or B is a million or a billion more often than a unit.
    let units = EnumText.words(text, matchesCase: true).map { $0.drop { $0.isNumber } }
    if units.contains("M") || units.contains("B") { return true }
    return EnumText.words(lower, matchesCase: true).contains { word in
      let letters = String(word.drop { $0.isNumber })
      return doubts.contains(letters) || measures.contains(letters)
    }
  }
}
