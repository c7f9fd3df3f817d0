import TypecastJSON
import TypecastSchema

/// Something to say about a place in a file, as compilers print it.
struct PlacedMessage {
  enum Label: String {
    case error
    case warning
    /// More about the message before, or nothing bad.
    case note

    init(_ severity: Diagnostic.Severity) {
      switch severity {
      case .error: self = .error
      case .warning: self = .warning
      case .note: self = .note
      }
    }
  }

  let file: String
  let position: TextPosition
  let label: Label
  let message: String

  /// `path:line:column: label: message`, in one line whatever the parts hold.
  func line(style: TextStyle) -> String {
    let label =
      switch self.label {
      case .error: style.error("error:")
      case .warning: style.warning("warning:")
      case .note: style.heading("note:")
      }
    let place = "\(Self.withoutControls(file)):\(position.line):\(position.column)"
    return "\(place): \(label) \(Self.withoutControls(message))"
  }

  /// A text from outside must not move the cursor or break the line.
  static func withoutControls(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 || $0 >= 0x7F }) else { return text }
    var clean = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      clean.append(scalar == "\n" ? " " : isControl(scalar) ? "\u{FFFD}" : scalar)
    }
    return String(clean)
  }

  /// Whether a scalar ends a line, moves the cursor or turns the direction of what follows.
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    default: scalar.properties.isBidiControl
    }
  }
}

extension PlacedMessage {
  init(_ diagnostic: Diagnostic) {
    self.init(
      file: diagnostic.document, position: diagnostic.position,
      label: Label(diagnostic.severity), message: diagnostic.message)
  }

  /// An error and, as notes, what is wrong with the alternative that comes closest.
  static func all(of error: ValidationError, in file: String, label: Label = .error) -> [PlacedMessage] {
    let own = PlacedMessage(file: file, position: error.position, label: label, message: error.placedMessage)
    return [own] + error.causes.flatMap { all(of: $0, in: file, label: .note) }
  }
}

extension Diagnostic {
  static let jsonShape = #"{"file", "line", "column", "severity", "rule", "pointer", "message"}"#

  /// The object of `--json`.
  var json: JSONValue {
    [
      "file": .string(document),
      "line": .number(JSONNumber(position.line)),
      "column": .number(JSONNumber(position.column)),
      "severity": .string(severity.rawValue),
      "rule": .string(rule.rawValue),
      "pointer": pointer.map { .string($0.description) } ?? .null,
      "message": .string(message),
    ]
  }
}

extension JSONError {
  /// The object of `--json` for a document that is no JSON: what an error of validation has, as far as there is any.
  func json(in file: String) -> JSONValue {
    [
      "file": .string(file),
      "line": .number(JSONNumber(position.line)),
      "column": .number(JSONNumber(position.column)),
      "severity": "error",
      "instance": .null,
      "schema": .null,
      "keyword": .null,
      "message": .string(message),
    ]
  }
}

extension ValidationError {
  /// The message after the pointer to the value, if it is not the whole.
  var placedMessage: String {
    instancePointer.tokens.isEmpty ? message : "\(instancePointer): \(message)"
  }

  /// The message with what is wrong with the alternative that comes closest.
  var fullMessage: String {
    causes.reduce(message) { "\($0); \($1.placedMessage)\($1.causes.map { "; \($0.placedMessage)" }.joined())" }
  }

  /// The object of `--jsonl`.
  var json: JSONValue {
    [
      "instance": .string(instancePointer.description),
      "schema": .string(schemaPointer.description),
      "keyword": .string(keyword),
      "message": .string(fullMessage),
    ]
  }

  /// The object of `--json`, which has a place too.
  func json(in file: String) -> JSONValue {
    [
      "file": .string(file),
      "line": .number(JSONNumber(position.line)),
      "column": .number(JSONNumber(position.column)),
      "severity": "error",
      "instance": .string(instancePointer.description),
      "schema": .string(schemaPointer.description),
      "keyword": .string(keyword),
      "message": .string(fullMessage),
    ]
  }
}
