import Testing
import TypecastGates
import TypecastJSON

@Suite("Reports of gates")
struct GateReportTests {
  private func package() throws -> SamplePackage {
    try SamplePackage([
      "Schemas/Day.schema.json": #"{"enum": ["monday", "tuesday"]}"#,
      "Schemas/Month.schema.json": #"{"enum": ["may"]}"#,
      "Schemas/Year.schema.json": #"{"type": "integer"}"#,
      "Schemas/typecast.json": #"{"coverage": {"Day": 50, "Month": 50}}"#,
      "Golden/values/Day/monday.json": #""monday""#,
      "Golden/values/Month/may.json": #""may""#,
      "Golden/values/Month/june.json": #""june""#,
    ])
  }

  @Test("A table has counts, verdicts, what is missing with its command, and what is untrue")
  func table() throws {
    #expect(
      try package().report(.schemas).table == #"""
        schemas: falls short
          Day    1 of 3   33 %  falls short of 50 %
          Month  2 of 2  100 %  enough, 50 % is asked for
          Year   0 of 1    0 %  no threshold
          missing in Day:
            /enum/1: the value "tuesday"
              mkdir -p Golden/values/Day && printf '%s\n' '"tuesday"' > Golden/values/Day/valid-1.json
            /enum: rejects a value
              mkdir -p Golden/values/Day && printf '%s\n' '{}' > Golden/values/Day/invalid-1.json
          missing in Year:
            /type: rejects a value
              typecast validate --schema Schemas/Year.schema.json Golden/values/Year/NAME.json
          error: Golden/values/Month/june.json:1:1: expected "may", found "june"
          error: Golden/values/Month/june.json: it is not valid. Mend it, or call it invalid-june.json.

        """#)
  }

  @Test("What is not the package's own is spelled out where a threshold asks for it, or something is hit")
  func foreign() throws {
    let table = try SamplePackage(["Tests/coverage.json": #"{"errors": {"finish": 10}}"#]).report(.errors).table
    #expect(table.contains("  ollama      0 of ") && !table.contains("missing in ollama"))
    #expect(table.contains("missing in finish:"))
    #expect(table.contains("and nothing hits is not spelled out; --json has it.\n"))
    let repairs = try SamplePackage([:]).report(.repairs)
    #expect(!repairs.table.contains("missing in") && repairs.rows[0].missing.count == repairs.rows[0].counted)
  }

  @Test("The same for programs")
  func json() throws {
    let json = try package().report(.schemas).json
    #expect(json["gate"] == "schemas" && json["passes"] == false)
    #expect(json["rows"]?[0]?["threshold"] == 50 && json["rows"]?[0]?["hit"] == 1 && json["rows"]?[0]?["percent"] == 33)
    #expect(json["rows"]?[0]?["isEnough"] == false && json["rows"]?[2]?["threshold"] == .null)
    #expect(json["rows"]?[0]?["missing"]?[0]?["name"] == "/enum/1")
    #expect(json["faults"]?.array?.count == 2)
  }

  @Test("Reports stand in the order of the gates, whatever the order in which they are asked for")
  func order() throws {
    let package = try package()
    let one = try Gates.reports(package: package.path, [.schemas, .errors, .repairs])
    #expect(one.map(\.gate) == Gate.offline)
    #expect(try Gates.reports(package: package.path) == one)
    #expect(try Gates.reports(package: package.path + "/") == one)
  }

  @Test("A folder that is not there is an error")
  func noFolder() {
    let error = #expect(throws: GateError.self) { try Gates.reports(package: "no-such-folder") }
    #expect(error?.description == "no-such-folder: there is no such folder. Name the folder that holds Package.swift.")
  }
}
