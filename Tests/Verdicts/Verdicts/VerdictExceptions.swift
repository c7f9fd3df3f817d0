import Foundation

/// The differences that are known and explained in `Documentation/verdicts.md`.
public struct VerdictExceptions: Sendable {
  /// One line of the list: a collection, a schema, a value or `-`, and the reason's name.
  public struct Entry: Sendable {
    public let collection: String
    public let schema: String
    public let instance: String?
    public let reason: String
    let line: String

    func covers(_ difference: VerdictDifference) -> Bool {
      collection == difference.collection && schema == difference.schema && instance == difference.instance
    }
  }

  public let entries: [Entry]

  /// Reads a list; blank lines and those that start with `#` say nothing.
  public init(readingFile path: String) throws {
    let lines = try DataFiles.lines(of: path).map { String(decoding: $0, as: UTF8.self) }
    entries = try lines.filter { !$0.hasPrefix("#") }.map { line in
      let parts = line.split(separator: " ").map(String.init)
      guard parts.count == 4 else { throw UnreadableCollection(message: "'\(line)' has not four parts") }
      return Entry(
        collection: parts[0], schema: parts[1], instance: parts[2] == "-" ? nil : parts[2], reason: parts[3],
        line: line)
    }
  }

  /// What has to be looked at: differences that nobody explained and, after a whole run, explanations of nothing.
  public func problems(with runs: [VerdictRun], isSample: Bool) -> [String] {
    let differences = runs.flatMap(\.differences)
    let unexplained = differences.filter { difference in !entries.contains { $0.covers(difference) } }
    let unneeded = isSample ? [] : entries.filter { entry in !differences.contains { entry.covers($0) } }
    return runs.flatMap(\.contradictions) + unexplained.map(\.description)
      + unneeded.map { "this exception is not needed any more: \($0.line)" }
  }
}
