import TypecastJSON

/// What can be said about the values of an alternative without trying one: their types, and the members that mark them.
struct AlternativeFacts {
  /// The types of the values that the alternative may allow.
  private(set) var types = TypeSet.all

  /// The values that it allows at most, where it lists them.
  private(set) var constants: [JSONNode]?

  /// The names of the members that have to be there.
  private(set) var required: Set<ScalarText> = []

  /// For members that may hold only certain values: their names, in the order of the schema.
  private(set) var markers: [ScalarText] = []

  /// The values of those members.
  private(set) var values: [ScalarText: [JSONNode]] = [:]

  /// So many schemas are looked at.
  private static let reach = 16

  /// - Parameter looks: How many more members may be looked at; what is beyond stays unknown.
  init(_ schema: SchemaID, in graph: SchemaGraph, looks: inout Int) {
    for node in Self.applied(schema, in: graph) {
      if node.boolean == false { types = [] }
      for keyword in node.keywords {
        switch keyword {
        case let keyword as TypeKeyword: types.formIntersection(keyword.types)
        case let keyword as Required: required.formUnion(keyword.names.map(ScalarText.init))
        case let keyword as Properties:
          for (name, schema) in keyword.properties where looks > 0 {
            looks -= 1
            guard let values = Self.constants(of: Self.applied(schema, in: graph)) else { continue }
            let name = ScalarText(name)
            if self.values[name] == nil { markers.append(name) }
            self.values[name] = Self.common(self.values[name], values)
          }
        default: break
        }
      }
    }
    constants = Self.constants(of: Self.applied(schema, in: graph))
    if let constants {
      types.formIntersection(constants.reduce(into: TypeSet()) { $0.formUnion(TypeSet.types(of: $1.type)) })
    }
  }

  /// A schema and those that it applies without condition, as far as a few steps reach.
  private static func applied(_ schema: SchemaID, in graph: SchemaGraph) -> [SchemaNode] {
    var found = [graph[schema]]
    var next = 0
    while next < found.count {
      for keyword in found[next].keywords where found.count < reach {
        switch keyword {
        case let keyword as Reference: found.append(graph[keyword.target])
        case let keyword as AllOf: found += keyword.schemas.prefix(reach - found.count).map { graph[$0] }
        default: break
        }
      }
      next += 1
    }
    return found
  }

  private static func constants(of nodes: [SchemaNode]) -> [JSONNode]? {
    nodes.flatMap(\.keywords).reduce(nil) { known, keyword in
      switch keyword {
      case let keyword as Enumeration: common(known, keyword.values)
      case let keyword as Constant: common(known, [keyword.value])
      default: known
      }
    }
  }

  private static func common(_ known: [JSONNode]?, _ values: [JSONNode]) -> [JSONNode] {
    guard let known else { return values }
    let allowed = Set(values.map(\.value))
    return known.filter { allowed.contains($0.value) }
  }
}

extension SchemaGraph {
  /// What messages call an alternative: its number, counted from 1, and its title or the name that a reference has for it.
  func alternativeName(_ schema: SchemaID, at index: Int) -> String {
    let name = title(of: schema) ?? referenceName(of: schema)
    return name.map { "\(index + 1) (\($0))" } ?? "\(index + 1)"
  }

  private func title(of schema: SchemaID) -> String? {
    let target = self[schema].keyword(Reference.self)?.target
    for node in [self[schema]] + (target.map { [self[$0]] } ?? []) {
      for case let annotation as Annotation in node.keywords where annotation.name == "title" {
        let words = annotation.value.string?.split { $0.isWhitespace || $0.isNewline }.joined(separator: " ") ?? ""
        if !words.isEmpty && words.unicodeScalars.count <= 48 { return words }
      }
    }
    return nil
  }

  /// The last part of a reference such as `#/$defs/circle` or `circle.json`.
  private func referenceName(of schema: SchemaID) -> String? {
    guard let reference = self[schema].json["$ref"]?.string, reference != "#",
      let name = reference.split(whereSeparator: { "/#".contains($0) }).last, name.utf8.count <= 48,
      name.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "%") })
    else { return nil }
    return String(name)
  }
}
