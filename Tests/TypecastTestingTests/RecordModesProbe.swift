import Foundation
import Testing
import Typecast
import TypecastModels
import TypecastTesting

/// Where the probe finds what it does.
enum ProbePlace {
  /// The variable with the folder of the package that the probe belongs to.
  static let variable = "RECORD_MODES_PROBE"

  /// Nil where nobody runs it.
  static let folder = ProcessInfo.processInfo.environment[variable]

  /// A file of that package.
  static let file = (folder ?? "/") + "/Test.swift"

  /// What is asked, a line each: a question, and where it counts the answer to it.
  static var lines: [String] {
    get throws {
      guard let folder else { return [] }
      return try String(contentsOfFile: folder + "/questions", encoding: .utf8).split(separator: "\n").map(String.init)
    }
  }

  /// Asks a question of a line. An answer that is not the one it wants is an issue.
  static func answer(to line: String) async throws -> String {
    let words = line.split(separator: " ")
    let reply = try? await RemoteModel("ollama:m").reply(to: ModelRequest([Message(.user, String(words[0]))]))
    let answer = reply?.text ?? "none"
    if words.count > 1, words[1] != answer { Issue.record("\(words[0]) is \(answer)") }
    return "\(words[0]) \(answer)\n"
  }
}

/// A test with a cassette that ``RecordModesTests`` runs in processes of its own, and nobody else.
@Suite(.enabled(if: ProbePlace.folder != nil, "RecordModesTests runs it."))
struct RecordModesProbe {
  /// Asks each question, and appends the answers to a file.
  @Test(.cassette("probe", filePath: ProbePlace.file))
  func probe() async throws {
    let path = try #require(ProbePlace.folder) + "/answers"
    var answers = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    for line in try ProbePlace.lines { answers += try await ProbePlace.answer(to: line) }
    try answers.write(toFile: path, atomically: true, encoding: .utf8)
  }
}

/// Cases that share a cassette, at once: each asks what all of them ask, and a question of its own.
@Suite(.enabled(if: ProbePlace.folder != nil, "RecordModesTests runs it."))
struct SharedCassetteProbe {
  @Test(.cassette("probe", allowsUnused: true, filePath: ProbePlace.file), arguments: try ProbePlace.lines)
  func probe(line: String) async throws {
    for line in ["all", line] { _ = try await ProbePlace.answer(to: line) }
  }
}
