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
    let starts = schemas.map { schemas -> [SchemaID] in
      let own = schemas.sorted { graph[$0].json.index < graph[$1].json.index }
      guard let root = own.first else { return [] }
      // What a document defines has its type whether or not the document uses it.
      let definitions = ["$defs", "definitions"].flatMap { keyword in
        (graph[root].json[keyword]?.members.map { $0 } ?? []).compactMap { member in
          own.first { graph[$0].json.index == member.value.index }
        }
      }
      return [root] + definitions
    }
    let (documents, dialects) = Self.dialects(of: graph)
    let references = Self.references(in: graph, dialects: dialects, documentCount: documentCount)
    builder.build(starts, references: references)
    let containment = Containment(builder.types)
    self.graph = graph
    types = builder.types
    typesByDocument = Dictionary(grouping: builder.types, by: \.document)
    names = TypeNames(builder.types, graph: graph, roots: roots)
    self.places = places
    self.roots = roots
    sources = documents.enumerated().map { index, document in
      let name = index < paths.count ? paths[index] : document.name
      let text = SchemaGraph.isMetaSchema(document) ? "" : JSONWriter().string(of: document.json.root.value)
      return (document.uri.description, name, text)
    }
    self.references = references
    diagnostics = Self.diagnostics(builder, names, places)
    indirectUnions = containment.indirectUnions
    boxed = containment.boxed
  }

  private static func diagnostics(_ builder: ShapeBuilder, _ names: TypeNames, _ places: Places) -> [Diagnostic] {
    let own = builder.graph.documents.prefix(builder.documentCount).map { ObjectIdentifier($0.json) }
    let warnings = builder.warnings.filter { own.contains(ObjectIdentifier($0.node.document)) }.map { warning in
      places.diagnostic(.warning, warning.rule, warning.message, at: warning.node)
    }
    let refusals = names.refused.compactMap { refused -> Diagnostic? in
      guard let node = builder.graph[refused.schema].json["x-swift-name"] else { return nil }
      return places.diagnostic(
        .warning, .unusedName, "\(refused.chosen) is the name of another type; this one is called \(refused.name)",
        at: node)
    }
    return warnings + refusals
  }

  /// The graph's documents with those that describe dialects behind them, and the numbers of the latter for each document.
  private static func dialects(of graph: SchemaGraph) -> (documents: [SchemaDocument], numbers: [Int: [Int]]) {
    var documents = graph.documents
    var numbers: [Int: [Int]] = [:]
    for (document, descriptions) in graph.dialects.sorted(by: { $0.key < $1.key }) {
      for description in descriptions {
        let known = documents.firstIndex { $0.json === description.json }
        if known == nil { documents.append(description) }
        numbers[document, default: []].append(known ?? documents.count - 1)
      }
    }
    return (documents, numbers)
  }

  /// For each document that has a file, the others that its references and dialects lead to, directly or not.
  private static func references(in graph: SchemaGraph, dialects: [Int: [Int]], documentCount: Int) -> [[Int]] {
    var direct = dialects.mapValues(Set.init)
    let given = Set(graph.documents.indices.filter { !SchemaGraph.isMetaSchema(graph.documents[$0]) })
    for node in graph.nodes {
      let source = graph.resources[node.resource].document
      for keyword in node.keywords {
        guard let target = keyword.referenceTarget else { continue }
        let document = graph.resources[graph[target].resource].document
        if document != source, given.contains(document) { direct[source, default: []].insert(document) }
      }
    }
    return (0..<documentCount).map { document in
      var reached: Set<Int> = []
      var open = Array(direct[document] ?? [])
      while let next = open.popLast() {
        if reached.insert(next).inserted { open += (direct[next] ?? []).subtracting(reached) }
      }
      reached.remove(document)
      return reached.sorted()
    }
  }
}
