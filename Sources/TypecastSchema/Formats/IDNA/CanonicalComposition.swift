/// Normalization form C of text made of code points that domain names allow.
///
/// None of those has a decomposition that is excluded from composition, so ``CompositionPairs`` and the combining
/// classes are all that it takes.
enum CanonicalComposition {
  /// Whether a text is in normalization form C.
  static func isComposed(_ text: [UInt32]) -> Bool {
    guard text.contains(where: { mayCompose($0) }) else { return true }
    return composed(text) == text
  }

  /// The normalization form C of a text.
  static func composed(_ text: [UInt32]) -> [UInt32] {
    var decomposed: [UInt32] = []
    for scalar in text { appendDecomposition(of: scalar, to: &decomposed) }
    sortMarks(&decomposed)
    return compose(decomposed)
  }

  /// Whether a scalar can change or be changed by what stands before it.
  private static func mayCompose(_ scalar: UInt32) -> Bool {
    scalar >= 0x300 && (CodePoint.combiningClass(of: scalar) != 0 || CompositionPairs.hasSecond(scalar))
  }

  private static func appendDecomposition(of scalar: UInt32, to output: inout [UInt32]) {
    guard scalar >= 0xC0, let pair = CompositionPairs.parts(of: scalar) else {
      output.append(scalar)
      return
    }
    // Only the first of a pair decomposes further, three times at most.
    appendDecomposition(of: pair.first, to: &output)
    output.append(pair.second)
  }

  /// Puts the marks after each starter in the order of their classes, equal ones as they were.
  private static func sortMarks(_ text: inout [UInt32]) {
    var start = 0
    while start < text.count {
      var end = start
      while end < text.count, CodePoint.combiningClass(of: text[end]) != 0 { end += 1 }
      if end > start + 1 {
        let marks = text[start..<end].enumerated().sorted { left, right in
          let classes = (CodePoint.combiningClass(of: left.element), CodePoint.combiningClass(of: right.element))
          return classes.0 == classes.1 ? left.offset < right.offset : classes.0 < classes.1
        }
        text.replaceSubrange(start..<end, with: marks.map(\.element))
      }
      start = end + 1
    }
  }

  private static func compose(_ text: [UInt32]) -> [UInt32] {
    var output: [UInt32] = []
    var starter: Int?
    var lastClass: UInt8 = 0
    for scalar in text {
      let combiningClass = CodePoint.combiningClass(of: scalar)
      if let position = starter {
        let isAdjacent = position == output.count - 1
        let isBlocked = !isAdjacent && (lastClass == 0 || lastClass >= combiningClass)
        if !isBlocked, let composite = CompositionPairs.composite(of: output[position], scalar) {
          output[position] = composite
          continue
        }
      }
      if combiningClass == 0 { starter = output.count }
      lastClass = combiningClass
      output.append(scalar)
    }
    return output
  }
}
