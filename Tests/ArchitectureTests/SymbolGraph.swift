import Foundation
import TestSupport
import Testing

/// What the compiler knows of a module's public symbols.
struct SymbolGraph: Decodable {
  struct Symbol: Decodable {
    struct Kind: Decodable { let identifier: String }
    struct Identifier: Decodable { let precise: String }
    struct Comment: Decodable { let lines: [Line] }
    struct Line: Decodable { let text: String }
    struct Location: Decodable { let uri: String, position: Position }
    struct Position: Decodable { let line: Int }

    let kind: Kind
    let identifier: Identifier
    let pathComponents: [String]
    let docComment: Comment?
    /// Nil for what the compiler makes by itself.
    let location: Location?
  }

  struct Relation: Decodable {
    struct Origin: Decodable {}

    let source: String
    /// The requirement of a protocol that the symbol fulfils.
    let sourceOrigin: Origin?
  }

  let symbols: [Symbol]
  let relationships: [Relation]

  /// The types, functions and operators of a module that are part of nothing else.
  var top: [String] {
    symbols.filter { $0.pathComponents.count == 1 && $0.kind.identifier != "swift.extension" }.map(\.pathComponents[0])
  }

  /// The places and names of symbols that say nothing of themselves.
  ///
  /// What fulfils a protocol's requirement is said there. A comment begins with a sentence: a list of parameters alone
  /// does not say what a function is for.
  var undocumented: [String] {
    let fulfilling = Set(relationships.filter { $0.sourceOrigin != nil }.map(\.source))
    return symbols.compactMap { symbol in
      guard let location = symbol.location, symbol.kind.identifier != "swift.extension",
        !fulfilling.contains(symbol.identifier.precise)
      else { return nil }
      let first = symbol.docComment?.lines.first { !$0.text.allSatisfy(\.isWhitespace) }?.text ?? "- "
      guard first.drop(while: \.isWhitespace).hasPrefix("- ") else { return nil }
      let path = location.uri.components(separatedBy: "/Sources/").last ?? location.uri
      return "Sources/\(path):\(location.position.line + 1): \(symbol.pathComponents.joined(separator: "."))"
    }
  }

  /// The graphs of modules, made from what was built beside the tests; one of a module's own symbols and one of its
  /// extensions of each other module.
  static func graphs(of modules: [String]) throws -> [String: [SymbolGraph]] {
    let built = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("symbols-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: PackageRoot.path(to: "Documentation/reference/symbols.sh"))
    process.arguments = [built.appendingPathComponent("Modules").path, folder.path] + modules
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "The symbols of the modules can't be read.")
    var graphs: [String: [SymbolGraph]] = [:]
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      let module = file.prefix { $0 != "." && $0 != "@" }
      let data = try Data(contentsOf: folder.appendingPathComponent(file))
      graphs[String(module), default: []].append(try JSONDecoder().decode(SymbolGraph.self, from: data))
    }
    return graphs
  }
}
