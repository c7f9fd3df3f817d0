import TypecastJSON

/// Finds where the schemas of a graph stand, however often it is asked.
final class SchemaPlaces {
  struct Place {
    /// The pointer within the document.
    let pointer: JSONPointer

    /// The URI of the resource and, as the fragment, the pointer from the resource's root.
    let uri: URIReference
  }

  /// For so few a search in the document is less work than an index of it.
  private static let searchedOneByOne = 16

  private let graph: SchemaGraph
  private var known: [SchemaID: Place] = [:]
  private lazy var index = Places(graph.documents)

  init(_ graph: SchemaGraph) {
    self.graph = graph
  }

  func place(of id: SchemaID) -> Place {
    if let place = known[id] { return place }
    let node = graph[id].json
    let resource = graph.resources[graph[id].resource]
    let pointer = pointer(to: node)
    let root = self.pointer(to: JSONNode(document: node.document, index: resource.root))
    let inside = JSONPointer(tokens: pointer.tokens.dropFirst(root.tokens.count).map(\.string))
    let uri = resource.uri.replacingFragment(with: URIReference.fragment(forPointer: inside.description))
    let place = Place(pointer: pointer, uri: uri)
    known[id] = place
    return place
  }

  private func pointer(to node: JSONNode) -> JSONPointer {
    known.count < Self.searchedOneByOne ? node.pointer : index.pointer(to: node)
  }
}
