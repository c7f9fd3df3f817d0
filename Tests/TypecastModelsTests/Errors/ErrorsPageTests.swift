import TestSupport
import Testing

@testable import TypecastModels

@Suite("The error tables")
struct ErrorsPageTests {
  @Test("Their page lists every row")
  func page() {
    Golden.expect(ErrorsPage.text, equals: "Documentation/errors.md")
  }

  @Test("No two rows have one id, and each begins with the name of its table")
  func ids() {
    var seen: Set<String> = []
    for table in ErrorTable.all {
      for row in table.rows {
        #expect(seen.insert(row.id).inserted, "\(row.id) stands twice")
        #expect(row.id.hasPrefix("\(table.name)."))
        #expect(row.next.isEmpty || row.next.hasSuffix(".") || row.next.hasPrefix("Run: "), "\(row.id)")
      }
    }
    #expect(seen.count > 200)
  }
}
