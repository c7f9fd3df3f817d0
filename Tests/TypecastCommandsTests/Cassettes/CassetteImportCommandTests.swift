import Foundation
import TestSupport
import Testing
import TypecastCassettes

@testable import TypecastCommands

@Suite("typecast cassette import")
final class CassetteImportCommandTests {
  private let temporary: TemporaryFolder
  private var folder: String { temporary.path }
  private var out: String { folder + "/out" }

  init() throws {
    temporary = try TemporaryFolder()
  }

  private func run(_ format: String, _ text: String, named name: String = "in.x") async throws -> ToolRun {
    try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
    return await ToolRun(
      ["cassette", "import", "--from", format, "\(folder)/\(name)", "--out", out], files: SystemFiles())
  }

  /// All files below the test's folder but the input.
  private var files: [String] {
    let all = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return all.filter { $0 != "in.x" && $0 != "out" }.sorted()
  }

  private func line(_ id: String, body: String = #"{"text":"hi"}"#) -> String {
    #"{"id":\#(id),"request":{"method":"GET","path":"/","headers":[["Host","h"]],"body":null},"#
      + #""response":{"status":200,"headers":[],"head_at":0.1,"body":\#(body)},"elapsed":0.2}"# + "\n"
  }

  @Test("Each exchange is written, its path printed, and the same again gives the same")
  func lines() async throws {
    let text = "\u{FEFF}" + line("\"a\"") + "\n  \r\n" + line("\"chat/b\"") + line("\"a\"") + line("7")
    let run = try await run("jsonl", text)
    #expect(run.status == 0)
    #expect(run.output == ["a", "chat%2Fb", "a~2", "7"].map { "\(out)/\($0).xml\n" }.joined())
    #expect(run.error.contains("byte-order mark"))
    let cassette = try Cassette(path: out + "/chat%2Fb.xml")
    #expect(cassette.exchanges.map(\.id) == ["chat/b"] && cassette.exchanges.first?.response?.body == Array("hi".utf8))
    let bytes = try Data(contentsOf: URL(fileURLWithPath: out + "/a~2.xml"))
    #expect(try await self.run("jsonl", text).output == run.output)
    #expect(try Data(contentsOf: URL(fileURLWithPath: out + "/a~2.xml")) == bytes)
  }

  @Test("A secret in an id stands in no name, nor in what is said")
  func secretName() async throws {
    let key = "sk-" + "abcdef1234567890abcdef"
    let run = try await run("jsonl", line("\"a \(key)\"") + line("\"b \(key)\"", body: "7"))
    #expect(run.output == "\(out)/a%20REDACTED.xml\n")
    #expect(run.error.contains("'b REDACTED'") && !run.error.contains(key))
  }

  @Test("Ids lead nowhere outside of the folder")
  func hostileIDs() async throws {
    try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
    // A link that waits where a file will be is replaced, not followed.
    try FileManager.default.createSymbolicLink(atPath: out + "/link.xml", withDestinationPath: folder + "/escaped")
    let ids = [
      "..", ".", "../x", "/../../x", "a/../../x", "..\\x", "a\\u0000b", "", "CON", "link", "\\ud83d\\ude00", "-rf",
      String(repeating: "../", count: 500), String(repeating: "x", count: 5000),
    ]
    let run = try await run("jsonl", ids.map { line("\"\($0)\"".replacing("..\\x", with: "..\\\\x")) }.joined())
    #expect(run.status == 0, "\(run.error)")
    let written = run.output.split(separator: "\n").map(String.init)
    #expect(written.count == ids.count && Set(written).count == ids.count)
    #expect(files.count == ids.count)
    #expect(files.allSatisfy { $0.hasPrefix("out/") && !$0.dropFirst(4).contains("/") }, "\(files)")
    #expect(
      try FileManager.default.attributesOfItem(atPath: out + "/link.xml")[.type] as? FileAttributeType == .typeRegular)
    for path in written { #expect(try Cassette(path: path).exchanges.count == 1) }
    // XML can't hold the NUL; what has no name is called after its place.
    #expect(try Cassette(path: out + "/a%00b.xml").exchanges.first?.id == "a%00b")
    #expect(try Cassette(path: out + "/in-0008.xml").exchanges.first?.id == "in-0008")
  }

