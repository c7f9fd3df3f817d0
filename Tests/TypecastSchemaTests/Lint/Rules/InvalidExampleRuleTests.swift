import Testing
import TypecastSchema

@Suite("An example that its schema does not allow is reported")
struct InvalidExampleRuleTests {
  @Test("Each on its own")
  func invalid() {
    expect(
      .invalidExample, at: #"{"type": "string", "minLength": 2, "examples": [➤"a", "ab", ➤3]}"#,
      #"this example is not valid: expected at least 2 characters, found 1"#,
      #"this example is not valid: expected a string, found 3"#)
  }

  @Test("The examples of another edition are no examples")
  func otherDrafts() {
    expectNothing(of: .invalidExample, in: #"{"type": "string", "examples": [1]}"#, draft: .draft4)
    expectNothing(of: .invalidExample, in: #"{"type": "string", "examples": ["a"]}"#, draft: .draft6)
  }
}
