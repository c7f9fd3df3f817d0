import Foundation
package import TypecastJSON

/// A program that is made to run cases through generated code: modules with the types of some schemas, and the cases.
///
/// `Tests/Generated/build.sh` builds it against the library's own modules.
package struct CaseProgram {
  /// So much Swift one module holds about: many small ones cost the compiler more than a few of this size.
  private static let moduleSize = 700_000

  private let folder: String
  private let prefix: String
  private var modules: [Module] = []
  private var cases: FileHandle
  package private(set) var caseCount = 0

  private struct Module {
    let name: String
    var text = ""
    var types: [String] = []
  }

  package var groupCount: Int { modules.reduce(0) { $0 + $1.types.count } }

  /// The name of the module that the next type goes into.
  package var module: String {
    guard let last = modules.last, last.text.utf8.count < Self.moduleSize else { return "\(prefix)\(modules.count)" }
    return last.name
  }

  /// - Parameters:
  ///   - folder: Where the program is written; what it holds from before is replaced.
  ///   - prefix: What the names of the modules begin with.
  package init(folder: String, prefix: String) throws {
    self.folder = folder
    self.prefix = prefix
    try FileManager.default.createDirectory(atPath: folder + "/sources", withIntermediateDirectories: true)
    let path = folder + "/cases.jsonl"
    try Data().write(to: URL(fileURLWithPath: path))
    cases = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
  }

  /// Adds the Swift of a schema, compiled for ``module``.
  ///
  /// - Returns: The number of the group, for the cases.
  package mutating func add(_ source: String, type: String) -> Int {
    let name = module
    if modules.last?.name != name { modules.append(Module(name: name)) }
    let number = groupCount
    let current = modules.count - 1
    let isFirst = modules[current].text.isEmpty
    for line in source.split(separator: "\n", omittingEmptySubsequences: false)
    where isFirst || line != "@_exported public import Typecast" {
      modules[current].text += line + "\n"
    }
    modules[current].types.append(type)
    return number
  }

  /// Adds a text with the verdict that generated code has to come to.
  ///
  /// - Parameter isExact: Whether the types hold all numbers with all their digits.
  package mutating func addCase(
    of group: Int, named name: String, isValid: Bool, isExact: Bool = false, _ value: JSONValue
  ) throws {
    try write([
      "group": .number(JSONNumber(group)), "name": .string(name), "valid": .bool(isValid), "exact": .bool(isExact),
      "text": .string(JSONWriter().string(of: value)),
    ])
  }

  /// Adds a text for which there is no generated code: a difference, whatever its verdict.
  package mutating func addCase(refused reason: String, named name: String, _ value: JSONValue) throws {
    try write([
      "refused": .string(reason), "name": .string(name), "text": .string(JSONWriter().string(of: value)),
    ])
  }

  private mutating func write(_ line: JSONValue) throws {
    try cases.write(contentsOf: Data(JSONWriter().bytes(of: line) + [0x0A]))
    caseCount += 1
  }

  /// Writes the modules. A file that would stay the same is left alone, so that it need not be compiled again.
  package func write() throws {
    try cases.close()
    let sources = folder + "/sources"
    let names = Set(modules.map { $0.name + ".swift" })
    for name in try FileManager.default.contentsOfDirectory(atPath: sources)
    where name.hasSuffix(".swift") && !names.contains(name) {
      try FileManager.default.removeItem(atPath: sources + "/" + name)
    }
    for module in modules { try save(module.text, to: "\(sources)/\(module.name).swift") }
    let types = modules.flatMap { module in module.types.map { "  \(module.name)::\($0).self," } }
    try save(
      """
      import Typecast
      \(modules.map { "import \($0.name)" }.joined(separator: "\n"))

      let groups: [any Typecast::SchemaRoot.Type] = [
      \(types.joined(separator: "\n"))
      ]

      """, to: folder + "/groups.swift")
  }

  private func save(_ text: String, to path: String) throws {
    let data = Data(text.utf8)
    if FileManager.default.contents(atPath: path) == data { return }
    try data.write(to: URL(fileURLWithPath: path))
  }
}
