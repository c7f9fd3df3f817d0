import Foundation
import TypecastJSON
import TypecastSchema

/// A collection of schemas and values in the shared data folder.
public struct VerdictCollection: Sendable {
  public let name: String

  /// How many schemas and values there are at least.
  public let schemaCount: Int
  public let instanceCount: Int

  /// Hands over all cases, or those of some small files, one by one.
  let read: @Sendable (_ folder: String, _ isSample: Bool, _ body: (VerdictCase) -> Void) throws -> Void

  /// Hands over all cases of the data folder, one by one.
  public func forEachCase(in folder: String, _ body: (VerdictCase) -> Void) throws {
    try read(folder, false, body)
  }

  public static let all = [jsonSchemaBench, schemaStore, quicktype, sourcemeta]
}

// MARK: - jsonschemabench

extension VerdictCollection {
  private static let sampledSets: Set = ["BFCL_sql", "Handwritten", "JME", "MCPspec", "WashingtonPost"]

  static let jsonSchemaBench = VerdictCollection(name: "jsonschemabench", schemaCount: 5479, instanceCount: 17_899) {
    folder, isSample, body in
    for file in try DataFiles.names(in: folder + "/jsonschemabench", suffix: ".jsonl")
    where !isSample || sampledSets.contains(String(file.dropLast(".jsonl".count))) {
      for line in try DataFiles.lines(of: "\(folder)/jsonschemabench/\(file)") {
        let row = try JSONDocument(line).root
        let tests = try row.require("tests").elements.enumerated()
        body(
          VerdictCase(
            name: try row.require("id").text(), schema: SchemaDocument(try row.require("schema").document()),
            library: SchemaLibrary(),
            // The values were judged with formats checked.
            options: CompileOptions(formats: .assert),
            instances: try tests.map { number, test in try test.instance(named: "\(number)", value: "data") }))
      }
    }
  }
}

// MARK: - SchemaStore

extension VerdictCollection {
  static let schemaStore = VerdictCollection(name: "schemastore", schemaCount: 352, instanceCount: 1400) {
    folder, isSample, body in
    let rows = try DataFiles.lines(of: folder + "/schemastore/visible.jsonl").map { try JSONDocument($0).root }
    var library = SchemaLibrary()
    for row in rows {
      let document = try row.require("schema").document()
      // Schemas refer to each other with the ending and without.
      for ending in ["", ".json"] {
        let uri = URIReference("https://json.schemastore.org/\(try row.require("id").text())\(ending)")
        library.documents.append(SchemaDocument(document, uri: uri, name: "schema"))
      }
    }
    for (number, row) in rows.enumerated() where !isSample || number % 8 == 0 {
      // Only where a second validator agrees is the verdict that of the standard.
      let tests = try row.require("tests").elements.filter { $0["python_jsonschema"]?.bool == $0["valid"]?.bool }
      body(
        VerdictCase(
          name: try row.require("id").text(), schema: library.documents[2 * number + 1], library: library,
          options: CompileOptions(defaultDraft: .draft7, formats: .annotate),
          instances: try tests.map { try $0.instance(named: $0.require("file").text(), value: "data") }))
    }
  }
}

// MARK: - quicktype

extension VerdictCollection {
  static let quicktype = VerdictCollection(name: "quicktype", schemaCount: 27, instanceCount: 42) { folder, _, body in
    let place = folder + "/codegen-schemas/quicktype"
    let loader: SchemaLibrary.Loader = { uri in
      let address = uri.withoutFragment.description
      let path = place + "/" + address.dropFirst("file:///".count)
      guard address.hasPrefix("file:///"), FileManager.default.fileExists(atPath: path) else { return nil }
      return SchemaDocument(try JSONDocument(DataFiles.bytes(of: path)), uri: uri)
    }
    let names = try DataFiles.names(in: place, suffix: ".json")
    for file in try DataFiles.names(in: place, suffix: ".schema") {
      let stem = file.dropLast("schema".count)
      let instances = names.filter { $0.hasPrefix(stem) && $0.dropFirst(stem.count).first?.isNumber == true }
      body(
        VerdictCase(
          name: file,
          schema: SchemaDocument(
            try JSONDocument(DataFiles.bytes(of: "\(place)/\(file)")), uri: URIReference("file:///\(file)")),
          library: SchemaLibrary(loader: loader),
          options: CompileOptions(defaultDraft: .draft7, formats: .assert),
          instances: try instances.map { name in
            VerdictCase.Instance(
              name: name, value: try JSONDocument(DataFiles.bytes(of: "\(place)/\(name)")),
              isValid: !name.contains(".fail."))
          }))
    }
  }
}

// MARK: - sourcemeta

extension VerdictCollection {
  static let sourcemeta = VerdictCollection(name: "sourcemeta", schemaCount: 11, instanceCount: 660) {
    folder, isSample, body in
    let place = folder + "/perf/sourcemeta"
    for name in try DataFiles.names(in: place, suffix: "") {
      // The first sixty are known to be valid.
      let lines = try DataFiles.lines(of: "\(place)/\(name)/instances.jsonl").prefix(isSample ? 6 : 60)
      body(
        VerdictCase(
          name: name, schema: SchemaDocument(try JSONDocument(DataFiles.bytes(of: "\(place)/\(name)/schema.json"))),
          library: SchemaLibrary(), options: CompileOptions(formats: .assert),
          instances: try lines.enumerated().map { number, line in
            VerdictCase.Instance(name: "\(number)", value: try JSONDocument(line), isValid: true)
          }))
    }
  }
}

extension JSONNode {
  fileprivate func require(_ key: String) throws -> JSONNode {
    guard let value = self[key] else { throw UnreadableCollection(message: "a row has no '\(key)'") }
    return value
  }

  fileprivate func text() throws -> String {
    guard let string else { throw UnreadableCollection(message: "a row has \(value) where a string belongs") }
    return string
  }

  fileprivate func document() throws -> JSONDocument { try JSONDocument(value) }

  fileprivate func instance(named name: String, value: String) throws -> VerdictCase.Instance {
    VerdictCase.Instance(
      name: name, value: try require(value).document(), isValid: try require("valid").bool == true)
  }
}
