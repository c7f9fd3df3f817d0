import Foundation
import GeneratedCases
import TypecastCompiler
import TypecastJSON
import TypecastSchema

/// Makes cases of the JSON Schema Test Suite into a program.
struct SuiteProgram {
  /// The folder of the suite.
  private let suite: String
  private let library: SchemaLibrary
  private var program: CaseProgram

  private struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// - Parameter folder: Where the program is written.
  init(suite: String, folder: String) throws {
    self.suite = suite
    library = try Self.remotes(of: suite)
    program = try CaseProgram(folder: folder, prefix: "Suite")
  }

  /// Writes the program.
  mutating func write(_ parts: [SuitePart]) throws {
    for part in parts {
      let (groups, cases) = (program.groupCount, program.caseCount)
      let tests = "\(suite)/tests/\(part.folder)"
      let files = try FileManager.default.contentsOfDirectory(atPath: tests).filter { $0.hasSuffix(".json") }.sorted()
      guard !files.isEmpty else { throw Failure(description: "\(tests) holds no cases") }
      for file in files {
        let document = try JSONDocument([UInt8](Data(contentsOf: URL(fileURLWithPath: tests + "/" + file))))
        for group in document.root.elements { try add(group, of: part, file: file) }
      }
      print("\(part.folder): \(program.groupCount - groups) schemas, \(program.caseCount - cases) cases")
    }
    try program.write()
  }

  /// Adds the cases of one schema, once for each setting that leads to other Swift.
  private mutating func add(_ group: JSONNode, of part: SuitePart, file: String) throws {
    let label = "\(part.folder)/\(file) | \(group["description"]?.string ?? "")"
    guard let schema = group["schema"], let tests = group["tests"] else {
      throw Failure(description: "\(label) lacks its schema or its tests")
    }
    var known: Set<String> = []
    for setting in part.settings {
      let schema = setting.takesStringsAlone ? ofStringsAlone(schema.value) : schema.value
      // The same name for all settings, so that their Swift can be compared.
      let comparable = compile(schema, as: "Same", setting.options, module: "Same")
      guard known.insert(comparable.sources.first ?? "").inserted else { continue }
      let name = "G\(program.groupCount)"
      let source = compile(schema, as: name, setting.options, module: program.module).sources.first
      let number = source.map { program.add($0, type: name) }
      for test in tests.elements {
        guard let data = test["data"]?.value, var isValid = test["valid"]?.bool else {
          throw Failure(description: "\(label) has a test without data or verdict")
        }
        if setting.takesStringsAlone, data.string == nil { isValid = false }
        let name = "\(label) | \(test["description"]?.string ?? "")\(setting.name)"
        if let number {
          try program.addCase(
            of: number, named: name, isValid: isValid, isExact: setting.options.numbers == .exact, data)
        } else {
          let reasons = comparable.diagnostics.map(\.message).joined(separator: " / ")
          try program.addCase(refused: reasons, named: name, data)
        }
      }
    }
  }

  private func compile(
    _ schema: JSONValue, as name: String, _ options: CompilerOptions, module: String
  ) -> SchemaCompilation {
    SchemaCompilation(
      [.init(path: name + ".schema.json", name: name, bytes: JSONWriter().bytes(of: schema))],
      library: library, options: options, module: module)
  }

  /// The schema without the values that are no strings. What stands beside a reference may count for nothing.
  private func ofStringsAlone(_ schema: JSONValue) -> JSONValue {
    guard case .object(var object) = schema, object["$ref"] == nil, object["type"] == nil else { return schema }
    object["type"] = "string"
    return .object(object)
  }

  private static func remotes(of suite: String) throws -> SchemaLibrary {
    let root = suite + "/remotes"
    guard let walk = FileManager.default.enumerator(atPath: root) else {
      throw Failure(description: "\(root) is not there")
    }
    var documents: [SchemaDocument] = []
    while let path = walk.nextObject() as? String {
      guard path.hasSuffix(".json") else { continue }
      let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: root + "/" + path)))
      documents.append(
        SchemaDocument(try JSONDocument(bytes), uri: URIReference("http://localhost:1234/" + path), name: path))
    }
    return SchemaLibrary(documents.sorted { $0.name < $1.name })
  }
}
