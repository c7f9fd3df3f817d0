import TypecastJSON

/// Builds the graph of a schema, collecting everything that is wrong with it.
final class GraphBuilder {
  private var table: ResourceTable
  private var graph = SchemaGraph()
  private var ids: [Place: SchemaID] = [:]
  private var pending: [SchemaID] = []
  private var targets: [Target: Result<SchemaID, Unresolvable>] = [:]
  private var reported: [Finding] = []

  /// The members of large objects, by name.
  private var members: [Object: [ScalarText: Int]] = [:]
  private var suggestions = Suggestions()
  let formatMode: FormatMode
  let typedFormats: Set<Format>

  private struct Place: Hashable {
    let document: Int
    let index: Int
  }

  private struct Object: Hashable {
    let document: ObjectIdentifier
    let index: Int
  }

  private struct Target: Hashable {
    let resource: Int
    let reference: ScalarText
  }

  /// Why a reference leads nowhere.
  private struct Unresolvable: Error {
    let reason: String
  }

  init(library: SchemaLibrary, defaultDraft: Draft, formatMode: FormatMode, typedFormats: Set<Format> = []) {
    table = ResourceTable(library: library, defaultDraft: defaultDraft)
    self.formatMode = formatMode
    self.typedFormats = typedFormats
  }

  /// Everything found so far.
  var diagnostics: [Diagnostic] {
    let places = Places(table.documents)
    return (table.findings + reported).map(places.diagnostic)
  }

  /// Builds the graph of a document's root, or of the schema that a pointer leads to in it.
  func build(_ document: SchemaDocument, at pointer: JSONPointer = JSONPointer()) -> SchemaGraph {
    let (resource, schemas) = table.add(document)
    if let start = document.json.root[pointer] {
      graph.root = schema(at: start.index, in: 0, within: resource)
    } else {
      report(.unresolvableReference, "the document has nothing at \"\(pointer)\"", at: document.json.root)
      graph.root = schema(at: 0, in: 0, within: resource)
    }
    // A reference that leads nowhere is an error even in a schema that nothing leads to.
    for index in schemas { _ = schema(at: index, in: 0, within: resource) }
    return finish()
  }

  /// Builds one graph of all schemas of some documents; its root is that of the first.
  func build(_ documents: [SchemaDocument]) -> SchemaGraph {
    let added = documents.map { table.add($0) }
    for (number, (resource, schemas)) in added.enumerated() {
      for index in schemas { _ = schema(at: index, in: number, within: resource) }
    }
    return finish()
  }

  private func finish() -> SchemaGraph {
    while let id = pending.popLast() { fill(id) }
    resolveAnchors()
    if !typedFormats.isEmpty { graph.releaseFormatsOfConditions() }
    graph.documents = table.documents
    graph.resources = table.resources
    graph.dialects = table.dialects
    reported += EndlessRecursion.find(in: graph, Places(graph.documents))
    return graph
  }

  // MARK: - Schemas

  private func schema(at index: Int, in document: Int, within resource: Int) -> SchemaID {
    let place = Place(document: document, index: index)
    if let known = ids[place] { return known }
    let owner = table.resource(ofSchemaAt: index, in: document, within: resource)
    let id = SchemaID(index: graph.nodes.count)
    ids[place] = id
    let json = JSONNode(document: table.documents[document].json, index: index)
    graph.nodes.append(SchemaNode(id: id, json: json, draft: table.resources[owner].draft, resource: owner))
    pending.append(id)
    return id
  }

  private func fill(_ id: SchemaID) {
    let node = graph[id]
    // Draft 4 has booleans in some places only; its meta-schema knows which.
    if let boolean = node.json.bool {
      graph.nodes[id.index].boolean = boolean
      return
    }
    guard node.json.type == .object else {
      report(.invalidSchema, "a schema must be an object or a boolean, this is \(node.json.type.phrase)", at: node.json)
      return
    }
    let vocabulary = table.resources[node.resource].vocabulary
    var keywords: [(order: Int, keyword: any Keyword)] = []
    let onlyReference = node.draft <= .draft7 && node.json["$ref"]?.string != nil
    for member in node.json.members {
      guard let (order, definition) = KeywordTable.entry(of: member.key, in: node.draft) else {
        keywords.append((Int.max, UnknownKeyword(name: member.key, value: member.value)))
        continue
      }
      if onlyReference && !definition.name.utf8.elementsEqual("$ref".utf8) { continue }
      guard vocabulary.isSuperset(of: definition.vocabulary) else { continue }
      let source = KeywordSource(
        builder: self, name: member.key, value: member.value, schema: node.json, id: id, draft: node.draft,
        vocabulary: vocabulary)
      if let keyword = definition.make(source) { keywords.append((order, keyword)) }
    }
    keywords.sort { $0.order < $1.order }
    graph.nodes[id.index].keywords = keywords.map(\.keyword)
  }

  /// The schema at a place that belongs to the one being filled.
  func subschema(_ json: JSONNode, of parent: SchemaID) -> SchemaID {
    let resource = graph[parent].resource
    return schema(at: json.index, in: table.resources[resource].document, within: resource)
  }

  // MARK: - References

