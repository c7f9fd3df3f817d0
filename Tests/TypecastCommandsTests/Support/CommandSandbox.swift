import Foundation
import LoopbackServer
import TestSupport
import Typecast
import TypecastCassettes

@testable import TypecastCommands

/// A folder with the files that the examples of help name, and a server that answers as Ollama does.
final class CommandSandbox: Sendable {
  let folder: String
  let server: LoopbackServer

  init() throws {
    let root = FileManager.default.temporaryDirectory.appendingPathComponent("typecast-\(UUID().uuidString)")
    folder = root.path + "/here"
    server = try LoopbackServer { request in
      switch request.path {
      case "/api/chat": [.answer(Self.answer)]
      case "/api/tags": [.answer(#"{"models": [{"name": "llama3.2", "size": 5}]}"#)]
      case "/v1/models": [.answer(#"{"data": [{"id": "tiny", "context_window": 5}]}"#)]
      default: [.answer("nothing", status: "404 Not Found")]
      }
    }
    for name in [
      "here/schemas", "here/Schemas", "here/Golden/cassettes/gemini", "here/Tests", "before", "billing", "home/.zfunc",
    ] {
      try FileManager.default.createDirectory(
        at: root.appendingPathComponent(name), withIntermediateDirectories: true)
    }
    for (name, text) in Self.files { try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name)")) }
    let quota = "Golden/cassettes/gemini/quota-day.xml"
    try Data(PackageRoot.bytes(of: quota)).write(to: URL(fileURLWithPath: "\(folder)/\(quota)"))
    for (name, body) in [("old.xml", #"{"a":1}"#), ("new.xml", #"{"a":"b"}"#), ("chat.xml", "x")] {
      let exchange = Exchange(
        date: RecordingDate("2020-01-02T03:04:05Z"),
        RecordedRequest("POST", "http://127.0.0.1/x", body: Array("q".utf8)),
        .response(RecordedResponse(200, chunks: [RecordedResponse.Chunk(Array(body.utf8))])))
      try CassetteFile.save(Cassette(.recorded, [exchange]), to: "\(folder)/\(name)")
    }
    try FileManager.default.copyItem(atPath: folder + "/Golden", toPath: root.path + "/before/Golden")
    try FileManager.default.copyItem(atPath: folder + "/old.xml", toPath: folder + "/Golden/cassettes/old.xml")
    try CassetteFile.save(Cassette(.recorded, []), to: "\(folder)/empty.xml")
  }

  deinit {
    server.stop()
    try? FileManager.default.removeItem(at: URL(fileURLWithPath: folder).deletingLastPathComponent())
  }

  private static let answer =
    #"{"model":"m","message":{"role":"assistant","content":"{\"number\":\"7\"}"},"done":true,"done_reason":"stop"}"#

  private static let schema = """
    {"title": "An invoice", "type": "object", "properties": {"number": {"type": "string", "maxLength": 9}}, \
    "required": ["number"], "additionalProperties": false}
    """

  private static let files: [(name: String, text: String)] = [
    ("invoice.schema.json", schema), ("Schemas/Invoice.schema.json", schema),
    ("Schemas/Invoice.extract.prompt.md", "# user\n\nRead this: {{text}}\n"),
    ("invoice.json", #"{"number": "7"}"#), ("wrong.json", #"{"nmber": 7}"#),
    ("bad.schema.json", #"{"type": "objekt"}"#),
    ("order.json", #"{"$ref": "https://example.com/schemas/number.json"}"#), ("schemas/number.json", "{}"),
    ("mail.txt", "Invoice 7"), ("answer.txt", "Sure: {number: '7'}"),
    ("answers.jsonl", #"{"text": "{number: '7'}"}"#),
    ("page.har", #"{"log": {"entries": []}}"#),
    ("cassette.yaml", "http_interactions: []\nrecorded_with: VCR 6.0.0\n"),
    (
      "exchanges.jsonl",
      """
      {"id":"a","method":"GET","url":"http://127.0.0.1/","request_headers":[],"request_body":null,"status":200,\
      "response_headers":[],"response_body":"{}"}

      """
    ),
    ("Package.swift", "// swift-tools-version: 6.2\n"), ("Tests/coverage.json", #"{"repairs": 1}"#),
  ]

  /// A command line of each command that does its work; the words that name the command are the key.
  ///
  /// A path of `empty.xml` keeps `replay` from waiting for somebody.
  static let commandLines: [String: [String]] = [
    "validate": ["--schema", "invoice.schema.json", "wrong.json"],
    "lint": ["bad.schema.json"],
    "compile": ["--schemas", "Schemas", "--output", "Shapes"],
    "prompt": ["Invoice.extract", "--schemas", "Schemas", "--input", "text=x"],
    "init": ["../billing"],
    "project": ["--dialect", "openai-strict", "invoice.schema.json"],
    "check": ["--dialect", "openai-strict", "Schemas"],
    "repair": ["--schema", "invoice.schema.json", "answer.txt"],
    "cast": ["--model", "script:answers.jsonl", "invoice.schema.json", "mail.txt"],
    "record": ["--model", "script:answers.jsonl", "recorded.xml", "invoice.schema.json", "mail.txt"],
    "replay": ["--listen", "127.0.0.1:0", "--once", "empty.xml"],
    "chat": ["--model", "script:answers.jsonl"],
    "models": ["--provider", "compatible", "--base-url", "BASE"],
    "classify": ["--jsonl", "answers.jsonl"],
    "cassette list": ["old.xml"],
    "cassette show": ["old.xml"],
    "cassette check": ["wrong.json"],
    "cassette redact": ["old.xml"],
    "cassette diff": ["old.xml", "new.xml"],
    "cassette age": ["old.xml"],
    "cassette orphans": ["--package", "."],
    "cassette grammar": [],
    "cassette import": ["--from", "jsonl", "--out", "imported", "exchanges.jsonl"],
    "cassette export": ["--to", "jsonl", "old.xml"],
    "gates": ["--package", "."],
    "completions": ["bash"],
    "help": ["cassette"],
  ]

  /// The words of a command line, with the address of the server.
  func words(_ path: [String]) -> [String] {
    let words = Self.commandLines[path.joined(separator: " ")] ?? []
    return path + words.map { $0 == "BASE" ? server.url("/v1") : $0 }
  }

  /// Runs the built tool in the folder, by a line for a shell in which `typecast` is the tool.
  func shell(_ line: String, variables: [String: String] = [:], seconds: Double = 20) async throws -> ProgramRun {
    let tool = try BuiltTool.url
    let home = URL(fileURLWithPath: folder).deletingLastPathComponent().appendingPathComponent("home").path
    let usual = [
      "PATH": tool.deletingLastPathComponent().path + ":/usr/bin:/bin", "HOME": home, "LLVM_PROFILE_FILE": "/dev/null",
      "OLLAMA_HOST": server.url(""),
    ]
    return try await ProgramRun(
      "/bin/bash", ["-c", line], folder: folder, variables: usual.merging(variables) { $1 }, seconds: seconds)
  }
}
