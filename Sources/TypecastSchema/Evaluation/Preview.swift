package import TypecastJSON

/// A value as messages show it: compact JSON, cut where it gets long.
package enum Preview {
  private static let valueLimit = 48
  private static let patternLimit = 160

  package static func of(_ node: JSONNode) -> String {
    switch node.type {
    case .object: node.count == 0 ? "{}" : "an object with \(plural(node.count, "member"))"
    case .array: node.count == 0 ? "[]" : "an array with \(plural(node.count, "element"))"
    default: node.value.description.shortened(to: valueLimit)
    }
  }

  /// Some values as a list of alternatives.
  package static func list(_ values: [JSONNode]) -> String {
    let shown = values.prefix(12).map { $0.value.description.shortened(to: valueLimit) }
    return shown.joined(separator: ", ") + (values.count > 12 ? ", … (\(values.count) in all)" : "")
  }

  package static func plural(_ count: Int, _ noun: String) -> String {
    let nouns = noun.utf8.last == 0x79 ? "\(noun.dropLast())ies" : "\(noun)s"
    return "\(count) \(count == 1 ? noun : nouns)"
  }

  /// A limit that a schema sets on a count; the largest `Int` stands for all that are larger.
  package static func limit(_ limit: Int, _ noun: String) -> String {
    limit == Int.max ? "\(limit) \(noun)s and more" : plural(limit, noun)
  }

  /// A pattern as messages show it: quoted, cut where it gets long.
  package static func pattern(_ source: String) -> String {
    JSONValue.string(source).description.shortened(to: patternLimit)
  }
}
