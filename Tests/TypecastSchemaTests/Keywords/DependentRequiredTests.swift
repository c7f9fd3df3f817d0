import Testing
import TypecastSchema

@Suite("Keyword dependentRequired")
struct DependentRequiredTests {
  @Test(
    "Values are judged, and each violation is told with its place",
    arguments: [
      .errors(
        #"{"dependentRequired": {"a": ["b", "c"]}}"#,
        #"{"a": 1, "b": 1}"#,
        #"1:1 # #/dependentRequired: missing "c", which "a" needs"#),
      .valid(#"{"dependentRequired": {"a": ["b"]}}"#, #"{"b": 1}"#),
      .valid(#"{"dependentRequired": {"a": ["b"]}}"#, #"{"a": 1}"#, draft: .draft7),
    ] as [KeywordCase])
  func verdicts(test: KeywordCase) throws {
    try test.check()
  }

  @Test(
    "A schema that misuses the keyword is refused",
    arguments: [
      .refused(
        #"{"dependentRequired": {"a": "b"}}"#,
        #"1:29 #/dependentRequired/a invalid-schema: "dependentRequired" must be an array of strings, "#
          + #"this is "b""#),
      .refused(
        #"{"dependentRequired": []}"#,
        #"1:23 #/dependentRequired invalid-schema: "dependentRequired" must be an object of arrays of "#
          + #"names, this is []"#),
    ] as [KeywordCase])
  func refusals(test: KeywordCase) throws {
    try test.check()
  }
}
