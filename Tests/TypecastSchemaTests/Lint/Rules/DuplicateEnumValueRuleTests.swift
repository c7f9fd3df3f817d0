import Testing
import TypecastSchema

@Suite("A value that stands twice in enum is reported")
struct DuplicateEnumValueRuleTests {
  @Test("At its second place; equal as JSON Schema has it")
  func duplicates() {
    expect(
      .duplicateEnumValue, at: #"{"enum": ["a", "b", ➤"a", 1, ➤1.0, {"x": 1, "y": [2]}, ➤{"y": [2e0], "x": 1}]}"#,
      #""a" is in "enum" already, at index 0"#, #"1.0 is in "enum" already, at index 3"#,
      #"an object with 2 members is in "enum" already, at index 5"#)
  }

  @Test("Values that differ are not reported")
  func different() {
    expectNothing(
      of: .duplicateEnumValue,
      in: "{\"enum\": [\"a\", \"A\", 1, \"1\", true, null, false, [], {}, \"\u{E9}\", \"e\u{301}\"]}")
  }
}
