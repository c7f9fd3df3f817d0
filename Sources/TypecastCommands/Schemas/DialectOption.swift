import TypecastJSON
import TypecastSchema

/// The option that names dialects of providers.
enum DialectOption {
  /// A required option for one dialect.
  static let one = Option.value(
    "dialect", "DIALECT", kind: .choice(Dialect.all.map(\.rawValue)), requirement: .required,
    help: "The provider's dialect of JSON Schema.")

  /// An option for any number of dialects.
  static let any = Option.value(
    "dialect", "DIALECT", kind: .choice(Dialect.all.map(\.rawValue)), repeatable: true,
    help: "The provider's dialect of JSON Schema; every dialect where this is not given.")
}

extension ProjectionLoss {
  static let jsonShape = #"{"file", "line", "column", "dialect", "kind", "keyword", "pointer", "message"}"#

  /// The object of `--json`.
  var json: JSONValue {
    [
      "file": .string(document),
      "line": .number(JSONNumber(position.line)),
      "column": .number(JSONNumber(position.column)),
      "dialect": .string(dialect.rawValue),
      "kind": .string(kind.rawValue),
      "keyword": .string(keyword),
      "pointer": .string(pointer.description),
      "message": .string(message),
    ]
  }
}
