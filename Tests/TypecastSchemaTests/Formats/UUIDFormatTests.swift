import Testing

import TypecastSchema

@Suite("Format uuid")
struct UUIDFormatTests {
  @Test("Five groups of hexadecimal digits are accepted")
  func uuids() {
    expect(
      .uuid,
      accepts: [
        "2EB8AA08-AA98-11EA-B4AA-73B441D16380", "2eb8aa08-aa98-11ea-b4aa-73b441d16380",
        "00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff",
        "99c17cbb-656f-f64a-940f-1a4568f03487",
      ],
      rejects: [
        "", "2eb8aa08-aa98-11ea-b4aa-73b441d1638", "2eb8aa08-aa98-11ea-b4aa-73b441d163800",
        "2eb8aa08aa9811eab4aa73b441d16380", "2eb8aa08aa9811eab4aa73b441d16380----",
        "2eb8aa0-8aa98-11e-ab4aa7-3b441d16380", "2eb8aa08-aa98-11ea-b4ga-73b441d16380",
        "{2eb8aa08-aa98-11ea-b4aa-73b441d163}", "urn:uuid:2eb8aa08-aa98-11ea-b4aa-73b441d16380",
        "2eb8aa08-aa98-11ea-b4aa-73b441d1638\n", "2eb8aa08-aa98-11ea-b4aa-73b441d1638\u{0}",
        "\u{9e8}b8aa08-aa98-11ea-b4aa-73b441d16380", "\u{9e8}eb8aa08-aa98-11ea-b4aa-73b441d16380",
        "2eb8aa08-aa98-11ea-b4aa_73b441d16380",
      ])
  }
}
