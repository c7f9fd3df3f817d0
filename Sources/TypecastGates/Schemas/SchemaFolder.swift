import TypecastJSON
import TypecastSchema

/// A folder of schemas as the compiler reads it, with what its `typecast.json` says about it.
struct SchemaFolder {
  /// A schema of the folder.
  struct Schema {
    /// The path within the folder, without the end that all schemas have.
    let name: String

    let file: String
    let compiled: CompiledSchema

    /// How many percent of what it allows and forbids have to be exercised.
    let threshold: Int?
  }

  static let suffix = ".schema.json"

  let path: String
  private(set) var schemas: [Schema] = []

  /// The folders of schemas that a package has: one of its own, and those of its targets.
  ///
  /// A target's is its folder, or `Schemas` in it if all schemas are below that, as the plugin has it.
  static func all(of package: PackageFolder) throws(GateError) -> [SchemaFolder] {
    var folders: [SchemaFolder] = []
    for target in try ["Schemas"] + package.names(in: "Sources").map({ "Sources/\($0)" }) {
      let files = try package.files(below: target, suffix: suffix)
      if files.isEmpty { continue }
      let isInner = files.allSatisfy { $0.hasPrefix("\(target)/Schemas/") }
      folders.append(try SchemaFolder(isInner ? "\(target)/Schemas" : target, files, of: package))
    }
    return folders
  }

  private init(_ path: String, _ files: [String], of package: PackageFolder) throws(GateError) {
    self.path = path
    var documents: [SchemaDocument] = []
    for file in files {
      let address = FolderAddress.uri(of: String(file.dropFirst(path.count + 1)))
      documents.append(SchemaDocument(try package.json(of: file), uri: address, name: file))
    }
    let names = files.map { String($0.dropFirst(path.count + 1).dropLast(Self.suffix.count)) }
    let config = try Config("\(path)/typecast.json", of: package, schemas: names)
    let library = SchemaLibrary(documents).indexed()
    for (document, name) in zip(documents, names) {
      do throws(SchemaError) {
        let compiled = try CompiledSchema(document, library: library, options: config.options)
        schemas.append(
          Schema(name: name, file: document.name, compiled: compiled, threshold: config.thresholds[name]))
      } catch {
        throw GateError(reasons: error.diagnostics.map(\.description))
      }
    }
  }

  /// What a `typecast.json` says about reading schemas, and about what has to be exercised of them.
  private struct Config {
    var options = CompileOptions(draft: .draft2020, assertsFormats: nil, typesFormats: true)
    var thresholds: [String: Int] = [:]

    private static let example = "Write {\"coverage\": {\"NAME\": 80}}."

    /// What the compiler takes; it complains of their values.
    private static let members = [
      "$schema", "access", "numbers", "formats", "assertFormats", "draft", "dialects", "coverage",
    ]

    /// A misspelt member would be no threshold, and nobody would know.
    private static func check(_ root: JSONNode, _ file: String) throws(GateError) {
      guard root.type == .object else {
        throw GateError("\(file):\(root.position): error: the config is no object. \(example)")
      }
      for member in root.members where !members.contains(member.key) {
        let near = Spelling.nearest(to: member.key, among: members).map { "; did you mean \"\($0)\"?" } ?? "."
        throw GateError(
          "\(file):\(member.keyNode.position): error: unexpected \(JSONValue.string(member.key))\(near)")
      }
    }

    init(_ file: String, of package: PackageFolder, schemas: [String]) throws(GateError) {
      guard package.exists(file) else { return }
      let root = try package.json(of: file).root
      try Self.check(root, file)
      options = CompileOptions(
        draft: root["draft"]?.string.flatMap(Draft.init(name:)) ?? .draft2020,
        assertsFormats: root["assertFormats"]?.bool, typesFormats: root["formats"]?.string != "plain")
      guard let coverage = root["coverage"] else { return }
      guard coverage.type == .object else {
        throw GateError("\(file):\(coverage.position): error: thresholds are an object of schemas. \(Self.example)")
      }
      for member in coverage.members {
        func error(_ reason: String) -> GateError { GateError("\(file):\(member.keyNode.position): error: \(reason)") }
        guard schemas.contains(member.key) else {
          let near = Spelling.nearest(to: member.key, among: schemas).map { "; did you mean \"\($0)\"?" } ?? "."
          throw error("there is no schema \(JSONValue.string(member.key)) in \(file.dropLast(14))\(near)")
        }
        guard let percent = member.value.number?.int, (0...100).contains(percent) else {
          throw error("a threshold is an integer from 0 to 100, in percent.")
        }
        thresholds[member.key] = percent
      }
    }
  }
}
