public import TypecastSchema
import TypecastJSON

/// What `typecast.json` in a folder of schemas says.
public struct CompilerConfig: Sendable {
  /// How the schemas of the folder become Swift.
  public var options = CompilerOptions()

  /// Reads the bytes of a config; what is wrong with it is reported with its place.
  public static func read(_ bytes: [UInt8], name: String) -> (config: CompilerConfig, diagnostics: [Diagnostic]) {
    let file = SchemaFile(name: name, bytes: bytes)
    guard let document = file.document?.json else {
      return (CompilerConfig(), file.diagnostics.map { $0.rule == .emptyFile ? empty(name, at: $0.position) : $0 })
    }
    var diagnostics = file.diagnostics
    do {
      let schema = try CompiledSchema(parsing: schemaText)
      let errors = try schema.validate(document).errors
      for error in errors where error.keyword != "additionalProperties" {
        diagnostics.append(
          Diagnostic(
            severity: .error, rule: .invalidConfig, message: error.description, document: name,
            pointer: error.instancePointer, position: error.position))
      }
      if errors.contains(where: { $0.keyword == "additionalProperties" }) {
        diagnostics += unknownMembers(of: document.root, in: name)
      }
      diagnostics.sort { $0.position.offset < $1.position.offset }
    } catch {
      preconditionFailure("The schema of the config is sound: \(error)")
    }
    if diagnostics.contains(where: { $0.severity == .error }) { return (CompilerConfig(), diagnostics) }
    var config = CompilerConfig()
    let root = document.root
    if let text = root["access"]?.string, let access = CompilerOptions.Access(rawValue: text) {
      config.options.access = access
    }
    if let text = root["numbers"]?.string, let numbers = CompilerOptions.Numbers(rawValue: text) {
      config.options.numbers = numbers
    }
    if let text = root["formats"]?.string, let formats = CompilerOptions.Formats(rawValue: text) {
      config.options.formats = formats
    }
    config.options.assertsFormats = root["assertFormats"]?.bool
    if let text = root["draft"]?.string, let draft = Draft(name: text) { config.options.draft = draft }
    config.options.dialects = root["dialects"]?.elements.compactMap { $0.string.flatMap(Dialect.init(rawValue:)) } ?? []
    return (config, diagnostics)
  }

  private static func empty(_ name: String, at position: TextPosition) -> Diagnostic {
    Diagnostic(
      severity: .error, rule: .emptyFile, message: "the file is empty; a config that changes nothing is {}",
      document: name, pointer: nil, position: position)
  }

  /// Each member that a config can't have, at its key.
  private static func unknownMembers(of root: JSONNode, in name: String) -> [Diagnostic] {
    let schema = try? JSONValue(parsing: schemaText)
    let known = schema?["properties"]?.object?.keys ?? []
    return root.members.filter { !known.map(ScalarText.init).contains(ScalarText($0.key)) }.map { member in
      let near = Spelling.nearest(to: member.key, among: known).map { "; did you mean \(JSONValue.string($0))?" } ?? ""
      return Diagnostic(
        severity: .error, rule: .invalidConfig, message: "unexpected \(JSONValue.string(member.key))\(near)",
        document: name, pointer: JSONPointer(tokens: [member.key]), position: member.keyNode.position)
    }
  }

  /// The JSON Schema of the config.
  public static let schemaText = """
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "typecast.json",
      "description": "How the schemas of a folder become Swift.",
      "type": "object",
      "additionalProperties": false,
      "properties": {
        "$schema": {"type": "string"},
        "access": {
          "description": "Who may use the types.",
          "enum": ["public", "package", "internal"], "default": "public"
        },
        "numbers": {
          "description": "Whether numbers are Int and Double, or JSONNumber, which keeps every digit.",
          "enum": ["binary", "exact"], "default": "binary"
        },
        "formats": {
          "description": "Whether strings of a format have types of their own, or are String.",
          "enum": ["rich", "plain"], "default": "rich"
        },
        "assertFormats": {
          "description": "Whether formats without a type of their own are checked; if absent, as the draft of a schema says.",
          "type": "boolean"
        },
        "draft": {
          "description": "The edition of schemas without $schema.",
          "enum": ["4", "6", "7", "2019-09", "2020-12"], "default": "2020-12"
        },
        "dialects": {
          "description": "The dialects of providers whose losses the build shows.",
          "type": "array", "items": {"enum": \(JSONValue.array(Dialect.all.map { .string($0.rawValue) }))},
          "uniqueItems": true
        },
        "coverage": {
          "description": "How many percent of what a schema allows and forbids goldens and cassettes have to exercise, by its name: its path without .schema.json.",
          "type": "object", "additionalProperties": {"type": "integer", "minimum": 0, "maximum": 100}
        }
      }
    }
    """
}

extension Diagnostic.Rule {
  /// A config that does not follow its schema.
  public static let invalidConfig = Self(rawValue: "invalid-config")
}
