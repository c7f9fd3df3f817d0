import Foundation
import TestSupport
import Testing
import TypecastCompiler

@testable import TypecastCommands

@Suite("Documents for people and programs are made from the table")
struct DocumentationTests {
  @Test("The page on the command line is what the table says")
  func markdown() {
    Golden.expect(MarkdownHelp.render(CommandTable.root), equals: "Documentation/cli.md")
  }

  @Test("The published schema of typecast.json is the one that configs are held to, and that help prints")
  func config() async {
    Golden.expect(CompilerConfig.schemaText + "\n", equals: "Documentation/typecast.schema.json")
    let run = await ToolRun(["help", "--config"])
    #expect((run.status, run.output) == (0, CompilerConfig.schemaText + "\n"))
    let named = CompilerConfig.read(
      Array(#"{"$schema": "./typecast.schema.json", "access": "internal"}"#.utf8), name: "c")
    #expect(named.diagnostics.isEmpty && named.config.options.access == .internal)
  }

  @Test("The lines for Package.swift in README are those that init prints")
  func manifest() async throws {
    let readme = String(decoding: try PackageRoot.bytes(of: "README.md"), as: UTF8.self)
    let printed = await ToolRun(["init"]).output.split(separator: "\n").filter { $0.hasPrefix("  ") }.dropLast()
    #expect(printed.count == 8)
    let known = Set(readme.split(separator: "\n").map { $0.drop { $0 == " " } })
    for line in printed { #expect(known.contains(line.drop { $0 == " " }), "\(line)") }
  }

  @Test("A table cell keeps characters that Markdown would take for its own")
  func escaping() {
    let command = Command(
      "x", abstract: "A <b> | `c` *d*.", exitCodes: [ExitCode(.success, "a|b")], examples: [],
      body: { _, _ in .success })
    let text = MarkdownHelp.render(command)
    #expect(text.contains(#"A \<b\> \| \`c\` \*d\*."#))
    #expect(text.contains(#"| `0` | a\|b |"#))
  }

  @Test("The JSON help holds every command with its options")
  func json() async throws {
    let run = await ToolRun(["help", "--json"])
    #expect(run.output.hasSuffix("}\n") && run.output.count(where: \.isNewline) == 1)
    let root = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let commands = try #require(root["commands"] as? [[String: Any]])
    #expect(commands.compactMap { $0["name"] as? String } == CommandTable.root.subcommands.map(\.name))
    let validate = try #require(commands.first)
    let options = try #require(validate["options"] as? [[String: Any]])
    let draft = try #require(options.first { $0["name"] as? String == "--draft" })
    #expect(draft["choices"] as? [String] == ["4", "6", "7", "2019-09", "2020-12"])
    #expect(draft["kind"] as? String == "choice")
    #expect(options.first { $0["name"] as? String == "--schema" }?["requiredUnless"] as? String == "--jsonl")
  }

  @Test("The JSON help of one command holds that one")
  func oneCommand() async throws {
    let run = await ToolRun(["help", "lint", "--json"])
    let command = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    #expect(command["name"] as? String == "lint")
  }
}
