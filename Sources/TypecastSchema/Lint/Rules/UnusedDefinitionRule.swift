import TypecastJSON

/// A schema in `$defs` or `definitions` that no reference leads to, directly or through others that are used.
///
/// A document that does nothing but define is there for other documents, so nothing is reported in it. Neither is it
/// while a reference within the document leads nowhere: it may be the one that is missing.
enum UnusedDefinitionRule: LintRule {
  static let id = Diagnostic.Rule.unusedDefinition

  static func check(_ run: LintRun) {
    let definitions = Definitions(run)
    for number in definitions.unused() {
      let key = definitions.all[number].value.key
      run.warn(id, "nothing refers to the definition \((key.string ?? "").quoted); use it or remove it", at: key)
    }
  }
}

/// The definitions of all documents, and which of them use which.
private struct Definitions {
  struct Definition {
    let document: Int
    let value: JSONNode
  }

  private(set) var all: [Definition] = []

  /// For each document and each place in it, the innermost definition around it; -1 where there is none.
  private var owners: [[Int32]] = []

  /// For each definition, the one around it.
  private var outer: [Int?] = []

  /// For each definition, and at the end for what is in none, the places that references from there lead to.
  private var targets: [[(document: Int, index: Int)]] = []

  /// Definitions that are used for reasons of their own.
  private var used: [Int] = []

  init(_ run: LintRun) {
    collect(run)
    guard !all.isEmpty else { return }
    targets = Array(repeating: [], count: all.count + 1)
    for node in run.graph.nodes { noteReferences(of: node, run) }
    for (document, isLinted) in run.isLinted.enumerated() where isLinted { noteTexts(in: document, run) }
    for anchors in run.graph.dynamicAnchors {
      for schema in anchors.values { note(schema, run) }
    }
    for case let schema? in run.graph.recursiveAnchors { note(schema, run) }
  }

  /// The definitions that nothing leads to from outside of them, in the order of their documents.
  func unused() -> [Int] {
    guard !all.isEmpty else { return [] }
    var isUsed = [Bool](repeating: false, count: all.count)
    var isOpened = isUsed
    var queue = [all.count] + used
    for definition in used { isOpened[definition] = true }
    while let source = queue.popLast() {
      if source < all.count { isUsed[source] = true }
      for (document, index) in targets[source] {
        let owner = Int(owners[document][index])
        guard owner >= 0 else { continue }
        if !isOpened[owner] {
          isOpened[owner] = true
          queue.append(owner)
        }
      }
    }
    // Whatever holds something that is used is of use.
    for definition in all.indices where isUsed[definition] {
      var around = outer[definition]
      while let next = around, !isUsed[next] {
        isUsed[next] = true
        around = outer[next]
      }
    }
    // One word about a definition covers those in it.
    return all.indices.filter { !isUsed[$0] && outer[$0].map { isUsed[$0] } ?? true }
  }

  private mutating func collect(_ run: LintRun) {
    owners = run.graph.documents.map { _ in [] }
    let lost = Set(run.schemas.filter(hasLostReference).map { run.document(of: $0.node) })
    var found: [Definition] = []
    for schema in run.schemas {
      let document = run.document(of: schema.node)
      if lost.contains(document) || (schema.json.index == 0 && !asksAnything(schema)) { continue }
      for keyword in ["$defs", "definitions"] {
        guard let members = schema.json[keyword]?.members else { continue }
        for member in members where member.value.type == .object || member.value.type == .boolean {
          found.append(Definition(document: document, value: member.value))
        }
      }
    }
    all = found.sorted { ($0.document, $0.value.index) < ($1.document, $1.value.index) }
    outer = Array(repeating: nil, count: all.count)
    for document in owners.indices {
      owners[document] = [Int32](repeating: -1, count: run.graph.documents[document].json.nodeCount)
    }
    var open: [Int] = []
    for (number, definition) in all.enumerated() {
      let (document, start) = (definition.document, definition.value.index)
      while let last = open.last, all[last].document != document || end(of: last) <= start { open.removeLast() }
      outer[number] = open.last
      open.append(number)
    }
    assignOwners()
  }

  private func end(of definition: Int) -> Int {
    all[definition].value.document.after(all[definition].value.index)
  }

  /// Goes through each document once, with the definitions that are open there.
  private mutating func assignOwners() {
    var next = 0
    for document in owners.indices {
      var open: [Int] = []
      for place in owners[document].indices {
        while let last = open.last, end(of: last) <= place { open.removeLast() }
        if next < all.count, all[next].document == document, all[next].value.index == place {
          open.append(next)
          next += 1
        }
        if let innermost = open.last { owners[document][place] = Int32(innermost) }
      }
    }
  }

  /// Whether a schema refers to a place in its own document that is not there.
  private func hasLostReference(_ schema: LintedSchema) -> Bool {
    guard schema.json["$ref"]?.string?.utf8.first == UInt8(ascii: "#") else { return false }
    return schema.node.keyword(Reference.self) == nil
  }

  /// Whether a document's root does more than hold definitions.
  private func asksAnything(_ root: LintedSchema) -> Bool {
    root.node.keywords.contains { !($0 is Annotation) && !($0 is UnknownKeyword) }
  }

  // MARK: - References

  private mutating func noteReferences(of node: SchemaNode, _ run: LintRun) {
    for keyword in node.keywords {
      guard let target = keyword.referenceTarget else { continue }
      let goal = run.graph[target]
      add((run.document(of: goal), goal.json.index), from: run.document(of: node), node.json.index)
    }
  }

  /// References inside keywords that this linter does not know are read as text.
  private mutating func noteTexts(in document: Int, _ run: LintRun) {
    let json = run.graph.documents[document].json
    for index in 0..<json.nodeCount {
      let node = JSONNode(document: json, index: index)
      guard node.type == .object, !run.contents.isSchema(index, of: document), let text = node["$ref"]?.string,
        text.utf8.first == UInt8(ascii: "#"), let fragment = URIReference(text).decodedFragment,
        let pointer = JSONPointer(fragment), let goal = json.root[pointer]
      else { continue }
      add((document, goal.index), from: document, index)
    }
  }

  private mutating func add(_ target: (document: Int, index: Int), from document: Int, _ index: Int) {
    let owner = Int(owners[document][index])
    targets[owner < 0 ? all.count : owner].append(target)
  }

  private mutating func note(_ schema: SchemaID, _ run: LintRun) {
    let node = run.graph[schema]
    let owner = Int(owners[run.document(of: node)][node.json.index])
    if owner >= 0 { used.append(owner) }
  }
}

extension Diagnostic.Rule {
  /// No reference leads to a definition.
  public static let unusedDefinition = Self(rawValue: "unused-definition")
}
