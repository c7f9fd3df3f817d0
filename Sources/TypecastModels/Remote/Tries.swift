import Typecast

/// How often one request was sent, and since when.
struct Tries {
  private let policy: RetryPolicy
  private let environment: CallEnvironment
  private var start: Duration?
  private(set) var count = 0

  init(_ policy: RetryPolicy, _ environment: CallEnvironment) {
    self.policy = policy
    self.environment = environment
  }

  /// Notes that the request is about to be sent; throws where nobody wants it any more.
  mutating func begin() throws {
    try Task.checkCancellation()
    if start == nil { start = environment.clock.now() }
    count += 1
  }

  /// How long the next try may take: what is left of the time for all of them.
  func limits() -> TimeLimits {
    guard let time = policy.time, let start else { return TimeLimits() }
    return TimeLimits(total: max(time - (environment.clock.now() - start), .zero))
  }

  /// Waits until the request may be sent again; throws the error where it may not.
  func wait(after error: ModelError) async throws {
    let spent = environment.clock.now() - (start ?? .zero)
    let delay = policy.delay(after: count, hint: error.retryAfter, spent: spent, dice: environment.dice)
    guard error.mayRetry, let delay else {
      var error = error
      if let wait = error.retryAfter, wait > policy.longestHint { error.message += " It asks to wait \(wait.short)." }
      throw error
    }
    environment.willWait(delay, error)
    try await environment.clock.sleep(delay)
  }
}
