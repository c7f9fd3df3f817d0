package import TypecastJSON

/// All schemas that one schema leads to, with every reference resolved.
package struct SchemaGraph: Sendable {
  package internal(set) var nodes: [SchemaNode] = []
  package internal(set) var root = SchemaID(index: 0)
  package internal(set) var documents: [SchemaDocument] = []
  var resources: [SchemaResource] = []

  /// The anchors that `$dynamicRef` may find in each resource, as schemas of this graph.
  var dynamicAnchors: [[ScalarText: SchemaID]] = []

  /// The roots of the resources with `"$recursiveAnchor": true`.
  var recursiveAnchors: [SchemaID?] = []

  /// Whether any keyword depends on the path by which it was reached.
  package internal(set) var usesDynamicScope = false

  /// Whether any keyword depends on what others have evaluated.
  package internal(set) var usesCoverage = false

  package subscript(id: SchemaID) -> SchemaNode { nodes[id.index] }

  /// The name of the document that a schema stands in.
  package func documentName(of id: SchemaID) -> String {
    documents[resources[self[id].resource].document].name
  }

  /// The pointer to a schema within its document.
  package func pointer(to id: SchemaID) -> JSONPointer { self[id].json.pointer }

  /// The URI of a schema: that of its resource and, as the fragment, the pointer from the resource's root.
  package func uri(of id: SchemaID) -> URIReference {
    let node = self[id]
    let resource = resources[node.resource]
    let whole = node.json.pointer.tokens
    let root = JSONNode(document: node.json.document, index: resource.root).pointer.tokens
    let inside = JSONPointer(tokens: whole.dropFirst(root.count).map(\.string))
    return resource.uri.replacingFragment(with: URIReference.fragment(forPointer: inside.description))
  }
}
