public import TypecastSchema
import TypecastJSON

/// What `typecast.json` in a folder of schemas says.
public struct CompilerConfig: Sendable {
  /// How the schemas of the folder become Swift.
  public var options = CompilerOptions()

  /// Reads the bytes of a config; what is wrong with it is reported with its place.
  public static func read(_ bytes: [UInt8], name: String) -> (config: CompilerConfig, diagnostics: [Diagnostic]) {
    let file = SchemaFile(name: name, bytes: bytes)
    guard let document = file.document?.json else { return (CompilerConfig(), file.diagnostics) }
    var diagnostics = file.diagnostics
    do {
      let schema = try CompiledSchema(parsing: schemaText)
      for error in try schema.validate(document).errors {
        diagnostics.append(
          Diagnostic(
            severity: .error, rule: .invalidConfig, message: error.description, document: name,
            pointer: error.instancePointer, position: error.position))
      }
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
          "description": "Whether plain formats are checked; if absent, as the draft of a schema says.",
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
        }
      }
    }
    """
}

extension Diagnostic.Rule {
  /// A config that does not follow its schema.
  public static let invalidConfig = Self(rawValue: "invalid-config")
}
