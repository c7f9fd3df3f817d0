import TypecastJSON

/// Some keywords of one schema, to be checked apart from the others.
///
/// Generated code checks most of a schema by itself and asks for the rest, which a fragment names: the schema by its place,
/// the keywords by their places in the order in which they are evaluated.
package struct SchemaFragment: Hashable, Sendable {
  /// The number of the document: 0 for the one that is compiled, then those of the library.
  package let document: Int

  /// Where in the document the schema stands, as a JSON Pointer.
  package let pointer: String

  /// The places of the keywords.
  package let keywords: [Int]

  /// The URIs of the resources on the way to the schema, where references depend on it.
  package let scope: [String]

  package init(document: Int, pointer: String, keywords: [Int], scope: [String]) {
    self.document = document
    self.pointer = pointer
    self.keywords = keywords
    self.scope = scope
  }
}

/// A fragment that was found in a graph.
struct LocatedFragment {
  let schema: SchemaID

  /// The numbers of the resources on the way.
  let scope: [Int32]
}

extension SchemaGraph {
  /// Adds a schema for each fragment; nil for one that the graph does not have.
  mutating func add(_ fragments: [SchemaFragment], of uris: [URIReference]) -> [LocatedFragment?] {
    if fragments.isEmpty { return [] }
    var places: [Place: SchemaID] = [:]
    for node in nodes { places[Place(ObjectIdentifier(node.json.document), node.json.index)] = node.id }
    var resourceNumbers: [URIReference: Int32] = [:]
    for (number, resource) in resources.enumerated() { resourceNumbers[resource.uri.normalized] = Int32(number) }
    return fragments.map { fragment in
      guard fragment.document < uris.count,
        let document = documents.first(where: { $0.uri.normalized == uris[fragment.document].normalized }),
        let pointer = JSONPointer(fragment.pointer), let json = document.json.root[pointer],
        let id = places[Place(ObjectIdentifier(json.document), json.index)]
      else { return nil }
      let original = self[id]
      var part = SchemaNode(
        id: SchemaID(index: nodes.count), json: original.json, draft: original.draft, resource: original.resource)
      part.boolean = original.boolean
      part.keywords = fragment.keywords.filter(original.keywords.indices.contains).map { original.keywords[$0] }
      nodes.append(part)
      return LocatedFragment(
        schema: part.id, scope: fragment.scope.compactMap { resourceNumbers[URIReference($0).normalized] })
    }
  }

  private struct Place: Hashable {
    let document: ObjectIdentifier
    let index: Int

    init(_ document: ObjectIdentifier, _ index: Int) {
      self.document = document
      self.index = index
    }
  }
}
