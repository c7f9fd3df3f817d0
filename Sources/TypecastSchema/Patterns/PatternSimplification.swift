extension PatternNode {
  /// A shorter pattern that is found in the same texts; captures are dropped, so it must not refer back.
  var simplifiedForSearch: PatternNode {
    trimmed(atEnd: true).trimmed(atEnd: false)
  }

  /// The same for the end of the pattern alone.
  var simplifiedAtEnd: PatternNode { trimmed(atEnd: true) }

  /// What a pattern repeats at its edge need not be repeated more than it must: a search does not ask how far
  /// a match extends.
  private func trimmed(atEnd: Bool) -> PatternNode {
    switch self {
    case .empty, .scalar, .set, .assertion, .backReference:
      return self
    case .capture(let body, _, _):
      return body.trimmed(atEnd: atEnd)
    case .choice(let nodes):
      return .choice(nodes.map { $0.trimmed(atEnd: atEnd) })
    case .look(let body, let behind, let negated):
      return !negated && behind != atEnd ? body.trimmed(atEnd: atEnd) : self
    case .repetition(let body, let minimum, _, let lazy):
      switch minimum {
      case 0: return .empty
      case 1: return body.trimmed(atEnd: atEnd)
      default: return .repetition(body, minimum: minimum, maximum: minimum, lazy: lazy)
      }
    case .sequence(let all):
      var nodes = all[...]
      while let node = atEnd ? nodes.popLast() : nodes.popFirst() {
        let trimmed = node.trimmed(atEnd: atEnd)
        if case .empty = trimmed { continue }
        nodes = atEnd ? nodes + [trimmed] : [trimmed] + nodes
        break
      }
      return nodes.isEmpty ? .empty : nodes.count == 1 ? nodes[nodes.startIndex] : .sequence(Array(nodes))
    }
  }

  /// The conditions that a pattern begins with, each to be met from the start of the text, and what remains.
  ///
  /// Nil unless the pattern is anchored there and has look-ahead nowhere else.
  var gates: (conditions: [(body: PatternNode, negated: Bool)], rest: PatternNode)? {
    guard case .sequence(let nodes) = self, nodes.first == .assertion(.start) else { return nil }
    var conditions: [(body: PatternNode, negated: Bool)] = []
    var index = 1
    while index < nodes.count {
      if case .look(let body, false, let negated) = nodes[index] {
        conditions.append((body, negated))
      } else if nodes[index] != .assertion(.start) {
        break
      }
      index += 1
    }
    let rest = PatternNode.sequence([.assertion(.start)] + nodes[index...])
    func looks(_ node: PatternNode) -> Bool {
      node.contains { if case .look = $0 { true } else { false } }
    }
    guard !conditions.isEmpty, conditions.count <= PatternLimits.gates, !looks(rest),
      !conditions.contains(where: { looks($0.body) })
    else { return nil }
    return (conditions, rest)
  }
}
