import Foundation
import TestSupport
import Testing
import TypecastJSON

@testable import TypecastCommands

/// What pages show beside Swift: commands, JSON, links.
@Suite("README and the pages say what is so")
struct PagesTests {
  private static let pages =
    ["README.md", "CONTRIBUTING.md", "Benchmarks/README.md"]
    + PackageRoot.files(below: "Documentation", suffix: ".md").filter { $0 != "Documentation/cli.md" }

  private struct Block {
    let language: Substring
    let line: Int
    var lines: [Substring] = []
  }

  private static func blocks(of page: String) throws -> [Block] {
    var blocks: [Block] = []
    var isOpen = false
    for (index, line) in try PackageRoot.text(of: page).split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      if line.hasPrefix("```") {
        if !isOpen { blocks.append(Block(language: line.dropFirst(3), line: index + 2)) }
        isOpen.toggle()
      } else if isOpen {
        blocks[blocks.count - 1].lines.append(line)
      }
    }
    return blocks
  }

  /// The commands of a line of a shell: what stands before a redirection, a pipe or a comment.
  private static func commands(in line: Substring) -> [[String]] {
    var commands: [[String]] = [[]]
    var (word, quote): (String?, Character?) = (nil, nil)
    var skipsWord = false
    func end() {
      if let done = word, !skipsWord { commands[commands.count - 1].append(done) }
      if word != nil { skipsWord = false }
      word = nil
    }
    for character in line {
      if let open = quote {
        if character == open { quote = nil } else { word?.append(character) }
        continue
      }
      switch character {
      case "'", "\"":
        quote = character
        word = word ?? ""
      case " ", "\t": end()
      case "|", "&", ";":
        end()
        commands.append([])
      case "<", ">":
        if let digits = word, Int(digits) != nil { word = nil }
        end()
        skipsWord = true
      case "#" where word == nil: return commands
      default: word = (word ?? "") + String(character)
      }
    }
    end()
    return commands
  }

  @Test("Each command of a page is one that the tool takes", arguments: pages)
  func commands(page: String) throws {
    for block in try Self.blocks(of: page) where ["sh", "yaml"].contains(block.language) {
      for (offset, line) in block.lines.enumerated() {
        for words in Self.commands(in: line) {
          guard let start = words.firstIndex(of: "typecast"), start == 0 || words[start - 1] == "run" else { continue }
          let arguments = Array(words[(start + 1)...])
          #expect(throws: Never.self, "\(page):\(block.line + offset)") {
            _ = try CommandLineParser(root: CommandTable.root).parse(arguments)
          }
        }
      }
    }
  }

  @Test("The page on schemas shows commands that give values")
  func values() async throws {
    var session = ""
    for block in try Self.blocks(of: "Documentation/schemas.md") where block.language == "sh" {
      for line in block.lines {
        let words = Self.commands(in: line).first?.dropFirst() ?? []
        let arguments = words.map { word in
          ["Golden", "Schemas"].reduce(word) { $0.replacing("\($1)/", with: PackageRoot.path(to: "\($1)/")) }
        }
        let run = await ToolRun(arguments, files: SystemFiles())
        #expect(run.status == 0, "\(line): \(run.error)")
        session += "$ \(line)\n\(run.output)\n"
      }
    }
    Golden.expect(session, equals: "Golden/cli/schemas.txt")
  }

  @Test("The commands are found")
  func found() throws {
    let line = #"A=1 swift run typecast gates --package 'a b' > x 2>&1 && typecast lint Schemas | cat # typecast"#
    #expect(
      Self.commands(in: line[...]).filter { !$0.isEmpty } == [
        ["A=1", "swift", "run", "typecast", "gates", "--package", "a b"], ["typecast", "lint", "Schemas"],
        ["cat"],
      ])
    #expect(try Self.blocks(of: "README.md").count > 10)
  }

  @Test("Each block of JSON is JSON", arguments: pages)
  func json(page: String) throws {
    for block in try Self.blocks(of: page) where block.language == "json" {
      #expect(throws: Never.self, "\(page):\(block.line)") {
        _ = try JSONDocument(block.lines.joined(separator: "\n"))
      }
    }
  }

  @Test("Each link leads to a file, and to a heading of it", arguments: pages)
  func links(page: String) throws {
    let folder = URL(fileURLWithPath: page, relativeTo: URL(fileURLWithPath: "/")).deletingLastPathComponent()
    let text = try PackageRoot.text(of: page)
    for match in text.matches(of: #/\]\(([^)\s]+)\)/#) {
      let parts = match.1.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
      guard !match.1.contains("://") else { continue }
      let target =
        parts[0].isEmpty ? page : String(folder.appendingPathComponent(String(parts[0])).standardized.path.dropFirst())
      #expect(FileManager.default.fileExists(atPath: PackageRoot.path(to: target)), "\(page) links to \(match.1)")
      guard parts.count == 2, target.hasSuffix(".md") else { continue }
      let headings = try PackageRoot.text(of: target).split(separator: "\n").filter { $0.hasPrefix("#") }.map {
        heading in
        String(
          heading.drop { $0 == "#" }.dropFirst().lowercased().filter {
            $0.isLetter || $0.isNumber || " -_".contains($0)
          }
        )
        .replacing(" ", with: "-")
      }
      #expect(headings.contains(String(parts[1])), "\(page) links to \(match.1)")
    }
  }
}
