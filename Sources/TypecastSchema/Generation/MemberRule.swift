import TypecastJSON

/// What one schema says about members by their names.
final class MemberRule: Sendable {
  let names: [String]
  let patterns: [(pattern: Pattern, schema: SchemaID)]

  /// The schema of all other members.
  let rest: SchemaID?

  /// Whether it is for members only that no other rule speaks about.
  let isLast: Bool

  private let schemas: [ScalarText: SchemaID]

  init(properties: Properties?, patterns: PatternProperties?, rest: SchemaID?) {
    names = properties?.properties.map(\.name) ?? []
    schemas = Dictionary(
      (properties?.properties ?? []).map { (ScalarText($0.name), $0.schema) }, uniquingKeysWith: { $1 })
    self.patterns = patterns?.properties ?? []
    self.rest = rest
    isLast = false
  }

  /// A rule for the members that no other rule speaks about.
  init(unevaluated schema: SchemaID) {
    names = []
    schemas = [:]
    patterns = []
    rest = schema
    isLast = true
  }

  /// The schemas of a member.
  func schemas(of name: String) -> [SchemaID] {
    var found: [SchemaID] = []
    if let schema = schemas[ScalarText(name)] { found.append(schema) }
    for (pattern, schema) in patterns where pattern.search(name) == .match { found.append(schema) }
    return found.isEmpty ? rest.map { [$0] } ?? [] : found
  }
}
