/// A question that was asked and not yet answered.
struct Turn {
  let model: any Model
  var request: ModelRequest
  let purpose: Attempt.Purpose
  let start: Duration
  /// How long the model may take.
  let limit: Duration?
  /// Whether it is the budget of the call that sets the limit.
  let isLimitedByBudget: Bool
  var firstToken: Duration?
}
