import Foundation
import TestSupport
import Testing
import TypecastCassettes
import TypecastJSON

@testable import TypecastCommands

@Suite("typecast cassette export")
final class CassetteExportCommandTests {
  private let temporary: TemporaryFolder
  private var folder: String { temporary.path }

  init() throws {
    temporary = try TemporaryFolder()
  }

  private static let exchanges: [Exchange] = [
    Exchange(
      id: "text",
      RecordedRequest("POST", "http://h/é", headers: [RecordedHeader("Host", "h")], body: Array("{\"a\": 1}".utf8)),
      .response(
        RecordedResponse(
          200, headers: [RecordedHeader("transfer-encoding", "chunked")], at: .milliseconds(1),
          chunks: [
            RecordedResponse.Chunk(Array("a\r\n".utf8), at: .milliseconds(2)),
            RecordedResponse.Chunk(Array("é\u{2028}".utf8), at: .milliseconds(3)),
          ]))),
    Exchange(
      id: "bytes", RecordedRequest("POST", "http://h/", body: [0xFF, 0]),
      .response(
        RecordedResponse(
          200, chunks: [RecordedResponse.Chunk([0xC3], at: .milliseconds(2)), RecordedResponse.Chunk([0xA9])]))),
  ]

  private func save(_ name: String, _ exchanges: [Exchange]) throws -> String {
    let path = "\(folder)/\(name).xml"
    try CassetteFile.save(Cassette(.recorded, note: "it", exchanges), to: path)
    return path
  }

  @Test("What is exported is imported again, file for file", arguments: ["har", "jsonl"])
  func again(format: String) async throws {
    let paths = try Self.exchanges.map { try save($0.id ?? "", [$0]) }
    let run = await ToolRun(["cassette", "export", "--to", format] + paths, files: SystemFiles())
    #expect(run.status == 0 && run.error.isEmpty)
    let back = await ToolRun(
      ["cassette", "import", "--from", format, "-", "--out", folder + "/back/"], input: run.output, files: SystemFiles()
    )
    #expect(back.status == 0 && back.output == "\(folder)/back/text.xml\n\(folder)/back/bytes.xml\n", "\(back.error)")
    for path in paths {
      let name = path.dropFirst(folder.count)
      #expect(
        try Data(contentsOf: URL(fileURLWithPath: path))
          == Data(contentsOf: URL(fileURLWithPath: folder + "/back" + name)))
    }
  }

  @Test("All exchanges of all cassettes come in their order, those of standard input too")
  func order() async throws {
    let (one, two) = (try save("one", Self.exchanges), try save("two", [Self.exchanges[0]]))
    let input = try String(contentsOfFile: two, encoding: .utf8)
    let lines = await ToolRun(["cassette", "export", "--to", "jsonl", one, "-"], input: input, files: SystemFiles())
      .output
    let ids = try lines.split(separator: "\n").map { try JSONValue(parsing: String($0))["id"] }
    #expect(ids == ["text", "bytes", "text"])
    let archive = await ToolRun(["cassette", "export", "--to", "har", one, two], files: SystemFiles()).output
    #expect(try JSONValue(parsing: archive)["log"]?["entries"]?.array?.count == 3)
    let empty = await ToolRun(["cassette", "export", "--to", "har", try save("none", [])], files: SystemFiles()).output
    #expect(try JSONValue(parsing: empty)["log"]?["entries"] == [])
  }

  @Test("A cassette that can't be read is named, with its line")
  func unreadable() async throws {
    let run = await ToolRun(["cassette", "export", "--to", "jsonl", folder + "/no.xml"], files: SystemFiles())
    #expect(run.status == 2 && run.error.contains("no.xml: can't be read"), "\(run.error)")
    let broken = await ToolRun(
      ["cassette", "export", "--to", "jsonl", "-"], input: "<cassette>\n</cassette>\n", files: SystemFiles())
    #expect(broken.status == 2 && broken.error.contains("<stdin>:"), "\(broken.error)")
  }

  @Test("Nothing is printed where one of several can't be read to its end", arguments: ["har", "jsonl"])
  func half(format: String) async throws {
    let one = try save("one", Self.exchanges)
    let broken = folder + "/broken.xml"
    try (String(contentsOfFile: one, encoding: .utf8).replacing("</cassette>", with: ""))
      .write(toFile: broken, atomically: true, encoding: .utf8)
    for bad in [folder + "/no.xml", broken] {
      let run = await ToolRun(["cassette", "export", "--to", format, one, bad], files: SystemFiles())
      #expect(run.status == 2 && run.output.isEmpty && run.error.contains(bad), "\(run.error)")
    }
    let twice = await ToolRun(["cassette", "export", "--to", format, "-", one, "-"], files: SystemFiles())
    #expect(twice.status == 2 && twice.error.contains("only once"), "\(twice.error)")
  }
}
