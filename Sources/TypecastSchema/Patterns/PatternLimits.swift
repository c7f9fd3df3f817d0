/// Bounds on what a pattern may cost, whoever wrote it.
enum PatternLimits {
  /// Bytes in a pattern.
  static let length = 65_536
  /// Groups inside one another. The tree is walked recursively, and a thread may have 512 KB of stack.
  static let depth = 40
  /// Instructions after counted repetitions have been written out.
  static let instructions = 200_000
  /// Bits that say which class of code points is in which set.
  static let memberships = 1 << 24
  /// States of an automaton.
  static let states = 10_000
  /// Entries in the table of an automaton, four bytes each.
  static let tableEntries = 1 << 18
  /// Conditions at the start of a pattern that get an automaton each.
  static let gates = 16
  /// Visits of an instruction while an automaton is built.
  static let constructionWork = 1 << 20
  /// Visits of an instruction in one search by simulation.
  static let simulationSteps = 1 << 27
  /// Steps of one search by backtracking.
  static let backtrackingSteps = 1 << 23
  /// Steps that the searches of one validation have together, and more of them for every byte.
  static let sharedSteps = 1 << 27
  static let sharedStepsPerByte = 1 << 10
  /// Choices that backtracking keeps open at a time.
  static let backtrackingDepth = 1 << 20
}
