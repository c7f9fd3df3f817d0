/// The syntax tree of a pattern, by code point and without the distinctions of notation.
package enum PatternNode: Equatable, Sendable {
  /// The empty pattern.
  case empty
  /// One given code point.
  case scalar(UInt32)
  /// One code point out of a set.
  case set(ScalarSet)
  /// One after another; never nested directly.
  case sequence([PatternNode])
  /// The first that leads to a match.
  case choice([PatternNode])
  /// `maximum` is nil when there is none.
  indirect case repetition(PatternNode, minimum: Int, maximum: Int?, lazy: Bool)
  /// A capturing group, counted from 1.
  indirect case capture(PatternNode, index: Int, name: String?)
  case assertion(Assertion)
  indirect case look(PatternNode, behind: Bool, negated: Bool)
  /// The text that a group last captured, or nothing.
  case backReference(Int)

  /// A condition on a position in the text.
  package enum Assertion: UInt8, Equatable, Sendable {
    case start, end, wordBoundary, notWordBoundary
  }
}

extension PatternNode {
  /// Whether a node for which `test` holds is anywhere in the tree.
  func contains(where test: (PatternNode) -> Bool) -> Bool {
    if test(self) { return true }
    switch self {
    case .empty, .scalar, .set, .assertion, .backReference:
      return false
    case .sequence(let nodes), .choice(let nodes):
      return nodes.contains { $0.contains(where: test) }
    case .repetition(let node, _, _, _), .capture(let node, _, _), .look(let node, _, _):
      return node.contains(where: test)
    }
  }

  /// The numbers of the groups in the tree, which are consecutive.
  var captures: Range<Int>? {
    var lowest: Int?
    var highest = 0
    _ = contains { node in
      if case .capture(_, let index, _) = node {
        lowest = min(lowest ?? index, index)
        highest = max(highest, index)
      }
      return false
    }
    return lowest.map { $0..<(highest + 1) }
  }
}
