import TypecastJSON
import TypecastSchema

/// Names for all types, by the places of their schemas: what another document says never changes them.
struct TypeNames {
  /// The names of a type and of the types around it, the outermost first.
  private var paths: [TypeID: [String]] = [:]

  /// The name of a type with those around it.
  func path(of id: TypeID) -> [String] { paths[id] ?? [] }

  /// - Parameter roots: For each document the names of its own type and of the folders around it.
  init(_ types: [NamedType], graph: SchemaGraph, roots: [[String]]) {
    let places = Places(graph.documents)
    let byDocument = Dictionary(grouping: types, by: \.document)
    for (document, members) in byDocument {
      let root = roots[document]
      var pool = NamePool(reserved: Self.reserved.union(root))
      // What the document itself leads to comes first, in the order of its text.
      let ordered = members.sorted { left, right in
        let leftIsOwn = left.discoveredFrom == document
        if leftIsOwn != (right.discoveredFrom == document) { return leftIsOwn }
        if left.isRoot != right.isRoot { return left.isRoot }
        let (first, second) = (graph[left.origin], graph[right.origin])
        if first.resource != second.resource { return first.resource < second.resource }
        if first.json.index != second.json.index { return first.json.index < second.json.index }
        return left.id.index < right.id.index
      }
      for type in ordered {
        if type.isRoot {
          paths[type.id] = root
        } else {
          paths[type.id] = root + [pool.take(Self.candidates(for: type, graph: graph, places: places))]
        }
      }
    }
  }

  /// Names that mean something else inside of a type.
  private static let reserved: Set<String> = [
    "Partial", "CodingKeys", "Type", "Self", "Protocol", "RawValue", "AllCases", "Element",
  ]

  /// A name that is none of a member: those may begin with a letter that has no case, or with a low line and a digit.
  private static func distinct(_ name: String) -> String {
    guard let first = name.unicodeScalars.first, !first.properties.isUppercase else { return name }
    return "T" + (first == "_" ? name.dropFirst() : name[...])
  }

  /// Names from short to long.
  private static func candidates(for type: NamedType, graph: SchemaGraph, places: Places) -> [String] {
    if let chosen = graph[type.origin].json["x-swift-name"]?.string,
      let name = SwiftName.type(SwiftName.words(of: chosen))
    {
      return [distinct(name)]
    }
    let tokens = places.pointer(to: graph[type.origin].json).tokens.map(\.string)
    var chain: [[String]] = []
    var index = 0
    while index < tokens.count {
      let token = tokens[index]
      switch token {
      case "properties", "$defs", "definitions", "patternProperties", "dependentSchemas", "dependencies":
        if index + 1 < tokens.count { chain.append(SwiftName.words(of: tokens[index + 1])) }
        index += 2
      case "items", "contains", "prefixItems":
        if let last = chain.popLast() { chain.append(SwiftName.singular(last) ?? last + ["item"]) }
        if token == "prefixItems" || (index + 1 < tokens.count && Int(tokens[index + 1]) != nil) { index += 1 }
        index += 1
      case "additionalProperties", "unevaluatedProperties":
        if let last = chain.popLast() { chain.append(last + ["value"]) }
        index += 1
      case "allOf", "anyOf", "oneOf": index += 2
      default: index += 1
      }
    }
    chain.removeAll(where: \.isEmpty)
    let hints = type.hint.map { SwiftName.words(of: $0) }.filter { !$0.isEmpty }
    let isBranch = tokens.count >= 2 && ["anyOf", "oneOf"].contains(tokens[tokens.count - 2])
    var candidates: [[String]] = []
    if isBranch || chain.isEmpty, let hint = hints.last { candidates.append(hint) }
    if let last = chain.last { candidates.append(last) }
    if let last = chain.last, let hint = hints.last, hint != last { candidates.append(last + hint) }
    if chain.count > 1 {
      for start in chain.indices.reversed().dropFirst() { candidates.append(chain[start...].flatMap { $0 }) }
    }
    if candidates.isEmpty { candidates.append(["value"]) }
    return candidates.compactMap(SwiftName.type).map(distinct)
  }
}

extension SchemaGraph {
  /// The name under which a schema is defined, if it is a definition.
  func definitionName(of id: SchemaID) -> String? {
    let tokens = pointer(to: id).tokens
    guard tokens.count >= 2, ["$defs", "definitions"].contains(tokens[tokens.count - 2].string) else { return nil }
    return tokens[tokens.count - 1].string
  }
}
