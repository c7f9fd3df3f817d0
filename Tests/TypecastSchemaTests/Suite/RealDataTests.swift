import TestSupport
import Testing
import Verdicts

/// A sample of the real data; `make prove` validates all of it, optimised.
@Suite("Verdicts on real data", .needsTestData)
struct RealDataTests {
  @Test("A sample of every collection gets the verdicts that it came with, but for explained differences")
  func sample() throws {
    let data = try TestData.require("INDEX.md").dropLast("/INDEX.md".count)
    let exceptions = try VerdictExceptions(readingFile: PackageRoot.path(to: "Tests/Verdicts/exceptions.txt"))
    let runs = try VerdictCollection.all.map { try VerdictRun($0, in: String(data), isSample: true) }
    for problem in exceptions.problems(with: runs, isSample: true) { Issue.record("\(problem)") }
    for (collection, run) in zip(VerdictCollection.all, runs) {
      #expect(run.schemaCount >= 11, "\(collection.name)")
      #expect(run.instanceCount >= 40, "\(collection.name)")
    }
  }

  @Test("Every reason for a difference is explained")
  func reasons() throws {
    let exceptions = try VerdictExceptions(readingFile: PackageRoot.path(to: "Tests/Verdicts/exceptions.txt"))
    let page = try PackageRoot.text(of: "Documentation/verdicts.md")
    #expect(!exceptions.entries.isEmpty)
    for entry in exceptions.entries {
      #expect(page.contains("`\(entry.reason)`"), "\(entry.reason)")
      #expect(page.contains("`\(entry.schema)`"), "\(entry.schema)")
    }
  }
}
