import TestSupport
import Testing
import TypecastSchema

@Suite("JSON Schema Test Suite", .needsTestData)
struct SchemaTestSuiteTests {
  private static let tests = "json-schema-test-suite/tests"

  @Test("Every case gets its verdict, quickly and in full", arguments: SuitePart.all)
  func verdicts(part: SuitePart) throws {
    let library = try SuiteGroup.library("json-schema-test-suite/remotes", at: "http://localhost:1234")
    let options = CompileOptions(defaultDraft: part.draft, formats: part.formats)
    var run = SuiteRun()
    let folder = Self.tests + "/" + part.folder
    for path in try TestData.files(below: folder, suffix: ".json")
    where !path.dropFirst(folder.utf8.count + 1).contains("/") {
      for group in try SuiteGroup.read(path, below: Self.tests) {
        run.run(group, library: library, options: options)
      }
    }
    #expect(run.count >= part.count)
    run.expectNoFailures(except: SuiteException.schemaTestSuite.filter { $0.isIn(part) })
  }

  @Test("Every exception names a part of the suite and gives a reason")
  func exceptions() {
    for exception in SuiteException.schemaTestSuite {
      #expect(SuitePart.all.contains { exception.isIn($0) }, "\(exception.name)")
      #expect(exception.reason.hasSuffix("."))
    }
  }
}

extension SuiteException {
  /// Whether the file that the exception names lies directly in the folder of a part.
  fileprivate func isIn(_ part: SuitePart) -> Bool {
    let file = name.prefix { $0 != "|" }
    return file.hasPrefix(part.folder + "/") && !file.dropFirst(part.folder.count + 1).contains("/")
  }
}
