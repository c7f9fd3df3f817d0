import Foundation
import Testing

/// The parser of the Swift compiler, which has no part in writing what it reads.
enum SwiftParser {
  /// The syntax trees of some texts with one import each, as the compiler prints them. A text that does not parse fails
  /// the test.
  static func trees(of sources: [String]) throws -> [String] {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "all.swift")
    try Data(sources.joined(separator: "\n").utf8).write(to: file)
    let output = folder.appending(path: "trees")
    try Data().write(to: output)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["swiftc", "-frontend", "-dump-parse", "-module-name", "Module", file.path]
    process.standardOutput = try FileHandle(forWritingTo: output)
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    let complaints = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(String(decoding: complaints.prefix(2000), as: UTF8.self))")
    let text = String(decoding: try Data(contentsOf: output), as: UTF8.self)
    let trees = text.components(separatedBy: "(import_decl ").dropFirst().map { $0 }
    #expect(trees.count == sources.count)
    return trees
  }

  /// The kinds of the nodes of a tree, each as deep as it stands.
  static func skeleton(of tree: String) -> [String] {
    lines(of: tree).compactMap { line -> String? in
      let indent = line.prefix { $0 == " " }
      let rest = line.dropFirst(indent.count)
      guard rest.first == "(" else { return nil }
      return "\(indent)\(rest.prefix { $0 != " " && $0 != ")" })"
    }
  }

  /// The names that a tree declares.
  static func names(in tree: String) -> [String] {
    lines(of: tree).compactMap { line -> String? in
      let node = line.drop { $0 == " " }
      guard ["(struct_decl", "(enum_decl", "(var_decl", "(enum_element_decl"].contains(node.prefix { $0 != " " }),
        let start = node.firstIndex(of: "\"")
      else { return nil }
      return String(node[node.index(after: start)...].prefix { $0 != "\"" && $0 != "(" })
    }
  }

  private static func lines(of tree: String) -> [Substring] {
    tree.unicodeScalars.split(separator: "\n").map { Substring($0) }
  }
}
