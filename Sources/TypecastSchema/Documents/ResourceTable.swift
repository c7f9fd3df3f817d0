import TypecastJSON

/// Every document that a schema's references reach, cut into resources.
struct ResourceTable {
  private(set) var documents: [SchemaDocument] = []
  private(set) var resources: [SchemaResource] = []
  private(set) var findings: [Finding] = []

  /// What describes the dialects that schemas name, by the number of the document that the schemas are in.
  private(set) var dialects: [Int: [SchemaDocument]] = [:]

  /// For each document, the resource of every schema found in it, by tape index; -1 where no schema is known to be.
  private var resourceAt: [[Int32]] = []

  private var byURI: [URIReference: Int] = [:]
  private var waiting: [URIReference: SchemaDocument] = [:]

  /// Why nothing stands at a URI: the reason where a document is there but can't be read, nil where there is none.
  private var missing: [URIReference: Absence] = [:]

  private enum Absence {
    case unknown
    case unreadable(String)
    /// A whole reason.
    case explained(String)
  }

  private let loader: SchemaLibrary.Loader?
  private let defaultDraft: Draft

  init(library: SchemaLibrary, defaultDraft: Draft) {
    loader = library.loader
    self.defaultDraft = defaultDraft
    for document in library.documents { announce(document) }
  }

  /// Remembers a document without looking into it further than its own `$id`.
  private mutating func announce(_ document: SchemaDocument) {
    for name in document.names where waiting[name] == nil { waiting[name] = document }
  }

  /// Takes a document in and returns the resource of its root and the tape indices of all its schemas.
  mutating func add(_ document: SchemaDocument) -> (resource: Int, schemas: [Int]) {
    let index = documents.count
    documents.append(document)
    resourceAt.append([Int32](repeating: -1, count: document.json.nodeCount))
    let schemas = scan(from: 0, in: index, base: nil)
    let resource = Int(resourceAt[index][0])
    let location = document.uri.normalized.withoutFragment
    if byURI[location] == nil { byURI[location] = resource }
    return (resource, schemas)
  }

  /// The resource of a URI without fragment, taken in now if it has to be; nil if there is none.
  mutating func resource(at uri: URIReference) -> Int? {
    let wanted = uri.normalized.withoutFragment
    if let known = byURI[wanted] { return known }
    if let document = waiting[wanted] ?? MetaSchemas.document(at: wanted) ?? load(wanted) {
      let (root, _) = add(document)
      if byURI[wanted] == nil { byURI[wanted] = root }
      return byURI[wanted]
    }
    return nil
  }

  private mutating func load(_ uri: URIReference) -> SchemaDocument? {
    guard let loader, missing[uri] == nil else { return nil }
    do {
      if let document = try loader(uri) { return document }
      missing[uri] = .unknown
    } catch let error as any DocumentAbsence where error.standsAlone {
      missing[uri] = .explained(error.description)
    } catch {
      missing[uri] = .unreadable("\(error)")
    }
    return nil
  }

  /// Why there is no document at a URI, to go on after a colon or a semicolon.
  func absence(of uri: URIReference) -> String {
    let name = uri.withoutFragment
    switch missing[name.normalized] {
    case .explained(let reason): return reason
    case .unreadable(let reason): return "the document \(name) can't be read: \(reason)"
    case .unknown, nil: break
    }
    guard let path = FolderAddress.path(of: name) else { return "no document was given for \(name)" }
    let others = waiting.keys.compactMap(FolderAddress.path)
    let near = others.count > 5_000 ? nil : Spelling.nearest(toFile: path, among: others)
    let ending = path.hasSuffix(FolderAddress.suffix) ? "" : "; the name of a schema ends with \(FolderAddress.suffix)"
    return "there is no file \(path)" + (near.map { "; did you mean \($0)?" } ?? ending)
  }

  /// The resource that the schema at a place belongs to. A place that no keyword leads to becomes a schema now.
  mutating func resource(ofSchemaAt index: Int, in document: Int, within resource: Int) -> Int {
    if resourceAt[document][index] < 0 { _ = scan(from: index, in: document, base: resource) }
    return Int(resourceAt[document][index])
  }

  /// The resource that starts at a place, if one does.
  func resource(startingAt index: Int, in document: Int) -> Int? {
    let found = Int(resourceAt[document][index])
    return found >= 0 && resources[found].root == index ? found : nil
  }

  // MARK: - Scanning

  /// Walks all schemas from one on, by the keywords that hold schemas, and notes identifiers and anchors.
  private mutating func scan(from start: Int, in document: Int, base: Int?) -> [Int] {
    let json = documents[document].json
    var found: [Int] = []
    var stack: [(index: Int, resource: Int?)] = [(start, base)]
    while let (index, outer) = stack.popLast() {
      if resourceAt[document][index] >= 0 { continue }
      let schema = JSONNode(document: json, index: index)
      let resource = enter(schema, in: document, outer: outer)
      resourceAt[document][index] = Int32(resource)
      found.append(index)
      let draft = resources[resource].draft
      var inner: [Int] = []
      for member in schema.members {
        guard let definition = KeywordTable.definition(of: member.key, in: draft) else { continue }
        inner += definition.content.schemas(in: member.value)
      }
      // What stands first in the document is looked at first.
      for place in inner.reversed() { stack.append((place, resource)) }
    }
    return found
  }

