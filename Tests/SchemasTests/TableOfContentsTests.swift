import Schemas
import TestSupport
import Testing
import Typecast
import TypecastModels
import TypecastTesting

@Suite("Tables of contents that models make")
struct TableOfContentsTests {
  private static func outline(with model: String) async throws -> Reply<TableOfContents> {
    try await TableOfContentsClient(RemoteModel(model)).outline(
      depth: "3", text: PackageRoot.text(of: "Golden/texts/handbook.txt"))
  }

  /// The sections as lines, each set in by how deep it is.
  private static func lines(_ sections: [TableOfContents.Section], indent: String = "") -> [String] {
    sections.flatMap { section in
      ["\(indent)\(section.number ?? "-") \(section.title)"] + lines(section.sections ?? [], indent: indent + "  ")
    }
  }

  private static let expected = [
    "1 The lamp", "  1.1 Oil", "  1.2 The lens", "    1.2.1 Cleaning", "    1.2.2 Turning", "2 The log", "A Signals",
    "  A.1 Flags", "  A.2 Horns",
  ]

  @Test("The cassette of a whole table is what the client makes of it")
  func wholeWritten() async throws {
    try await WrittenCassette.expect(
      "Golden/cassettes/gemini/table-of-contents.xml", note: "An answer with sections three deep.",
      .gemini(
        """
        {
          "title": "The Lighthouse Keeper's Handbook",
          "sections": [
            {
              "title": "The lamp", "number": "1", "gist": "The lamp is lit every evening at dusk.",
              "sections": [
                {"title": "Oil", "number": "1.1", "gist": "Two litres a night in summer, five in winter."},
                {
                  "title": "The lens", "number": "1.2",
                  "sections": [
                    {"title": "Cleaning", "number": "1.2.1", "gist": "With vinegar, never with sand."},
                    {"title": "Turning", "number": "1.2.2", "gist": "The clockwork is wound every four hours."}
                  ]
                }
              ]
            },
            {"title": "The log", "number": "2", "gist": "Each ship that passes is written down."},
            {
              "title": "Signals", "number": "A",
              "sections": [{"title": "Flags", "number": "A.1"}, {"title": "Horns", "number": "A.2"}]
            }
          ]
        }
        """)
    ) { _ = try await Self.outline(with: "gemini:gemini-2.5-flash") }
  }

  @Test("Sections hold sections", .cassette("gemini/table-of-contents"))
  func whole() async throws {
    let reply = try await Self.outline(with: "gemini:gemini-2.5-flash")
    #expect(reply.repairs.isEmpty)
    let table = reply.value
    #expect(table.title == "The Lighthouse Keeper's Handbook")
    #expect(Self.lines(table.sections) == Self.expected)
    #expect(table.sections.map(\.gist?.count) == [38, 38, nil])
    #expect(table.sections.map(\.page) == [nil, nil, nil])
  }

  @Test("The cassette of a careless table is what the client makes of it")
  func messyWritten() async throws {
    try await WrittenCassette.expect(
      "Golden/cassettes/ollama/table-of-contents-messy.xml",
      note: "A model of the cloud calls sections children, leaves out commas, and stops two brackets too early.",
      .ollama(
        """
        ```
        {"title": "The Lighthouse Keeper's Handbook", "sections": [
          {"number": 1, "title": "The lamp", "children": [
            {"number": "1.1", "title": "Oil", "page": "3"}
            {"number": "1.2", "title": "The lens", "children": [
              {"number": "1.2.1", "title": "Cleaning"}, {"number": "1.2.2", "title": "Turning"}]}]},
          {"number": 2, "title": "The log"},
          {"number": "A", "title": "Signals", "children": [{"number": "A.1", "title": "Flags"}, {"number": "A.2", "title": "Horns"}
        """, from: "gpt-oss:120b")
    ) { _ = try await Self.outline(with: "ollama:gpt-oss:120b-cloud") }
  }

  @Test("A table that ends too early is closed", .cassette("ollama/table-of-contents-messy"))
  func messy() async throws {
    let reply = try await Self.outline(with: "ollama:gpt-oss:120b-cloud")
    #expect(Self.lines(reply.value.sections) == Self.expected)
    #expect(reply.value.sections.first?.sections?.first?.page == 3)
    #expect(
      reply.repairs.map { "\($0.rule) \($0.pointer)" } == [
        "fence ", "missingComma /sections/0/children/0", "missingEnd /sections/2/children/1",
        "alias /sections/0/sections", "numberToText /sections/0/number", "textToNumber /sections/0/sections/0/page",
        "alias /sections/0/sections/1/sections", "numberToText /sections/1/number", "alias /sections/2/sections",
      ])
  }
}
