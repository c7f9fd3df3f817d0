import Testing
import TypecastJSON
import TypecastSchema

@Suite("Dialects and vocabularies")
struct VocabularyTests {
  private static func dialect(_ vocabularies: String, draft: String = "2020-12") -> [String: String] {
    [
      "http://a/dialect":
        ##"{"$schema": "https://json-schema.org/draft/\##(draft)/schema", "$id": "http://a/dialect", "##
        + ##""$vocabulary": {\##(vocabularies)}}"##
    ]
  }

  private static func vocabulary(_ name: String, _ isRequired: Bool, draft: String = "2020-12") -> String {
    #""https://json-schema.org/draft/\#(draft)/vocab/\#(name)": \#(isRequired)"#
  }

  @Test("A dialect without the validation vocabulary does not validate")
  func withoutValidation() throws {
    let documents = try library(
      Self.dialect([Self.vocabulary("core", true), Self.vocabulary("applicator", true)].joined(separator: ", ")))
    let schema = #"{"$schema": "http://a/dialect", "properties": {"a": {"minimum": 3}, "b": false}}"#
    #expect(try verdict(schema, on: #"{"a": 1}"#, library: documents))
    #expect(try !verdict(schema, on: #"{"b": 1}"#, library: documents))
  }

  @Test("A vocabulary that is required and not known makes the schema unusable; one that is optional does not")
  func unknown() throws {
    let schema = #"{"$schema": "http://a/dialect"}"#
    let required = try library(Self.dialect(Self.vocabulary("core", true) + #", "http://a/units": true"#))
    #expect(
      try findings(in: schema, library: required) == [
        #"schema:1:13 error unknown-vocabulary: the dialect "http://a/dialect" requires the vocabulary "#
          + #""http://a/units", which is not known"#
      ])
    let optional = try library(Self.dialect(Self.vocabulary("core", true) + #", "http://a/units": false"#))
    #expect(try findings(in: schema, library: optional).isEmpty)
  }

  @Test("The vocabulary decides whether formats are asserted")
  func formats() throws {
    let schema = #"{"$schema": "http://a/dialect", "format": "date"}"#
    for (vocabulary, draft, isValid) in [
      (Self.vocabulary("format-assertion", true), "2020-12", false),
      (Self.vocabulary("format-annotation", true), "2020-12", true),
      (Self.vocabulary("format", true, draft: "2019-09"), "2019-09", false),
      (Self.vocabulary("format", false, draft: "2019-09"), "2019-09", true),
    ] {
      let core = Self.vocabulary("core", true, draft: draft)
      let documents = try library(Self.dialect("\(core), \(vocabulary)", draft: draft))
      #expect(try verdict(schema, on: #""x""#, library: documents) == isValid, "\(vocabulary)")
    }
  }

  @Test("A dialect that was not given is read as the default draft, with a warning")
  func unknownDialect() throws {
    let found = try findings(in: #"{"$schema": "http://a/nowhere"}"#)
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("schema:1:13 warning ") == true)
    #expect(found.first?.contains("read as draft 2020-12") == true)
  }
}
