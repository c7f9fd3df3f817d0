package import TypecastJSON

/// A diagnostic to be, before its place has been worked out.
struct Finding {
  let severity: Diagnostic.Severity
  let rule: Diagnostic.Rule
  let message: String

  /// The value or the key that it is about.
  let node: JSONNode
}

/// Works out places in documents, each in time that does not grow with the document.
package final class Places {
  private var names: [ObjectIdentifier: String] = [:]
  private var indexes: [ObjectIdentifier: DocumentIndex] = [:]

  package init(_ documents: [SchemaDocument]) {
    for document in documents where names[ObjectIdentifier(document.json)] == nil {
      names[ObjectIdentifier(document.json)] = document.name
    }
  }

  func diagnostic(_ finding: Finding) -> Diagnostic {
    diagnostic(finding.severity, finding.rule, finding.message, at: finding.node)
  }

  package func diagnostic(
    _ severity: Diagnostic.Severity, _ rule: Diagnostic.Rule, _ message: String, at node: JSONNode
  ) -> Diagnostic {
    let index = index(of: node.document)
    return Diagnostic(
      severity: severity, rule: rule, message: message, document: names[ObjectIdentifier(node.document)] ?? "",
      pointer: index.pointer(to: node), position: index.lines.position(of: node.offset))
  }

  package func pointer(to node: JSONNode) -> JSONPointer {
    index(of: node.document).pointer(to: node)
  }

  private func index(of document: JSONDocument) -> DocumentIndex {
    if let known = indexes[ObjectIdentifier(document)] { return known }
    let index = DocumentIndex(document)
    indexes[ObjectIdentifier(document)] = index
    return index
  }
}

/// What a document itself does not know: where its lines begin, and what contains each value.
private struct DocumentIndex {
  let lines: LineIndex

  /// For each value and each key, the container around it; -1 for the root.
  private var parents: [Int32]

  /// For each element of an array, how many come before it; -1 for a key.
  private var ranks: [Int32]

  init(_ document: JSONDocument) {
    lines = LineIndex(document.bytes)
    parents = [Int32](repeating: -1, count: document.nodeCount)
    ranks = [Int32](repeating: 0, count: document.nodeCount)
    for container in 0..<document.nodeCount {
      let node = JSONNode(document: document, index: container)
      switch node.type {
      case .array:
        for (rank, element) in node.elements.enumerated() {
          parents[element.index] = Int32(container)
          ranks[element.index] = Int32(rank)
        }
      case .object:
        for member in node.members {
          parents[member.keyNode.index] = Int32(container)
          ranks[member.keyNode.index] = -1
          parents[member.value.index] = Int32(container)
        }
      default: break
      }
    }
  }

  /// A key counts as its value's place: diagnostics point at either.
  package func pointer(to node: JSONNode) -> JSONPointer {
    var tokens: [String] = []
    var place = node.index
    while parents[place] >= 0 {
      let container = JSONNode(document: node.document, index: Int(parents[place]))
      if container.type == .array {
        tokens.append(String(ranks[place]))
      } else {
        let key = ranks[place] < 0 ? place : place - 1
        tokens.append(JSONNode(document: node.document, index: key).string ?? "")
      }
      place = container.index
    }
    return JSONPointer(tokens: tokens.reversed())
  }
}
