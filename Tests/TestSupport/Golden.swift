import Foundation
public import Testing

/// Comparing a text with the file below `Golden/`, or elsewhere in the package, that says what it must be.
///
/// With `TYPECAST_GOLDEN=write` a file that differs is written, and the test still fails, so that nobody mistakes a
/// rewriting run for a passing one.
public enum Golden {
  /// Records an issue unless the file holds exactly the text's bytes.
  public static func expect(
    _ text: String, equals relativePath: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let expected = try? PackageRoot.bytes(of: relativePath)
    let actual = Array(text.utf8)
    guard actual != expected else { return }
    guard ProcessInfo.processInfo.environment["TYPECAST_GOLDEN"] == "write" else {
      Issue.record(
        """
        \(relativePath) \(expected.map { difference(of: actual, from: $0) } ?? "does not exist").
        If the new text is right, run `make golden` and read the change.
        """, sourceLocation: sourceLocation)
      return
    }
    let url = URL(fileURLWithPath: PackageRoot.path(to: relativePath))
    do {
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(actual).write(to: url)
      Issue.record("\(relativePath) was written. Read the change, then run again.", sourceLocation: sourceLocation)
    } catch {
      Issue.record("\(relativePath) can't be written: \(error)", sourceLocation: sourceLocation)
    }
  }

  private static func difference(of actual: [UInt8], from expected: [UInt8]) -> String {
    let newline = UInt8(ascii: "\n")
    let actualLines = actual.split(separator: newline, omittingEmptySubsequences: false)
    let expectedLines = expected.split(separator: newline, omittingEmptySubsequences: false)
    let line = zip(actualLines, expectedLines).prefix { $0 == $1 }.count
    func shown(_ lines: [ArraySlice<UInt8>]) -> String {
      line < lines.count ? "'\(String(decoding: lines[line], as: UTF8.self))'" : "the end of the text"
    }
    return "differs in line \(line + 1): the file has \(shown(expectedLines)), the text has \(shown(actualLines))"
  }
}
