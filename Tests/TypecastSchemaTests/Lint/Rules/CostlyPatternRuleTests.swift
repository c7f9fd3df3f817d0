import Testing
import TypecastSchema

@Suite("A pattern that is not regular is reported")
struct CostlyPatternRuleTests {
  @Test("References to groups are searched for step by step")
  func costly() {
    expect(
      .costlyPattern, at: #"{"pattern": ➤"^(a|b)+\\1$"}"#,
      "in this pattern: A search for this pattern may stay undecided on some texts. "
        + "Avoid references to groups and large nested counts.")
  }

  @Test("Regular patterns are not reported")
  func regular() {
    expectNothing(of: .costlyPattern, in: #"{"pattern": "^(a+)+$", "patternProperties": {"^(x|y)*z": {}}}"#)
  }
}
