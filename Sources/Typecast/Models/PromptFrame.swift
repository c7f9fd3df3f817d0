public import TypecastJSON

/// How generated prompts look into inputs that have a schema.
public enum PromptFrame {
  /// The inputs as JSON.
  public static func inputs(_ value: some SchemaValue) -> JSONValue {
    (try? JSONValue(parsing: value.jsonBytes, options: JSONOptions(depthLimit: JSONOptions.greatestDepthLimit)))
      ?? .null
  }

  /// What a path leads to; `null` where that is missing.
  public static func value(_ frame: JSONValue, _ path: [String]) -> JSONValue {
    path.reduce(frame) { value, key in value[key] ?? .null }
  }

  /// A value as prompts show it; nothing for one that is missing.
  public static func text(_ frame: JSONValue, _ path: [String]) -> String {
    switch value(frame, path) {
    case .string(let text): return text
    case .bool(let bool): return "\(bool)"
    case .number(let number):
      if number.isInteger, let int = number.int { return "\(int)" }
      guard let nearest = JSONNumber(number.double), nearest == number else { return number.text }
      return nearest.text
    case .null, .array, .object: return ""
    }
  }

  /// The elements of a list.
  public static func elements(_ frame: JSONValue, _ path: [String]) -> [JSONValue] {
    value(frame, path).array ?? []
  }

  /// Whether a section shows anything.
  public static func isShown(_ frame: JSONValue, _ path: [String]) -> Bool {
    switch value(frame, path) {
    case .null: false
    case .bool(let bool): bool
    case .string(let text): !text.isEmpty
    case .array(let elements): !elements.isEmpty
    case .number, .object: true
    }
  }
}
