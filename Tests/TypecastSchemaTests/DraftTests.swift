import Testing

@testable import TypecastSchema

@Suite("Drafts")
struct DraftTests {
  @Test("Each draft is found by its name and by the address of its meta-schema", arguments: Draft.allCases)
  func lookup(draft: Draft) {
    #expect(Draft(name: draft.name) == draft)
    #expect(Draft(metaSchemaURI: draft.metaSchemaURI) == draft)
  }

  @Test("An empty fragment, the case of the host and http or https make no difference")
  func spellings() {
    #expect(Draft(metaSchemaURI: "http://json-schema.org/draft-07/schema") == .draft7)
    #expect(Draft(metaSchemaURI: "https://json-schema.org/draft-07/schema#") == .draft7)
    #expect(Draft(metaSchemaURI: "http://json-schema.org/draft/2020-12/schema#") == .draft2020)
    #expect(Draft(metaSchemaURI: "HTTPS://JSON-Schema.org/draft/2019-09/schema") == .draft2019)
  }

  @Test("Anything else is no draft")
  func strangers() {
    let uris = [
      "", "#", "http://json-schema.org/schema#", "http://json-schema.org/draft-07/schema#/definitions",
      "http://json-schema.org/draft-07/Schema#", "ftp://json-schema.org/draft-07/schema#",
      "http://json-schema.org/draft-03/schema#", "draft-07",
    ]
    for uri in uris { #expect(Draft(metaSchemaURI: uri) == nil, "\(uri)") }
    for name in ["", "3", "07", "draft7", "2020", "2020-12 "] { #expect(Draft(name: name) == nil, "\(name)") }
  }

  @Test("Drafts compare by age")
  func order() {
    #expect(Draft.allCases.sorted() == [.draft4, .draft6, .draft7, .draft2019, .draft2020])
    #expect(Draft.draft7 < .draft2019)
  }
}
