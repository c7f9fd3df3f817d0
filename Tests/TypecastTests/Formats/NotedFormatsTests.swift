import GoldenTypes
import Testing
import Typecast

@Suite("Formats that the draft of a schema only notes")
struct NotedFormatsTests {
  @Test("Those with types of their own are checked, others are not")
  func typed() throws {
    #expect(try Noted(json: #"{"mail":"a@example.com","host":"-"}"#).mail?.text == "a@example.com")
    let error = #expect(throws: InvalidValue.self) { try Noted(json: #"{"mail":"nobody","host":"-"}"#) }
    #expect(error?.report.errors.map(\.instancePointer.description) == ["/mail"])
    #expect(try Noted.schema.isValid(Array(#"{"mail":"nobody"}"#.utf8)) == false)
  }

  @Test("Inside of not and if they are notes, so that nothing more is let through")
  func conditions() throws {
    #expect(try Noted(json: #"{"other":"abc"}"#).other == "abc")
    #expect(throws: InvalidValue.self) { try Noted(json: #"{"other":"abcdef"}"#) }
    #expect(try Noted(json: #"{"either":"no date"}"#).either == "no date")
    #expect(throws: InvalidValue.self) { try Noted(json: #"{"either":"no date, but a long text"}"#) }
  }
}
