import Foundation

/// Cases that are known to differ: on each line a name, a tab and the reason; a line with a hash in front says nothing.
struct Exceptions {
  let names: Set<String>

  struct BadLine: Error, CustomStringConvertible {
    let line: String
    var description: String { "'\(line)' is not a name, a tab and a reason" }
  }

  init(readingFile path: String) throws {
    var names: Set<String> = []
    for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") where !line.hasPrefix("#") {
      let parts = line.split(separator: "\t")
      guard parts.count == 2 else { throw BadLine(line: String(line)) }
      names.insert(String(parts[0]))
    }
    self.names = names
  }

  /// What has to be looked at: no case at all, differences without a reason, and reasons without a difference.
  func problems(with tally: Tally) -> [String] {
    if tally.count == 0 { return ["no case ran"] }
    let unexplained = tally.differences.filter { !names.contains($0.name) }
    let unneeded = names.subtracting(tally.differences.map(\.name)).sorted()
    return unexplained.map { "\($0.name)\n  \($0.text.prefix(600))\n  \($0.finding.prefix(400))" }
      + unneeded.map { "this exception is not needed any more: \($0)" }
  }
}
