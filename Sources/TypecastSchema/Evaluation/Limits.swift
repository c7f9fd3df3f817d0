/// How far a validation goes before it gives up.
package enum Limits {
  /// Schemas inside each other, counted along one path through the schema and the value.
  ///
  /// Three for each level of the deepest value that is read by default. In a debug build one takes up to 4 KB of stack,
  /// and a thread has 8 MB; optimised it takes up to 1.4 KB.
  package static let evaluationDepth = 1536

  /// How many schemas may be applied to a value of so many nodes.
  ///
  /// Schemas of real use apply a few hundred to a value at most; one that doubles its work with every level does not end.
  package static func steps(forNodes count: Int) -> Int {
    1_000_000 + 10_000 * count
  }

  /// The same where every result is made known, which takes a hundred times as long, and memory for each.
  package static func keptSteps(forNodes count: Int) -> Int {
    100_000 + 300 * count
  }
}
