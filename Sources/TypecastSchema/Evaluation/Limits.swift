/// How far a validation goes before it gives up.
package enum Limits {
  /// Schemas inside each other, counted along one path through the schema and the value.
  package static let evaluationDepth = 3000

  /// How many schemas may be applied to a value of so many nodes.
  ///
  /// Schemas of real use apply a few hundred to a value at most; one that doubles its work with every level does not end.
  package static func steps(forNodes count: Int) -> Int {
    1_000_000 + 10_000 * count
  }
}
