import TestSupport
import Testing
import Typecast
import TypecastGates

@Suite("The gate of repairs")
struct RepairGateTests {
  @Test("Every rule of ours is hit by a golden of ours")
  func ours() throws {
    let report = try #require(try Gates.reports(package: PackageRoot.path, [.repairs]).first)
    #expect(report.faults == [])
    #expect(report.missing(in: "rules") == [])
    #expect(report.row("rules")?.counted == RepairRule.all.count)
    #expect(report.row("rules")?.threshold == 100)
  }

  @Test("What is missing is named, with the command that adds it")
  func missing() throws {
    let package = try SamplePackage([
      "Golden/repairs/a.jsonl": #"{"text": "{\"a\": 1,}"}"# + "\n\n",
      "Golden/repairs/a.answers.jsonl": #"{"repairs": [{"rule": "extraComma"}]}"# + "\n",
      "Tests/coverage.json": #"{"repairs": 100}"#,
    ])
    let report = try package.report(.repairs)
    #expect(report.faults == [])
    #expect(!report.passes)
    #expect(report.row("rules")?.hit == 1)
    #expect(!report.missing(in: "rules").contains("extraComma"))
    #expect(
      report.row("rules")?.missing.first { $0.name == "fence" }?.command
        == "typecast repair --jsonl Golden/repairs/fence.jsonl > Golden/repairs/fence.answers.jsonl")
  }

  @Test("Rules of what came to nothing don't count")
  func failures() throws {
    let package = try SamplePackage([
      "Golden/repairs/a.jsonl": #"{"text": "{\"a\": 1,}", "schema": {"required": ["b"]}}"#,
      "Golden/repairs/a.answers.jsonl": #"{"repairs": [{"rule": "extraComma"}]}"#,
    ])
    let report = try package.report(.repairs)
    #expect(report.faults == [])
    #expect(report.row("rules")?.hit == 0)
  }

  @Test("Goldens whose answers are gone, too few, too many or untrue are told")
  func faults() throws {
    let text = #"{"text": "{\"a\": 1,}"}"#
    let comma = #"{"repairs": [{"rule": "extraComma"}]}"#
    func faults(_ answers: String?) throws -> [String] {
      let package = try SamplePackage(["Golden/repairs/a.jsonl": "\(text)\n\(text)\n"])
      if let answers { try package.write(answers, to: "Golden/repairs/a.answers.jsonl") }
      let report = try package.report(.repairs)
      #expect(report.passes == report.faults.isEmpty)
      return report.faults
    }
    let command = "typecast repair --jsonl Golden/repairs/a.jsonl > Golden/repairs/a.answers.jsonl"
    #expect(try faults("\(comma)\n\(comma)\n") == [])
    #expect(try faults(nil) == ["Golden/repairs/a.jsonl: it has no answers. Write them, and read them: \(command)"])
    #expect(try faults(comma) == ["Golden/repairs/a.jsonl:2: it has no answer. Write it anew: \(command)"])
    #expect(
      try faults("\(comma)\n\(comma)\n\(comma)")
        == ["Golden/repairs/a.answers.jsonl: it has too many lines. Write it anew: \(command)"])
    #expect(
      try faults("\(comma)\n{\"repairs\": []}") == [
        "Golden/repairs/a.answers.jsonl:2: the rules are extraComma, not none. If that is right: \(command)"
      ])
  }

  @Test("A golden of bytes has what the command prints for its answer")
  func bytes() throws {
    let package = try SamplePackage([
      "Golden/repairs/a.txt": "{\"a\": 1,}\n",
      "Golden/repairs/a.answers.txt":
        "extraComma at /a (byte 7): a comma behind the last part was left out\n{\"a\":1}\n",
    ])
    #expect(try package.report(.repairs).faults == [])
    #expect(try package.report(.repairs).row("rules")?.hit == 1)
    try package.write("{}", to: "Golden/repairs/a.answers.txt")
    #expect(
      try package.report(.repairs).faults == [
        "Golden/repairs/a.answers.txt: it is not what is answered now. If that is right: typecast repair "
          + "Golden/repairs/a.txt > Golden/repairs/a.answers.txt 2>&1"
      ])
  }

  @Test(
    "A line that can't be read is an error with its place",
    arguments: ["{", #"{"schema": {}}"#, #"{"text": "1", "level": "bold"}"#, #"{"text": "1", "schema": {"type": 7}}"#])
  func badLine(line: String) throws {
    let package = try SamplePackage(["Golden/repairs/a.jsonl": "\n\(line)", "Golden/repairs/a.answers.jsonl": "{}"])
    let error = #expect(throws: GateError.self) { try package.report(.repairs) }
    #expect(error?.description.hasPrefix("Golden/repairs/a.jsonl:2:") == true, "\(error?.description ?? "")")
  }
}
