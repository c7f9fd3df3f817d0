import Foundation
import GeneratedCases
import TypecastCompiler
import TypecastJSON
import TypecastSchema

/// Makes cases of the JSON Schema Test Suite into a program.
struct SuiteProgram {
  /// The folder of the suite.
  let suite: String

  private struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// Writes the program; a schema of the suite that is refused is a failure.
  func write(drafts: [String], to folder: String) throws {
    var program = try CaseProgram(folder: folder, prefix: "Suite")
    let library = try remotes()
    var refusals: [String] = []
    for draft in drafts {
      let tests = "\(suite)/tests/\(draft)"
      let files = try FileManager.default.contentsOfDirectory(atPath: tests).filter { $0.hasSuffix(".json") }.sorted()
      guard !files.isEmpty else { throw Failure(description: "\(tests) holds no cases") }
      for file in files {
        let document = try JSONDocument([UInt8](Data(contentsOf: URL(fileURLWithPath: tests + "/" + file))))
        for group in document.root.elements {
          let label = "\(draft)/\(file) | \(group["description"]?.string ?? "")"
          guard let schema = group["schema"], let tests = group["tests"] else {
            throw Failure(description: "\(label) lacks its schema or its tests")
          }
          let name = "G\(program.groupCount + refusals.count)"
          let compilation = SchemaCompilation(
            [.init(path: name + ".schema.json", name: name, bytes: JSONWriter().bytes(of: schema.value))],
            library: library,
            options: CompilerOptions(
              numbers: .exact, formats: .plain, draft: draft.hasPrefix("draft7") ? .draft7 : .draft2020),
            module: program.module)
          guard let source = compilation.sources.first else {
            refusals.append("\(label): \(compilation.diagnostics.map(\.description).joined(separator: " / "))")
            continue
          }
          let number = program.add(source, type: name)
          for test in tests.elements {
            guard let data = test["data"], let isValid = test["valid"]?.bool else {
              throw Failure(description: "\(label) has a test without data or verdict")
            }
            try program.addCase(
              of: number, named: "\(label) | \(test["description"]?.string ?? "")", isValid: isValid, data.value)
          }
        }
      }
    }
    try program.write()
    print("\(program.groupCount) schemas compiled, \(refusals.count) refused, \(program.caseCount) cases")
    if !refusals.isEmpty { throw Failure(description: "refused:\n" + refusals.joined(separator: "\n")) }
  }

  private func remotes() throws -> SchemaLibrary {
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
