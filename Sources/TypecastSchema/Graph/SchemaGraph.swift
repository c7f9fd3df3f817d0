package import TypecastJSON

/// All schemas that one schema leads to, with every reference resolved.
package struct SchemaGraph: Sendable {
  package internal(set) var nodes: [SchemaNode] = []
  package internal(set) var root = SchemaID(index: 0)
  package internal(set) var documents: [SchemaDocument] = []
  package internal(set) var resources: [SchemaResource] = []

  /// The documents that describe dialects, by the number of the document that is written in them.
  package internal(set) var dialects: [Int: [SchemaDocument]] = [:]

  /// The anchors that `$dynamicRef` may find in each resource, as schemas of this graph.
  package internal(set) var dynamicAnchors: [[ScalarText: SchemaID]] = []

  /// The roots of the resources with `"$recursiveAnchor": true`.
  package internal(set) var recursiveAnchors: [SchemaID?] = []

  /// Whether any keyword depends on the path by which it was reached.
  package internal(set) var usesDynamicScope = false

  /// Whether any keyword depends on what others have evaluated.
  package internal(set) var usesCoverage = false

  package subscript(id: SchemaID) -> SchemaNode { nodes[id.index] }

  /// The pointer to a schema within its document.
  package func pointer(to id: SchemaID) -> JSONPointer { self[id].json.pointer }
}
