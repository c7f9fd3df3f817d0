import Testing
import TypecastSchema

@Suite("A pattern that only the lenient grammar allows is reported")
struct LenientPatternRuleTests {
  @Test("At the pattern, or at the name in patternProperties")
  func lenient() {
    expect(
      .lenientPattern, at: #"{"pattern": ➤➤"^a\\-b]$", "patternProperties": {➤"\\@": {}}}"#,
      #"in this pattern, at byte 2: The escape `\-` is not valid with the `u` flag. Write `-`."#,
      #"in this pattern, at byte 5: A lone `]` is not valid with the `u` flag. Write `\]`."#,
      #"in this pattern, at byte 0: The escape `\@` is not valid with the `u` flag. Write `@`."#)
  }

  @Test("A pattern by the strict grammar is not reported")
  func strict() {
    expectNothing(of: .lenientPattern, in: #"{"pattern": "^[a-z\\-]+\\/\\p{L}$", "patternProperties": {"^x-": {}}}"#)
  }
}
