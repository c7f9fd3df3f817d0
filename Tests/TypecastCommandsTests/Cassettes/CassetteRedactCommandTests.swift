import Foundation
import TestSupport
import Testing
import TypecastCassettes
import TypecastJSON

@testable import TypecastCommands

@Suite("typecast cassette redact")
final class CassetteRedactCommandTests {
  private let temporary: TemporaryFolder
  private var folder: String { temporary.path }
  private var path: String { folder + "/a.xml" }

  init() throws {
    temporary = try TemporaryFolder()
  }

  private static let key = "sk-" + "abcdef1234567890abcdef"

  /// A cassette that a person has changed, so that it is not laid out as a new one would be.
  private func write(_ body: String, comment: String = "") throws {
    let text = """
      <cassette version="1" origin="recorded"><note>of a person</note>\(comment)
      <exchange><request method="GET" url="http://h/"/>
      <response status="200" at="0"><chunk at="0" as="text">\(body)</chunk></response></exchange>
      </cassette>
      """
    try text.write(toFile: path, atomically: true, encoding: .utf8)
  }

  private var text: String { get throws { try String(contentsOfFile: path, encoding: .utf8) } }

  private func redact(_ options: String...) async -> ToolRun {
    await ToolRun(["cassette", "redact", path] + options, files: SystemFiles())
  }

  @Test("One without secrets stays as it is, comments and all")
  func nothing() async throws {
    try write("x", comment: "<!-- mine -->")
    let before = try text
    let run = await redact()
    #expect(run.status == 0 && run.output.isEmpty && run.error.isEmpty)
    #expect(try text == before)
    #expect(await redact("--json").output == #"{"path":"\#(path)","written":false}"# + "\n")
  }

  @Test("Where a secret is taken out, notes stay, and it is said that comments are gone")
  func comments() async throws {
    try write(Self.key, comment: "<!-- mine -->")
    let run = await redact()
    #expect(run.status == 0 && run.output == "\(path): written\n")
    #expect(run.error == "\(path): warning: its comments are gone; what is to stay has to be a <note>\n")
    #expect(try Cassette(path: path).note == "of a person")
    #expect(try !text.contains(Self.key))
    try write(Self.key)
    #expect(await redact().error.isEmpty)
  }

  @Test("A secret in a comment is taken out with it")
  func secretInComment() async throws {
    try write("x", comment: "<!-- \(Self.key) -->")
    #expect(await redact().output == "\(path): written\n")
    #expect(try !text.contains(Self.key))
  }

  @Test("One that can't be read is told, and keeps no other from being gone over")
  func broken() async throws {
    try write(Self.key)
    try FileManager.default.copyItem(atPath: path, toPath: folder + "/z.xml")
    try text.replacing("</cassette>", with: "").write(toFile: path, atomically: true, encoding: .utf8)
    let run = await ToolRun(["cassette", "redact", folder], files: SystemFiles())
    #expect(run.status == 2 && run.output == "\(folder)/z.xml: written\n")
    #expect(run.error.contains("\(path):") && run.error.contains("Mend it by hand"), "\(run.error)")
  }

  @Test("Standard input can't be written, and nothing is before that is said")
  func standardInput() async throws {
    try write(Self.key)
    let before = try text
    let run = await redact("-")
    #expect(run.status == 2 && run.error.contains("Standard input can't be the cassette"), "\(run.error)")
    #expect(try text == before)
  }

  @Test("A variable whose value is a word is told, as it is not looked for")
  func words() async throws {
    try write("x")
    var variables = ProcessInfo.processInfo.environment
    variables["OPENAI_API_KEY"] = "dummy-key"
    let run = try await ProgramRun(
      try BuiltTool.url.path, ["cassette", "redact", path], variables: variables, seconds: 600)
    #expect(run.error.contains("the value of OPENAI_API_KEY is a word without digits"), "\(run.error)")
  }
}
