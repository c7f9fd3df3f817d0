/// A run of values through generated code.
struct CaseRun {
  /// Where verdicts go for a comparison; nil without one.
  let log: VerdictLog?

  /// What is compared, by the number of the group; empty without a comparison.
  let compared: [ComparedSchema]
}
