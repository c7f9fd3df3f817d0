import Foundation
import TestSupport
import Testing
import Typecast
import TypecastCassettes
import TypecastGates
import TypecastJSON
import TypecastSchema

@Suite("The gate of schemas")
struct SchemaGateTests {
  private static let schema = #"""
    {"type": "object", "properties": {"kind": {"enum": ["a", "b"]}, "note": {"type": "string", "minLength": 2}},
     "required": ["kind"], "additionalProperties": false}
    """#

  @Test("What our own schemas allow and forbid is exercised by our goldens")
  func ours() throws {
    let report = try #require(try Gates.reports(package: PackageRoot.path, [.schemas]).first)
    #expect(report.faults == [])
    #expect(report.passes, "\(report.table)")
    let schemas = PackageRoot.files(below: "Schemas", suffix: ".schema.json")
    #expect(report.rows.map { "Schemas/\($0.name).schema.json" }.sorted() == schemas.sorted())
    #expect(report.rows.allSatisfy { ($0.threshold ?? 0) >= 99 && $0.counted > 5 })
  }

  @Test("Goldens of values exercise their schema")
  func values() throws {
    let package = try SamplePackage([
      "Schemas/Thing.schema.json": Self.schema,
      "Golden/values/Thing/one.json": #"{"kind": "a"}"#,
      "Golden/values/Thing/invalid-note.json": #"{"kind": "b", "note": "x"}"#,
    ])
    let report = try package.report(.schemas)
    #expect(report.faults == [])
    #expect(report.row("Thing")?.counted == 10)
    #expect(
      report.row("Thing")?.missing.map { "\($0.name) \($0.needs)" } == [
        "/type rejects a value", "/required rejects a value", "/properties/note is there",
        "/additionalProperties rejects a value", "/properties/kind/enum/1 the value \"b\"",
        "/properties/kind/enum rejects a value", "/properties/note/type rejects a value",
      ])
    #expect(
      report.row("Thing")?.missing[0].command
        == "typecast validate --schema Schemas/Thing.schema.json Golden/values/Thing/NAME.json")
  }

  @Test("Where a schema falls short, the commands write values that are found to do what is missing")
  func commands() throws {
    let package = try SamplePackage([
      "Schemas/Thing.schema.json": Self.schema, "Schemas/typecast.json": #"{"coverage": {"Thing": 100}}"#,
      "Golden/values/Thing/valid-1.json": #"{"kind": "a"}"#,
    ])
    let first = try package.report(.schemas)
    #expect(!first.passes)
    #expect(try package.report(.schemas) == first, "the same every time")
    for missing in first.row("Thing")?.missing ?? [] {
      let words = missing.command.split(separator: "'", omittingEmptySubsequences: false)
      #expect(words.count == 5, "\(missing.command)")
      let target = String(words[4].dropFirst(3))
      #expect(target != "Golden/values/Thing/valid-1.json")
      try package.write(String(words[3]), to: target)
    }
    let second = try package.report(.schemas)
    #expect(second.faults == [])
    #expect(second.passes, "\(second.table)")
  }

  @Test("A golden that is not what it is called is told")
  func untrue() throws {
    let package = try SamplePackage([
      "Schemas/Thing.schema.json": Self.schema,
      "Golden/values/Thing/one.json": #"{"kind": "zebra"}"#,
      "Golden/values/Thing/invalid-two.json": #"{"kind": "a"}"#,
      "Golden/values/Thnig/three.json": #"{"kind": "a"}"#,
    ])
    let report = try package.report(.schemas)
    #expect(!report.passes)
    #expect(
      report.faults == [
        "Golden/values/Thnig/three.json: there is no schema 'Thnig'; did you mean 'Thing'?",
        "Golden/values/Thing/invalid-two.json: it is valid. Make it invalid, or call it otherwise: invalid-… is what "
          + "is not valid.",
        "Golden/values/Thing/one.json:1:10: expected one of \"a\", \"b\", found \"zebra\"",
        "Golden/values/Thing/one.json: it is not valid. Mend it, or call it invalid-one.json.",
      ])
  }

  @Test("Schemas refer to each other, and are read as their folder says")
  func folders() throws {
    let package = try SamplePackage([
      "Schemas/parts/Day.schema.json": #"{"type": "string", "format": "date"}"#,
      "Schemas/Thing.schema.json": #"{"properties": {"day": {"$ref": "parts/Day.schema.json"}}}"#,
      "Golden/values/Thing/invalid-day.json": #"{"day": "soon"}"#,
      "Golden/values/parts/Day/day.json": #""2026-11-27""#,
      "Sources/App/Schemas/Plain.schema.json": #"{"format": "date"}"#,
      "Sources/App/Schemas/typecast.json": #"{"formats": "plain", "draft": "2019-09"}"#,
      "Sources/Other/Deep.schema.json": #"{"type": "null"}"#,
    ])
    let report = try package.report(.schemas)
    #expect(report.faults == [])
    #expect(
      report.rows.map { "\($0.name) \($0.hit) of \($0.counted)" } == [
        "Thing 1 of 3", "parts/Day 0 of 2", "Sources/App/Schemas/Plain 0 of 0", "Sources/Other/Deep 0 of 1",
      ])
    #expect(
      report.missing(in: "Thing") == ["/properties/day", "Schemas/parts/Day.schema.json#/type"])
  }

  @Test("A threshold for a schema that is not there, and one that is none, are errors with their place")
  func badThresholds() throws {
    for (coverage, reason) in [
      (#"{"Thnig": 80}"#, "there is no schema \"Thnig\" in Schemas; did you mean \"Thing\"?"),
      (#"{"Thing": 101}"#, "a threshold is an integer from 0 to 100, in percent."),
      (#"{"Thing": "all"}"#, "a threshold is an integer from 0 to 100, in percent."),
    ] {
      let package = try SamplePackage([
        "Schemas/Thing.schema.json": Self.schema, "Schemas/typecast.json": #"{"coverage": \#(coverage)}"#,
      ])
      let error = #expect(throws: GateError.self) { try package.report(.schemas) }
      #expect(error?.description == "Schemas/typecast.json:1:15: error: \(reason)")
    }
  }

  @Test(
    "A config whose thresholds would be overlooked is an error with its place",
    arguments: [
      (#"{"coverage": 90}"#, "1:14"), (#"{"coverage": [90]}"#, "1:14"), (#"{"coverage": "x"}"#, "1:14"),
      (#"{"coverage": null}"#, "1:14"), (#"{"coverag": {"Thing": 90}}"#, "1:2"), ("[]", "1:1"),
    ])
  func overlooked(config: String, place: String) throws {
    let package = try SamplePackage(["Schemas/Thing.schema.json": Self.schema, "Schemas/typecast.json": config])
    let error = #expect(throws: GateError.self) { try package.report(.schemas) }
    let text = error?.description ?? ""
    #expect(text.hasPrefix("Schemas/typecast.json:\(place): error:"), "\(text)")
  }

  @Test("A linked folder of goldens is named, and not passed over")
  func linkedFolder() throws {
    let package = try SamplePackage(["Schemas/Thing.schema.json": Self.schema, "Elsewhere/one.xml": "x"])
    try FileManager.default.createDirectory(atPath: package.path + "/Golden", withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: package.path + "/Golden/cassettes", withDestinationPath: package.path + "/Elsewhere")
    let error = #expect(throws: GateError.self) { try Gates.unclaimedFiles(package: package.path) }
    #expect(error?.description.hasPrefix("Golden/cassettes: a link to a folder") == true)
  }

  @Test("A bad schema and a golden that is no JSON are errors with their place")
  func unreadable() throws {
    let bad = try SamplePackage(["Schemas/Thing.schema.json": #"{"type": 7}"#])
    let error = #expect(throws: GateError.self) { try bad.report(.schemas) }
    #expect(error?.description.hasPrefix("Schemas/Thing.schema.json:1:10: error:") == true)
    let noJSON = try SamplePackage([
      "Schemas/Thing.schema.json": Self.schema, "Golden/values/Thing/one.json": "{",
    ])
    let other = #expect(throws: GateError.self) { try noJSON.report(.schemas) }
    #expect(other?.description.hasPrefix("Golden/values/Thing/one.json:1:2: error:") == true)
  }

  // MARK: Replies

  private func projected(_ dialect: Dialect) throws -> String {
    JSONWriter().string(of: try CompiledSchema(parsing: Self.schema).projection(to: dialect).schema)
  }

  /// What is exercised by one exchange.
  private func hits(_ exchange: Exchange) throws -> Set<String> {
    let package = try SamplePackage(["Schemas/Thing.schema.json": Self.schema])
    let all = try package.report(.schemas).row("Thing")?.missing.map { "\($0.name) \($0.needs)" } ?? []
    try package.record(exchange, to: "a")
    let report = try package.report(.schemas)
    #expect(report.faults == [])
    let left = report.row("Thing")?.missing.map { "\($0.name) \($0.needs)" } ?? []
    return Set(all).subtracting(left)
  }

  private static let valid: Set<String> = ["/properties/kind is there", "/properties/kind/enum/0 the value \"a\""]

  @Test("Replies exercise the schema that their request sends, whatever the provider")
  func replies() throws {
    let answer = #""{\"kind\": \"a\"}""#
    let chat = #"{"choices": [{"message": {"content": \#(answer)}, "finish_reason": "stop"}]}"#
    let named = #"{"response_format": {"json_schema": {"name": "Thing", "schema": {"type": "object"}}}}"#
    #expect(try hits(exchange("https://api.openai.com/v1/chat/completions", asking: named, 200, chat)) == Self.valid)
    let ollama = #"{"format": \#(try projected(.ollama))}"#
    let line = #"{"message": {"content": \#(answer)}, "done": true, "done_reason": "stop"}"#
    #expect(try hits(exchange("http://127.0.0.1:11434/api/chat", asking: ollama, 200, line)) == Self.valid)
    let gemini = #"{"generationConfig": {"responseSchema": \#(try projected(.geminiResponseSchema))}}"#
    let candidate = #"{"candidates": [{"content": {"parts": [{"text": \#(answer)}]}, "finishReason": "STOP"}]}"#
    let url = "https://generativelanguage.googleapis.com/v1beta/models/gemini-2.5-flash:generateContent"
    #expect(try hits(exchange(url, asking: gemini, 200, candidate)) == Self.valid)
  }

  @Test("Arguments of tools count for the tool's schema")
  func tools() throws {
    let call = #"{"function": {"name": "Thing", "arguments": "{\"kind\": \"a\"}"}, "id": "1"}"#
    let other = #"{"function": {"name": "find", "arguments": "{\"kind\": \"b\"}"}, "id": "2"}"#
    let body = #"""
      {"choices": [{"message": {"content": "{\"kind\": \"b\"}", "tool_calls": [\#(call), \#(other)]},
       "finish_reason": "tool_calls"}]}
      """#
    let request = #"{"tools": [{"function": {"name": "Thing", "parameters": {}}}, {"function": {"name": "find"}}]}"#
    #expect(
      try hits(exchange("https://api.openai.com/v1/chat/completions", asking: request, 200, body)) == Self.valid)
  }

  @Test("What stands for a missing member is taken out, and what is invalid counts as such and as it is repaired")
  func shapes() throws {
    let url = "https://api.openai.com/v1/chat/completions"
    func ask(_ answer: String, finish: String = "stop") throws -> Set<String> {
      let content = JSONWriter().string(of: .string(answer))
      let body = #"{"choices": [{"message": {"content": \#(content)}, "finish_reason": "\#(finish)"}]}"#
      let request = #"{"response_format": {"json_schema": {"name": "x", "schema": \#(try projected(.openAIStrict))}}}"#
      return try hits(exchange(url, asking: request, 200, body))
    }
    #expect(try ask(#"{"kind": "a", "note": null}"#) == Self.valid)
    #expect(
      try ask(#"{"kind": "A", "note": "yes"}"#)
        == Self.valid.union(["/properties/kind/enum rejects a value", "/properties/note is there"]))
    #expect(try ask("Here: {kind: a}") == Self.valid)
    #expect(try ask(#"{"kind": "a"}"#, finish: "length") == [])
    #expect(try ask("no idea") == [])
  }

  @Test("What asks for another shape, and what is no answer, exercises nothing")
  func others() throws {
    let body = #"{"choices": [{"message": {"content": "{\"kind\": \"a\"}"}, "finish_reason": "stop"}]}"#
    let url = "https://api.openai.com/v1/chat/completions"
    let other = #"{"response_format": {"json_schema": {"name": "Other", "schema": {"type": "string"}}}}"#
    #expect(try hits(exchange(url, asking: other, 200, body)) == [])
    #expect(try hits(exchange(url, asking: "{}", 200, body)) == [])
    let named = #"{"response_format": {"json_schema": {"name": "Thing", "schema": {}}}}"#
    #expect(try hits(exchange(url, asking: named, 500, body)) == [])
  }
}
