import Foundation
import TypecastCompiler
import TypecastJSON
import TypecastSchema

/// A package that is made to run cases of a suite through generated code.
struct SuitePackage {
  let folder: String

  /// The folder of the package that is tested.
  let package: String
  let data: String

  private struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  func write(suites: [String]) throws {
    let sources = folder + "/Sources/GeneratedSuite"
    try? FileManager.default.removeItem(atPath: sources)
    try FileManager.default.createDirectory(atPath: sources, withIntermediateDirectories: true)
    let library = try remotes()
    var cases: [String] = []
    var branches: [String] = []
    var refusals: [String] = []
    for suite in suites {
      let tests = data + "/json-schema-test-suite/tests/" + suite
      let files = try FileManager.default.contentsOfDirectory(atPath: tests).filter { $0.hasSuffix(".json") }.sorted()
      guard !files.isEmpty else { throw Failure(description: "\(tests) holds no cases") }
      for file in files {
        let document = try JSONDocument([UInt8](Data(contentsOf: URL(fileURLWithPath: tests + "/" + file))))
        for (number, group) in document.root.elements.enumerated() {
          let label = "\(suite)/\(file) | \(group["description"]?.string ?? "")"
          let name = "G\(branches.count + refusals.count)"
          guard let schema = group["schema"] else { throw Failure(description: "\(label) has no schema") }
          let options = CompilerOptions(
            numbers: .exact, formats: .plain, draft: suite.hasPrefix("draft7") ? .draft7 : .draft2020)
          let compilation = SchemaCompilation(
            [.init(path: name + ".schema.json", name: name, bytes: JSONWriter().bytes(of: schema.value))],
            library: library, options: options, module: "GeneratedSuite")
          let tests = group["tests"].map { Array($0.elements) } ?? []
          guard let source = compilation.sources.first else {
            refusals.append(name)
            for test in tests {
              let test = test["description"]?.string ?? ""
              print(
                "refused\t\(label) | \(test)\t\(compilation.diagnostics.map(\.description).joined(separator: " / "))")
            }
            continue
          }
          try source.write(toFile: sources + "/\(name).swift", atomically: false, encoding: .utf8)
          branches.append("  case \(branches.count): try GeneratedSuite::\(name)(json: text).json")
          for test in tests {
            var line = JSONObject()
            line["group"] = .number(JSONNumber(branches.count - 1))
            line["name"] = .string("\(label) | \(test["description"]?.string ?? "")")
            line["valid"] = .bool(test["valid"]?.bool ?? false)
            line["text"] = .string(test["data"].map { JSONWriter().string(of: $0.value) } ?? "")
            cases.append(JSONWriter().string(of: .object(line)))
          }
          _ = number
        }
      }
    }
    try (cases.joined(separator: "\n") + "\n").write(
      toFile: folder + "/cases.jsonl", atomically: false, encoding: .utf8)
    try """
    // Reads a text by the type of a group, and writes it again.
    func roundTrip(_ group: Swift::Int, _ text: Swift::String) throws -> Swift::String {
      switch group {
    \(branches.joined(separator: "\n"))
      default: fatalError("there is no such group")
      }
    }

    """.write(toFile: sources + "/roundTrip.swift", atomically: false, encoding: .utf8)
    try FileManager.default.copyItem(
      atPath: package + "/Tests/Generated/runCases.swift.txt", toPath: sources + "/main.swift")
    try """
    // swift-tools-version: 6.2
    import PackageDescription

    let package = Package(
      name: "generated-suite",
      dependencies: [.package(path: "\(package)")],
      targets: [
        .executableTarget(
          name: "GeneratedSuite",
          dependencies: [.product(name: "Typecast", package: "\(package.split(separator: "/").last ?? "")")])
      ],
      swiftLanguageModes: [.v6]
    )

    """.write(toFile: folder + "/Package.swift", atomically: false, encoding: .utf8)
    print("\(branches.count) groups compiled, \(refusals.count) refused, \(cases.count) cases")
  }

  private func remotes() throws -> SchemaLibrary {
    let root = data + "/json-schema-test-suite/remotes"
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
