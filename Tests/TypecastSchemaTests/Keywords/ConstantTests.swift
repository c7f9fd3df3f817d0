import Testing
import TypecastSchema

@Suite("Keyword const")
struct ConstantTests {
  @Test(
    "Values are judged, and each violation is told with its place",
    arguments: [
      .valid(#"{"const": {"a": [1, null]}}"#, #"{"a": [1.0, null]}"#),
      .errors(#"{"const": 1}"#, "true", "1:1 # #/const: expected 1, found true"),
      .errors(#"{"const": "a"}"#, #""b""#, #"1:1 # #/const: expected "a", found "b""#),
      .errors(#"{"const": null}"#, #"{"a": 1}"#, "1:1 # #/const: expected null, found an object with 1 member"),
      .valid(#"{"const": 1}"#, "2", draft: .draft4),
      .errors(
        #"{"const": "Malm\u00f6"}"#,
        #""Malmo\u0308""#,
        #"1:1 # #/const: expected "Malmö", found "Malmo\#u{308}""#),
    ] as [KeywordCase])
  func verdicts(test: KeywordCase) throws {
    try test.check()
  }
}
