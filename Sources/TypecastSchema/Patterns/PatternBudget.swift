/// How many steps all searches of one validation may take together.
///
/// Each search has a limit of its own, but a document may have any number of strings.
package struct PatternBudget: Sendable {
  private var steps = PatternLimits.sharedSteps

  package init() {}

  /// Makes a search that starts with so many steps and leaves those that it did not need.
  mutating func search(
    _ text: UnsafeBufferPointer<UInt8>, limit: Int, _ search: (inout Int) -> PatternVerdict
  ) -> PatternVerdict {
    // What is searched brings steps along, so that large documents do not run out of them.
    steps = min(steps + text.count * PatternLimits.sharedStepsPerByte, 1 << 60)
    let allowed = min(limit, steps)
    var left = allowed
    let verdict = search(&left)
    steps -= allowed - max(left, 0)
    return verdict
  }
}