  /// The schema that a reference leads to; nil, and an error, if there is none.
  func resolve(_ reference: String, from id: SchemaID, at place: JSONNode) -> SchemaID? {
    let target = Target(resource: graph[id].resource, reference: ScalarText(reference))
    let result =
      targets[target] ?? Result { () throws(Unresolvable) in try find(reference, from: target.resource) }
    targets[target] = result
    switch result {
    case .success(let schema): return schema
    case .failure(let failure):
      report(
        .unresolvableReference, "the reference \(JSONValue.string(reference)) leads nowhere: \(failure.reason)",
        at: place)
      return nil
    }
  }

  private func find(_ reference: String, from resource: Int) throws(Unresolvable) -> SchemaID {
    let uri = URIReference(reference).resolved(against: table.resources[resource].uri)
    let isLocal = uri.withoutFragment.normalized == table.resources[resource].uri.normalized
    guard let owner = isLocal ? resource : table.resource(at: uri) else {
      throw Unresolvable(reason: table.absence(of: uri))
    }
    guard let fragment = uri.decodedFragment ?? (uri.fragment == nil ? "" : nil) else {
      throw Unresolvable(reason: "its fragment is not well encoded")
    }
    let document = table.resources[owner].document
    if fragment.isEmpty { return schema(at: table.resources[owner].root, in: document, within: owner) }
    guard fragment.utf8.first == 0x2F else {
      let anchors = table.resources[owner].anchors
      if let index = anchors[ScalarText(fragment)] { return schema(at: index, in: document, within: owner) }
      let near = suggestions.nearest(to: fragment, among: anchors.keys.map(\.string), count: anchors.count)
      let hint = near.map { "; did you mean \"#\($0)\"?" } ?? ""
      throw Unresolvable(reason: "there is no anchor of that name\(hint)")
    }
    guard let pointer = JSONPointer(fragment) else {
      throw Unresolvable(reason: "its fragment is no JSON Pointer")
    }
    return try follow(pointer, from: owner)
  }

  /// Walks a pointer, minding that the way may lead into a resource inside the resource.
  private func follow(_ pointer: JSONPointer, from owner: Int) throws(Unresolvable) -> SchemaID {
    var resource = owner
    let document = table.resources[owner].document
    var node = JSONNode(document: table.documents[document].json, index: table.resources[owner].root)
    for token in pointer.tokens {
      let next = node.type == .array ? JSONPointer.index(token.string).flatMap { node[$0] } : member(token, of: node)
      guard let next else {
        let near = suggestions.nearest(to: token.string, among: node.members.map(\.key), count: node.count)
        let hint = near.map { "; did you mean \(JSONValue.string($0))?" } ?? ""
        throw Unresolvable(reason: "there is no \(JSONValue.string(token.string)) on the way\(hint)")
      }
      node = next
      if let inner = table.resource(startingAt: node.index, in: document) { resource = inner }
    }
    guard node.type == .object || node.type == .boolean else {
      throw Unresolvable(reason: "it leads to \(node.type.phrase), which is no schema")
    }
    return schema(at: node.index, in: document, within: resource)
  }

  /// The value of an object's member. Many references lead through the objects that hold definitions.
  private func member(_ name: ScalarText, of object: JSONNode) -> JSONNode? {
    guard object.count > 16 else { return object[name.string] }
    let id = Object(document: ObjectIdentifier(object.document), index: object.index)
    if members[id] == nil {
      members[id] = Dictionary(
        object.members.map { (ScalarText($0.key), $0.value.index) }, uniquingKeysWith: { first, _ in first })
    }
    return members[id]?[name].map { JSONNode(document: object.document, index: $0) }
  }

  // MARK: - Dynamic scope

  func noteDynamicScope() { graph.usesDynamicScope = true }

  func noteCoverage() { graph.usesCoverage = true }

  /// Whether the fragment of a dynamic reference names a dynamic anchor where it leads to at first.
  func isDynamicAnchor(_ name: String, at id: SchemaID) -> Bool {
    table.resources[graph[id].resource].dynamicAnchors[ScalarText(name)] == graph[id].json.index
  }

  func isRecursiveAnchor(_ id: SchemaID) -> Bool {
    let resource = table.resources[graph[id].resource]
    return resource.isRecursiveAnchor && resource.root == graph[id].json.index
  }

  /// Makes schemas of all dynamic anchors in reach; that may bring further resources in, and their anchors.
  private func resolveAnchors() {
    guard graph.usesDynamicScope else { return }
    var done = 0
    while done < table.resources.count {
      let resource = table.resources[done]
      var anchors: [ScalarText: SchemaID] = [:]
      for (name, index) in resource.dynamicAnchors {
        anchors[name] = schema(at: index, in: resource.document, within: done)
      }
      graph.dynamicAnchors.append(anchors)
      graph.recursiveAnchors.append(
        resource.isRecursiveAnchor ? schema(at: resource.root, in: resource.document, within: done) : nil)
      while let id = pending.popLast() { fill(id) }
      done += 1
    }
  }

  // MARK: - Diagnostics

  func report(_ rule: Diagnostic.Rule, _ message: String, at place: JSONNode) {
    reported.append(Finding(severity: .error, rule: rule, message: message, node: place))
  }
}
