import TypecastJSON

/// Gives every named type of a sketch a name of its own.
struct SketchNames {
  private let places: Places
  private var names: [SchemaID: String] = [:]

  /// How often a name has been asked for.
  private var counts: [ScalarText: Int] = [:]

  init(_ graph: SchemaGraph) {
    places = Places(graph.documents)
  }

  /// The name of a schema that has been named before.
  subscript(schema: SchemaID) -> String? { names[schema] }

  /// Names a schema after the last word of its place that says something.
  mutating func name(_ node: SchemaNode) -> String {
    if let known = names[node.id] { return known }
    let tokens = places.pointer(to: node.json).tokens.map(\.string)
    let words = [tokens.last { !Self.isStructure($0) }, node.json["title"]?.string]
    let base = words.lazy.compactMap { $0.flatMap(Self.typeName) }.first ?? "Type"
    var name = base
    var count = counts[ScalarText(base)] ?? 0
    repeat {
      count += 1
      name = count == 1 ? base : "\(base)\(count)"
    } while count > 1 && counts[ScalarText(name)] != nil
    counts[ScalarText(base)] = count
    if count > 1 { counts[ScalarText(name)] = 1 }
    names[node.id] = name
    return name
  }

  private static let structure: Set<String> = [
    "$defs", "definitions", "properties", "patternProperties", "additionalProperties", "propertyNames", "items",
    "prefixItems", "additionalItems", "contains", "allOf", "anyOf", "oneOf", "not", "if", "then", "else",
    "dependentSchemas", "dependencies", "unevaluatedItems", "unevaluatedProperties",
  ]

  private static func isStructure(_ token: String) -> Bool {
    structure.contains(token) || JSONPointer.index(token) != nil
  }

  /// The letters and digits of a text, its words capitalized; nil if there are none.
  private static func typeName(_ text: String) -> String? {
    var name = ""
    var startsWord = true
    for scalar in text.unicodeScalars.prefix(40) {
      guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil else {
        startsWord = true
        continue
      }
      if startsWord { name += scalar.properties.titlecaseMapping } else { name.unicodeScalars.append(scalar) }
      startsWord = false
    }
    guard let first = name.unicodeScalars.first else { return nil }
    return first.properties.isAlphabetic ? name : "T" + name
  }
}
