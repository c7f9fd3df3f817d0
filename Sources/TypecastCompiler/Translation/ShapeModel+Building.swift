import TypecastJSON
import TypecastSchema

extension ShapeModel {
  /// Finds the shapes of all schemas of some documents.
  ///
  /// - Parameters:
  ///   - paths: The paths of the documents that have a file of their own: the first ones of the graph.
  ///   - roots: The names of their types.
  init(_ graph: SchemaGraph, paths: [String], roots: [[String]], options: CompilerOptions) {
    let documentCount = paths.count
    let builder = ShapeBuilder(graph, documentCount: documentCount, options: options)
    let places = Places(graph.documents)
    var schemas = [[SchemaID]](repeating: [], count: documentCount)
    for node in graph.nodes where graph.resources[node.resource].document < documentCount {
      schemas[graph.resources[node.resource].document].append(node.id)
    }
    for document in 0..<documentCount {
      let own = schemas[document].sorted { graph[$0].json.index < graph[$1].json.index }
      guard let root = own.first else { continue }
      _ = builder.root(of: document, at: root)
      // What a document defines has its type whether or not the document uses it.
      let definitions = graph[root].json
      for keyword in ["$defs", "definitions"] {
        for member in definitions[keyword]?.members.map({ $0 }) ?? [] {
          guard let id = own.first(where: { graph[$0].json.index == member.value.index }) else { continue }
          builder.visit(id, in: document)
        }
      }
    }
    let containment = Containment(builder.types)
    self.graph = graph
    types = builder.types
    typesByDocument = Dictionary(grouping: builder.types, by: \.document)
    names = TypeNames(builder.types, graph: graph, roots: roots)
    self.places = places
    self.roots = roots
    sources = graph.documents.enumerated().map { index, document in
      let name = index < paths.count ? paths[index] : document.name
      return (document.uri.description, name, JSONWriter().string(of: document.json.root.value))
    }
    references = Self.references(in: graph, documentCount: documentCount)
    indirectUnions = containment.indirectUnions
    boxed = containment.boxed
  }

  /// For each document that has a file, the others that its references lead to, directly or not.
  private static func references(in graph: SchemaGraph, documentCount: Int) -> [[Int]] {
    var direct = [Set<Int>](repeating: [], count: graph.documents.count)
    let given = Set(graph.documents.indices.filter { !SchemaGraph.isMetaSchema(graph.documents[$0]) })
    for node in graph.nodes {
      let source = graph.resources[node.resource].document
      for keyword in node.keywords {
        guard let target = keyword.referenceTarget else { continue }
        let document = graph.resources[graph[target].resource].document
        if document != source, given.contains(document) { direct[source].insert(document) }
      }
    }
    return (0..<documentCount).map { document in
      // A dialect of the user's own is described by another document.
      let dialect = graph.documents[document].json.root["$schema"]?.string
      let isStandard = dialect.map { Draft(metaSchemaURI: $0) != nil } ?? true
      var reached: Set<Int> = isStandard ? [] : given
      var open = Array(direct[document])
      while let next = open.popLast() {
        if reached.insert(next).inserted || !isStandard && next != document {
          open += direct[next].subtracting(reached)
        }
      }
      reached.remove(document)
      return reached.sorted()
    }
  }
}