  /// The resource that a schema belongs to: the one around it, or its own if it has an identifier.
  private mutating func enter(_ schema: JSONNode, in document: Int, outer: Int?) -> Int {
    let base = outer.map { resources[$0].uri } ?? documents[document].uri.withoutFragment
    let (draft, vocabulary) = dialect(of: schema, outer: outer, in: document)
    let hasReference = schema["$ref"]?.string != nil
    let ignoresIdentifier = hasReference && draft <= .draft7
    let identifier = ignoresIdentifier ? nil : schema[draft == .draft4 ? "id" : "$id"]?.string
    let reference = identifier.map { URIReference($0).resolved(against: base) }
    let uri = reference?.withoutFragment ?? base

    var resource: Int
    if let outer, uri.normalized == base.normalized, resources[outer].draft == draft {
      resource = outer
    } else {
      resource = resources.count
      resources.append(
        SchemaResource(uri: uri, document: document, draft: draft, vocabulary: vocabulary, root: schema.index))
      register(resource, schema: schema, identifier: identifier)
    }
    noteAnchors(of: schema, reference: reference, draft: draft, in: resource)
    return resource
  }

  private mutating func register(_ resource: Int, schema: JSONNode, identifier: String?) {
    let uri = resources[resource].uri.normalized
    guard let other = byURI[uri] else {
      byURI[uri] = resource
      return
    }
    if let identifier,
      resources[other].document != resources[resource].document || resources[other].root != schema.index
    {
      let name = documents[resources[other].document].name
      let keyword = resources[resource].draft == .draft4 ? "id" : "$id"
      warn(
        .duplicateIdentifier,
        "the identifier \(JSONValue.string(identifier)) already stands for another schema, in \(name); "
          + "references lead to that one", at: schema[keyword] ?? schema)
    }
  }

  private mutating func noteAnchors(of schema: JSONNode, reference: URIReference?, draft: Draft, in resource: Int) {
    func plainName(_ name: String?) -> ScalarText? {
      guard let name, !name.isEmpty, name.utf8.first != 0x2F else { return nil }
      return ScalarText(name)
    }
    if draft <= .draft7 {
      if let name = plainName(reference?.decodedFragment) {
        note(name, of: schema, by: draft == .draft4 ? "id" : "$id", in: resource)
      }
      return
    }
    if let name = plainName(schema["$anchor"]?.string) { note(name, of: schema, by: "$anchor", in: resource) }
    if draft == .draft2019 {
      if schema.index == resources[resource].root, schema["$recursiveAnchor"]?.bool == true {
        resources[resource].isRecursiveAnchor = true
      }
    } else if let name = plainName(schema["$dynamicAnchor"]?.string) {
      resources[resource].dynamicAnchors[name] = schema.index
      note(name, of: schema, by: "$dynamicAnchor", in: resource)
    }
  }

  private mutating func note(_ anchor: ScalarText, of schema: JSONNode, by keyword: String, in resource: Int) {
    guard let other = resources[resource].anchors.updateValue(schema.index, forKey: anchor), other != schema.index
    else { return }
    warn(
      .duplicateIdentifier,
      "the anchor \(JSONValue.string(anchor.string)) already stands for another schema of this document; "
        + "references lead to this one", at: schema[keyword] ?? schema)
  }

  // MARK: - Dialects

  /// The edition and the vocabularies that a schema is written in: its own `$schema`, or those around it.
  private mutating func dialect(of schema: JSONNode, outer: Int?, in document: Int) -> (Draft, Vocabulary) {
    let inherited = outer.map { (resources[$0].draft, resources[$0].vocabulary) } ?? (defaultDraft, Vocabulary.standard)
    guard let metaSchema = schema["$schema"] else { return inherited }
    if let outer {
      // Inside a document only a schema with an identifier of its own may change the dialect; `id` is just a name
      // where the document around it has `$id` for that.
      let hasIdentifier = schema["$id"]?.string != nil || (resources[outer].draft == .draft4 && schema["id"] != nil)
      guard hasIdentifier else { return inherited }
    }
    guard let text = metaSchema.string else { return inherited }
    if let draft = Draft(metaSchemaURI: text) { return (draft, .standard) }
    return customDialect(text, at: metaSchema, in: document, seen: []) ?? inherited
  }

  private mutating func customDialect(
    _ uri: String, at place: JSONNode, in document: Int, seen: Set<URIReference>
  ) -> (Draft, Vocabulary)? {
    let wanted = URIReference(uri).normalized.withoutFragment
    guard !seen.contains(wanted), let metaSchema = waiting[wanted] ?? load(wanted) else {
      warn(
        .unknownDialect,
        "the dialect \(JSONValue.string(uri)) is not known: \(absence(of: wanted)); "
          + "this is read as draft \(defaultDraft.name)", at: place)
      return nil
    }
    waiting[wanted] = metaSchema
    if dialects[document]?.contains(where: { $0.json === metaSchema.json }) != true {
      dialects[document, default: []].append(metaSchema)
    }
    let root = metaSchema.json.root
    var dialect: (Draft, Vocabulary) = (defaultDraft, .standard)
    if let parent = root["$schema"]?.string {
      if let draft = Draft(metaSchemaURI: parent) {
        dialect = (draft, .standard)
      } else if let known = customDialect(parent, at: place, in: document, seen: seen.union([wanted])) {
        dialect = known
      }
    }
    if dialect.0 >= .draft2019, let declared = root["$vocabulary"], declared.type == .object {
      dialect.1 = .core
      for member in declared.members {
        if let known = Vocabulary.named(member.key, isRequired: member.value.bool ?? true) {
          dialect.1.formUnion(known)
        } else if member.value.bool ?? true {
          findings.append(
            Finding(
              severity: .error, rule: .unknownVocabulary,
              message: "the dialect \(JSONValue.string(uri)) requires the vocabulary "
                + "\(JSONValue.string(member.key)), which is not known", node: place))
        }
      }
    }
    return dialect
  }

  private mutating func warn(_ rule: Diagnostic.Rule, _ message: String, at node: JSONNode) {
    findings.append(Finding(severity: .warning, rule: rule, message: message, node: node))
  }
}
