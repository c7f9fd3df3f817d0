import TestSupport
import TypecastJSON
import TypecastSchema

/// One schema of a suite with the values that are tested against it.
struct SuiteGroup {
  struct Case {
    let name: String
    let value: JSONDocument
    let isValid: Bool
  }

  let name: String

  /// More than one where all of them must give the same verdicts.
  let schemas: [JSONDocument]

  let cases: [Case]

  /// The groups of a file of the shared data; names start with the file's own.
  static func read(_ path: String, below folder: String) throws -> [SuiteGroup] {
    let file = path.dropFirst(folder.utf8.count + 1)
    return try JSONDocument(TestData.bytes(of: path)).root.elements.map { group in
      let name = "\(file) | \(group["description"]?.string ?? "")"
      let schemas = try group["schema"].map { [try schema($0)] } ?? group["schemas"]?.elements.map(document) ?? []
      let cases = try group["tests"]?.elements.map { test in
        guard let value = test["data"], let isValid = test["valid"]?.bool else { throw UnreadableSuite(place: name) }
        return Case(
          name: "\(name) | \(test["description"]?.string ?? "")", value: try document(value), isValid: isValid)
      }
      guard let cases, !schemas.isEmpty else { throw UnreadableSuite(place: name) }
      return SuiteGroup(name: name, schemas: schemas, cases: cases)
    }
  }

  /// A schema as it stands, or one that refers to it where only its address is given.
  private static func schema(_ node: JSONNode) throws -> JSONDocument {
    try node.string.map { try JSONDocument(["$ref": .string($0)]) } ?? document(node)
  }

  /// Part of a document as a document of its own.
  static func document(_ node: JSONNode) throws -> JSONDocument {
    try JSONDocument(node.value)
  }

  /// All documents below a folder of the shared data, as if they were served from an address.
  static func library(_ folder: String, at address: String) throws -> SchemaLibrary {
    let documents = try TestData.files(below: folder, suffix: ".json").map { path in
      SchemaDocument(
        try JSONDocument(TestData.bytes(of: path)),
        uri: URIReference(address + "/" + path.dropFirst(folder.utf8.count + 1)))
    }
    return SchemaLibrary(documents)
  }
}

/// A file of a suite that does not have the shape it is known for.
struct UnreadableSuite: Error {
  let place: String
}