  @Test("What is not whole is refused by name, and the others are written")
  func refused() async throws {
    let text =
      line("\"a\"") + line("\"part/1\"", body: #"{"text_head":"x","text_tail":"y"}"#) + "{\n"
      + line("\"\\u001b[31mred\"", body: "7") + line("\"b\"")
    let run = try await run("jsonl", text)
    #expect(run.status == 1)
    #expect(run.output == "\(out)/a.xml\n\(out)/b.xml\n")
    let lines = run.error.split(separator: "\n")
    #expect(lines.count == 4)
    #expect(lines[0].hasPrefix("\(folder)/in.x:2:1: error: exchange 'part/1' is refused: its body is not whole:"))
    #expect(lines[1].hasPrefix("\(folder)/in.x:3:1: error: exchange 3 is refused: column "))
    #expect(lines[2].contains("'\u{FFFD}[31mred'"))
    #expect(lines[3] == "3 of 5 exchanges are refused; the others are written.")
  }

  @Test("What XML can't hold is refused")
  func unwritable() async throws {
    let text = line("\"a\"").replacing(#""path":"/""#, with: #""path":"/\u0001""#) + line("\"b\"")
    let run = try await run("jsonl", text)
    #expect(run.status == 1 && run.output == "\(out)/b.xml\n")
    #expect(run.error.contains("'a' is refused: ") && run.error.contains("character that XML does not have"))
  }

  @Test("Archives and cassettes of VCR are named after their file and place")
  func others() async throws {
    let har =
      #"{"log":{"entries":[{"request":{"method":"GET","url":"http://h/"},"response":{"status":200}},{"request":{}}]}}"#
    let archive = try await run("har", har, named: "page.v1.har")
    #expect(archive.status == 1 && archive.output == "\(out)/page.v1-0001.xml\n")
    #expect(archive.error.contains("page.v1.har:1:1: error: exchange 2 is refused: it has no 'response'."))
    #expect(archive.error.contains("1 of 2 exchanges is refused"))
    let vcr = "interactions:\n- {request: {method: GET, uri: u}, response: {status: {code: 200}}}\n"
    #expect(try await run("vcr", vcr).output == "\(out)/in-0001.xml\n")
    let piped = await ToolRun(
      ["cassette", "import", "--from", "vcr", "-", "--out", out], input: vcr, files: SystemFiles())
    #expect(piped.status == 0 && piped.output == "\(out)/vcr-0001.xml\n")
  }

  @Test("Secrets do not reach the disk")
  func secrets() async throws {
    let text = line("\"a\"").replacing(#"["Host","h"]"#, with: #"["Host","h"],["Authorization","Bearer abc"]"#)
    #expect(try await run("jsonl", text).status == 0)
    let header = try Cassette(path: out + "/a.xml").exchanges.first?.request.headers["authorization"]
    #expect(header == Redaction.placeholder)
  }

  @Test(
    "A file that can't be read, or is something else, ends with 2",
    arguments: [
      ("har", "{}", "in.x:1: is no HAR"), ("vcr", "a: [", "in.x:2: is no YAML"), ("vcr", "a: b", "no cassette of VCR"),
    ])
  func unreadable(format: String, text: String, message: String) async throws {
    let run = try await run(format, text)
    #expect(run.status == 2 && run.output.isEmpty && files.isEmpty)
    #expect(run.error.contains(message) && run.error.contains("--from"), "\(run.error)")
  }

  @Test("Files and folders that are not there, or are in the way")
  func missing() async throws {
    for format in ["jsonl", "har", "vcr"] {
      let run = await ToolRun(
        ["cassette", "import", "--from", format, folder + "/no", "--out", out], files: SystemFiles())
      #expect(run.status == 2 && run.error.contains("can't be read"))
    }
    try Data().write(to: URL(fileURLWithPath: out))
    let run = try await run("jsonl", line("\"a\""))
    #expect(run.status == 2 && run.error.contains("can't be made"), "\(run.error)")
  }

  @Test("Without a format, a folder or a file there is nothing to do")
  func usage() async {
    for arguments in [
      ["a", "--out", "b"], ["a", "--from", "har"], ["--from", "har", "--out", "b"],
      ["a", "--from", "xml", "--out", "b"],
    ] {
      #expect(await ToolRun(["cassette", "import"] + arguments).status == 2)
    }
    let run = await ToolRun(["cassette"])
    #expect(run.status == 2 && run.error.contains("typecast cassette --help"))
    #expect(await ToolRun(["cassette", "imprt"]).error.contains("Did you mean 'import'?"))
  }
}
