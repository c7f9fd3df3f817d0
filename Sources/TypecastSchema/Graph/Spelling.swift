/// Guesses what a misspelled name was meant to be.
package enum Spelling {
  /// The candidate with the fewest edits, if it takes few enough to be a likely slip.
  package static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    let wanted = Array(word.lowercased().unicodeScalars.prefix(64))
    let limit = wanted.count <= 4 ? 1 : wanted.count <= 7 ? 2 : 3
    var best: (distance: Int, candidate: String)?
    for candidate in candidates {
      let letters = Array(candidate.lowercased().unicodeScalars.prefix(64))
      guard abs(letters.count - wanted.count) <= limit else { continue }
      let distance = distance(wanted, letters)
      if distance <= limit, distance < best?.distance ?? Int.max { best = (distance, candidate) }
    }
    return best?.candidate
  }

  /// Edits between two words, an exchange of neighbours counting as one.
  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    for row in 0..<left.count {
      var current = [row + 1]
      for column in 0..<right.count {
        let substitution = last[column] + (left[row] == right[column] ? 0 : 1)
        var cost = min(substitution, last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      beforeLast = last
      last = current
    }
    return last[right.count]
  }
}

/// Guesses names for as long as that is no great effort: a document may have any number of mistakes.
package struct Suggestions {
  private var comparisonsLeft = 100_000

  /// Suggestions with a fresh budget.
  package init() {}

  /// The likely candidate among so many; nil also where finding it would take too long.
  package mutating func nearest(to word: String, among candidates: @autoclosure () -> [String], count: Int) -> String? {
    guard count <= comparisonsLeft else { return nil }
    comparisonsLeft -= count
    // Sorted, so that of two that are equally near always the same one is found.
    return Spelling.nearest(to: word, among: candidates().sorted())
  }
}
