import TypecastJSON
import TypecastSchema

/// Names for all types, by the places of their schemas: what another document says never changes them.
struct TypeNames {
  /// Schemas whose types are not called as they choose, with what they choose and what they are called.
  private(set) var refused: [(schema: SchemaID, chosen: String, name: String)] = []

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
      func owner(_ type: NamedType) -> Int { graph.resources[graph[type.origin].resource].document }
      let ordered = members.sorted { left, right in
        let owners = (owner(left), owner(right))
        if owners.0 != owners.1 {
          if owners.0 == document || owners.1 == document { return owners.0 == document }
          return graph.documents[owners.0].uri.description < graph.documents[owners.1].uri.description
        }
        let (first, second) = (graph[left.origin].json.index, graph[right.origin].json.index)
        return (first, left.id.index) < (second, right.id.index)
      }
      // What the document itself leads to comes first, in the order of its text.
      for type in ordered where type.isRoot || type.isOwn {
        paths[type.id] =
          type.isRoot ? root : root + [pool.take(Self.candidates(for: type, graph: graph, places: places))]
      }
      // Of the rest each schema has a name whether or not another document refers to it.
      let rest = ordered.filter { !$0.isRoot && !$0.isOwn }
      if rest.isEmpty { continue }
      let taken = Set(ordered.filter { $0.isOwn && owner($0) == document }.map { graph[$0.origin].json.index })
      let named = PlaceNames(graph.documents[document].json, except: taken, from: pool)
      pool = named.pool
      var used: Set<Int> = []
      for type in rest {
        let json = graph[type.origin].json
        let name = owner(type) == document ? named.names[json.index] : nil
        let isWhole = Conjunction(type.origin, in: graph) == type.conjunction
        if let name, isWhole, used.insert(json.index).inserted {
          paths[type.id] = root + [name]
        } else if let name {
          paths[type.id] =
            root + [pool.take([name + (type.hint.last.flatMap { SwiftName.type(SwiftName.words(of: $0)) } ?? "")])]
        } else {
          paths[type.id] = root + [pool.take(Self.candidates(for: type, graph: graph, places: places))]
        }
      }
    }
    refused = refusals(types, graph)
  }

  private func refusals(_ types: [NamedType], _ graph: SchemaGraph) -> [(
    schema: SchemaID, chosen: String, name: String
  )] {
    let named = types.compactMap { type -> (schema: SchemaID, chosen: String, name: String)? in
      guard let chosen = SwiftName.chosen(by: graph[type.origin].json), let name = path(of: type.id).last else {
        return nil
      }
      return (type.origin, Self.distinct(SwiftName.type(chosen: chosen)), name)
    }
    // Where a schema makes several types, one is called so.
    let given = Set(named.filter { $0.chosen == $0.name }.map(\.schema))
    return named.filter { !given.contains($0.schema) }
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
    let json = graph[type.origin].json
    return candidates(at: places.pointer(to: json).tokens.map(\.string), of: json, hint: type.hint)
  }

  /// Names from short to long for a schema at a place.
  fileprivate static func candidates(at tokens: [String], of json: JSONNode, hint: [String]) -> [String] {
    if let chosen = SwiftName.chosen(by: json) {
      let name = distinct(SwiftName.type(chosen: chosen))
      return [name] + (hint.last.flatMap { SwiftName.type(SwiftName.words(of: $0)) }.map { [name + $0] } ?? [])
    }
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
      case "not", "if", "then", "else", "propertyNames", "contentSchema", "unevaluatedItems", "additionalItems":
        index += 1
      default:
        // A place that only references lead to.
        chain.append(SwiftName.words(of: token))
        index += 1
      }
    }
    chain.removeAll(where: \.isEmpty)
    let hints = hint.map { SwiftName.words(of: $0) }.filter { !$0.isEmpty }
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

/// Names for all places of a document where a schema may stand.
private struct PlaceNames {
  private(set) var names: [Int: String] = [:]
  private(set) var pool: NamePool

  /// Members whose values are no schemas, or are many.
  private static let data: Set<String> = ["enum", "const", "default", "examples"]
  private static let tables: Set<String> = [
    "properties", "patternProperties", "$defs", "definitions", "dependentSchemas", "dependencies",
  ]

  /// - Parameter taken: The places that have names from the pool already.
  init(_ document: JSONDocument, except taken: Set<Int>, from pool: NamePool) {
    self.pool = pool
    visit(document.root, [], isTable: false, taken)
  }

  private mutating func visit(_ node: JSONNode, _ tokens: [String], isTable: Bool, _ taken: Set<Int>) {
    switch node.type {
    case .object:
      if !isTable, !tokens.isEmpty, !taken.contains(node.index) {
        let hint = node["title"]?.string.map { [$0] } ?? []
        names[node.index] = pool.take(TypeNames.candidates(at: tokens, of: node, hint: hint))
      }
      for member in node.members where isTable || !Self.data.contains(member.key) {
        visit(member.value, tokens + [member.key], isTable: !isTable && Self.tables.contains(member.key), taken)
      }
    case .array:
      for (index, element) in node.elements.enumerated() {
        visit(element, tokens + [String(index)], isTable: false, taken)
      }
    default: break
    }
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
