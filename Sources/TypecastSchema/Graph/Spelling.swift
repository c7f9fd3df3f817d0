import TypecastJSON

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

  /// The candidate that a file's path may have meant: one beside it that is spelled much the same, the same name in
  /// another folder, or one in a folder that is spelled much the same.
  package static func nearest(toFile path: String, among candidates: [String]) -> String? {
    let wanted = FilePath(path)
    let files = candidates.map(FilePath.init).sorted { ScalarText($0.path) < ScalarText($1.path) }
    let beside = files.filter { $0.folder == wanted.folder }
    if let near = nearest(to: wanted.stem, among: beside.map(\.stem)) { return beside.first { $0.stem == near }?.path }
    if let same = files.first(where: { $0.stem == wanted.stem }) { return same.path }
    let folders = Set(files.map(\.folder)).sorted { ScalarText($0) < ScalarText($1) }
    guard let folder = nearest(to: wanted.folder, among: folders) else { return nil }
    let there = files.filter { $0.folder == folder }
    return nearest(to: wanted.stem, among: there.map(\.stem)).flatMap { near in there.first { $0.stem == near }?.path }
  }

  /// The parts of a path that a slip may be in.
  private struct FilePath {
    let path: String
    let folder: String
    /// The name without what the names of all schemas end with.
    let stem: String

    init(_ path: String) {
      self.path = path
      let start = path.utf8.lastIndex(of: 0x2F).map(path.utf8.index(after:)) ?? path.startIndex
      folder = String(path[..<start])
      let suffix = [".schema.json", ".json"].first(where: path.hasSuffix) ?? ""
      stem = String(path[start...].dropLast(suffix.count))
    }
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
