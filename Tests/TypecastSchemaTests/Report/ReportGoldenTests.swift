import TestSupport
import Testing
import TypecastJSON
import TypecastSchema

@Suite("What is said about a value")
struct ReportGoldenTests {
  /// Every pair of a schema and a value below `Golden/reports`.
  private static let names = PackageRoot.files(below: "Golden/reports", suffix: ".schema.json").map {
    String($0.dropFirst("Golden/reports/".count).dropLast(".schema.json".count))
  }

  @Test("There are reports to compare with")
  func presence() {
    #expect(Self.names.count >= 3)
  }

  @Test("Reports, summaries, annotations and outputs are what their golden says", arguments: names)
  func texts(name: String) throws {
    let schema = try CompiledSchema(
      parsing: PackageRoot.text(of: "Golden/reports/\(name).schema.json"), options: CompileOptions(formats: .assert))
    let value = try JSONDocument(PackageRoot.bytes(of: "Golden/reports/\(name).value.json"))
    let report = try schema.validate(value)
    var sections = [
      ("report", report.description), ("summary", report.summary()), ("summary of two", report.summary(limit: 2)),
      (
        "annotations",
        try schema.annotations(of: value).map {
          "\($0.instancePointer.description.isEmpty ? "(root)" : $0.instancePointer.description) \($0.keyword): \($0.value)"
            + " by \($0.schemaURI)"
        }.joined(separator: "\n")
      ),
    ]
    for format in ValidationOutput.allCases {
      let output = try schema.output(format, for: value)
      sections.append(("output \(format.rawValue)", JSONWriter(style: .pretty).string(of: output)))
    }
    let text = sections.map { "== \($0)\n\($1)\n" }.joined(separator: "\n")
    Golden.expect(text, equals: "Golden/reports/\(name).report.txt")
  }
}
