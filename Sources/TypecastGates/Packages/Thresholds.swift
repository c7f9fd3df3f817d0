import TypecastJSON
import TypecastSchema

/// How many percent the gates of a package ask for, but for those of schemas, which stand beside these.
struct Thresholds: Sendable, Equatable {
  /// The file that has them.
  static let file = "Tests/coverage.json"

  /// By the names of tables, and `finish` for the reasons for which answers end.
  var errors: [String: Int] = [:]

  var repairs: Int?

  /// By the names of folders.
  var code: [String: Int] = [:]

  init(of package: PackageFolder) throws(GateError) {
    guard package.exists(Self.file) else { return }
    let document = try package.json(of: Self.file)
    try Self.check(document)
    errors = document.root["errors"].map(Self.percents) ?? [:]
    repairs = document.root["repairs"]?.number?.int
    code = document.root["code"].map(Self.percents) ?? [:]
    for folder in code.keys.sorted() where !Self.isWithin(folder) || !package.isFolder(folder) {
      throw GateError("\(Self.file): error: there is no folder '\(folder)'. Name folders within the package.")
    }
  }

  /// Whether a path leads into the package, and has the form that paths of files begin with.
  private static func isWithin(_ folder: String) -> Bool {
    folder.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { !["", ".", ".."].contains($0) }
  }

  private static func check(_ document: JSONDocument) throws(GateError) {
    let report: ValidationReport
    do { report = try CompiledSchema(parsing: schemaText).validate(document) } catch {
      preconditionFailure("The schema of the thresholds is sound: \(error)")
    }
    guard !report.isValid else { return }
    throw GateError(reasons: report.errors.map { "\(file):\($0.position): error: \($0.message)" })
  }

  /// The members of an object as percents.
  static func percents(_ object: JSONNode) -> [String: Int] {
    object.members.reduce(into: [:]) { percents, member in percents[member.key] = member.value.number?.int }
  }

  static let schemaText = """
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "type": "object",
      "additionalProperties": false,
      "properties": {
        "errors": {"$ref": "#/$defs/percents", "propertyNames": {"enum": \(JSONValue.array(ErrorGate.tables.map { .string($0) }))}},
        "repairs": {"$ref": "#/$defs/percent"},
        "code": {"$ref": "#/$defs/percents"}
      },
      "$defs": {
        "percent": {"type": "integer", "minimum": 0, "maximum": 100},
        "percents": {"type": "object", "additionalProperties": {"$ref": "#/$defs/percent"}}
      }
    }
    """
}
