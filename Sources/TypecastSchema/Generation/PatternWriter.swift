/// Writes texts along the syntax tree of a pattern. Assertions are not heeded: the text has to be tried.
struct PatternWriter {
  let isWild: Bool

  /// How much repetitions exceed what they must have.
  private var generosity: Int

  private var captures: [Int: [UInt32]] = [:]
  private var hasLooks = false

  private static let longest = 100_000

  init(isWild: Bool, generosity: Int) {
    self.isWild = isWild
    self.generosity = generosity
  }

  mutating func adapt(toLength length: Int) {
    generosity = max(generosity, min(length, 1_000))
  }

  mutating func beGenerous() { generosity = min(generosity * 2 + 1, 65_536) }
  mutating func beSparing() { generosity /= 2 }

  /// A text that follows the tree.
  mutating func text(matching root: PatternNode, with random: inout SplitMix64) -> String {
    captures = [:]
    hasLooks = root.contains { if case .look = $0 { true } else { false } }
    var scalars: [UInt32] = []
    write(root, to: &scalars, &random)
    var view = String.UnicodeScalarView()
    for scalar in scalars {
      if let scalar = Unicode.Scalar(scalar) { view.append(scalar) }
    }
    return String(view)
  }

  private mutating func write(_ node: PatternNode, to text: inout [UInt32], _ random: inout SplitMix64) {
    guard text.count < Self.longest else { return }
    switch node {
    case .empty, .assertion: break
    case .scalar(let scalar): text.append(scalar)
    case .set(let set): if let scalar = member(of: set, &random) { text.append(scalar) }
    case .sequence(let nodes):
      for node in nodes { write(node, to: &text, &random) }
    case .choice(let nodes): write(nodes[random.below(nodes.count)], to: &text, &random)
    case .capture(let body, let index, _):
      let start = text.count
      write(body, to: &text, &random)
      captures[index] = Array(text[start...])
    case .backReference(let index): text += captures[index] ?? []
    case .look(let body, _, let negated):
      if !negated, random.chance(40) { write(body, to: &text, &random) }
    case .repetition(let body, let minimum, let maximum, _):
      repeatBody(body, minimum, maximum, to: &text, &random)
    }
  }

  private mutating func repeatBody(
    _ body: PatternNode, _ minimum: Int, _ maximum: Int?, to text: inout [UInt32], _ random: inout SplitMix64
  ) {
    let most = maximum ?? Int.max
    if case .set(let set) = body, !isWild, generosity > 0, !hasLooks {
      // A word reads better than letters at random.
      for _ in 0..<3 {
        let word = FreeText.word(&random).unicodeScalars.map(\.value)
        if word.count >= minimum, word.count <= most, word.allSatisfy(set.contains), generosity < 20 {
          text += word
          return
        }
      }
    }
    let bonus = min(generosity, most - minimum)
    let count = min(minimum, Self.longest) + random.below(bonus + 1)
    for _ in 0..<count {
      guard text.count < Self.longest else { return }
      write(body, to: &text, &random)
    }
  }

  private func member(of set: ScalarSet, _ random: inout SplitMix64) -> UInt32? {
    if !isWild || random.chance(60) {
      let alphabets: [(first: UInt32, count: Int)] = [(0x61, 26), (0x61, 26), (0x30, 10), (0x41, 26)]
      for _ in 0..<6 {
        let alphabet = alphabets[random.below(alphabets.count)]
        let scalar = alphabet.first + UInt32(random.below(alphabet.count))
        if set.contains(scalar) { return scalar }
      }
    }
    guard !set.isEmpty else { return nil }
    let range = set.ranges[random.below(isWild ? set.ranges.count : min(set.ranges.count, 3))]
    let width = Int(range.last - range.first)
    let scalar = range.first + UInt32(random.below(min(width, isWild ? width : 64) + 1))
    // Surrogates are in many sets and in no text.
    return scalar >= 0xD800 && scalar <= 0xDFFF ? range.first : scalar
  }
}
