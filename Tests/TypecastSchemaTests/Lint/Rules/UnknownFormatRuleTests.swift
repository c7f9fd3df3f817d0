import Testing
import TypecastSchema

@Suite("A format that nobody knows is reported")
struct UnknownFormatRuleTests {
  @Test("A slip, an old name, and one without a likeness")
  func unknown() {
    expect(
      .unknownFormat, at: #"{"format": ➤"datetime"}"#,
      #""datetime" is no format that is checked; did you mean "date-time"?"#)
    expect(.unknownFormat, at: #"{"format": ➤"url"}"#, #""url" is no format that is checked; did you mean "uri"?"#)
    expect(
      .unknownFormat, at: #"{"format": ➤"host-name"}"#,
      #""host-name" is no format that is checked; did you mean "hostname"?"#)
    expect(
      .unknownFormat, at: #"{"format": ➤"path"}"#, #""path" is no format that is checked; a "pattern" would be checked"#
    )
  }

  @Test(
    "Formats of any edition and of the OpenAPI registry are known",
    arguments: ["date-time", "uuid", "duration", "int32", "byte", "password", "double"])
  func known(name: String) {
    for draft in Draft.allCases { expectNothing(of: .unknownFormat, in: "{\"format\": \"\(name)\"}", draft: draft) }
  }
}
