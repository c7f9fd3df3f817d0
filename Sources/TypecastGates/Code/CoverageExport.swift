import TypecastJSON

/// What llvm-cov exports of the lines that a run of tests reached.
struct CoverageExport {
  /// The lines of one file.
  struct File {
    /// The absolute path.
    let path: String
    let lines: Int
    let covered: Int
    /// The parts of it that no test reached, by their first and last lines.
    let gaps: [ClosedRange<Int>]
  }

  let files: [File]

  /// Reads the export; nil if it is none.
  init?(_ json: JSONNode) {
    guard json["type"]?.string == "llvm.coverage.json.export", let data = json["data"], data.type == .array else {
      return nil
    }
    var files: [File] = []
    for file in data.elements.flatMap({ $0["files"].map { Array($0.elements) } ?? [] }) {
      guard let path = file["filename"]?.string, let lines = file["summary"]?["lines"],
        let count = lines["count"]?.number?.int, let covered = lines["covered"]?.number?.int,
        (0...count).contains(covered)
      else { return nil }
      files.append(File(path: path, lines: count, covered: covered, gaps: Self.gaps(file["segments"])))
    }
    self.files = files
  }

  /// A segment is `[line, column, count, hasCount, isEntry, isGap]`, and ends where the next one begins.
  private static func gaps(_ segments: JSONNode?) -> [ClosedRange<Int>] {
    guard let segments, segments.type == .array else { return [] }
    var gaps: [ClosedRange<Int>] = []
    var start: Int?
    for segment in segments.elements {
      let parts = Array(segment.elements)
      guard parts.count >= 4, let line = parts[0].number?.int, let column = parts[1].number?.int else { return [] }
      if let first = start {
        let last = column <= 1 ? line - 1 : line
        if last >= first {
          if let before = gaps.last, before.upperBound + 1 >= first {
            gaps[gaps.count - 1] = before.lowerBound...max(before.upperBound, last)
          } else {
            gaps.append(first...last)
          }
        }
        start = nil
      }
      let isGap = parts.count > 5 && parts[5].bool == true
      if parts[3].bool == true, parts[2].number?.int == 0, !isGap { start = line }
    }
    return gaps
  }
}
