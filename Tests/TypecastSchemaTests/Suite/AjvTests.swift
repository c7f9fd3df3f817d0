import TestSupport
import Testing
import TypecastJSON
import TypecastSchema

@Suite("The test groups of ajv", .needsTestData)
struct AjvTests {
  @Test("Every case gets its verdict but for those that need what is not in the standard")
  func verdicts() throws {
    var library = try SuiteGroup.library("ajv/remotes", at: "http://localhost:1234")
    for address in ["integer.json", "folder/folderInteger.json"] {
      let uri = URIReference("http://localhost:1234/" + address)
      library.documents.append(SchemaDocument(try JSONDocument(["type": "integer"]), uri: uri))
    }
    // ajv reads what names no edition as draft 7, and checks formats.
    let options = CompileOptions(defaultDraft: .draft7, formats: .assert)
    var run = SuiteRun()
    for folder in ["ajv/tests", "ajv/extras", "ajv/security"] {
      for path in try TestData.files(below: folder, suffix: ".json") {
        for group in try SuiteGroup.read(path, below: "ajv") { run.run(group, library: library, options: options) }
      }
    }
    #expect(run.count >= 290)
    run.expectNoFailures(except: SuiteException.ajv)
  }
}
