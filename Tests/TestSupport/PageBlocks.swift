import Foundation
public import Testing

/// The Swift of a page, which a test has in its own source, so that it is compiled and run.
public enum PageBlocks {
  /// Records an issue for each block of a page that is in none of some files, however either is indented.
  ///
  /// A block that is a file of its own, named by the line before it, is built by who follows the page.
  ///
  /// - Parameter count: How many other blocks the page has; a page without any would prove nothing.
  public static func expect(
    _ page: String, in sources: String..., count expected: Int, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    func lines(_ path: String) throws -> [String] {
      try PackageRoot.text(of: path).split(separator: "\n", omittingEmptySubsequences: false).map { line in
        String(line.drop { $0 == " " })
      }
    }
    let sources = try sources.map { "\n" + (try lines($0)).joined(separator: "\n") }
    var block: [String]?
    var count = 0
    var before = ""
    for line in try lines(page) {
      defer { if !line.isEmpty { before = line } }
      if line == "```swift", !before.hasSuffix(".swift`:") {
        block = []
      } else if line == "```", let whole = block {
        let text = "\n" + whole.joined(separator: "\n") + "\n"
        if !sources.contains(where: { $0.contains(text) }) {
          Issue.record("\(page) has a block that no test runs: \(whole.first ?? "")", sourceLocation: sourceLocation)
        }
        count += 1
        block = nil
      } else {
        block?.append(line)
      }
    }
    #expect(count == expected, sourceLocation: sourceLocation)
  }
}
