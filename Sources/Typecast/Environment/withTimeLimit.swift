/// A time limit that ran out.
package struct TimeLimitReached: Error, CustomStringConvertible {
  package var description: String { "it took longer than it may" }
}

/// Does something within a time; what takes longer is cancelled.
package func withTimeLimit<Result: Sendable>(
  _ limit: Duration?, _ clock: CallClock, _ body: @escaping @Sendable () async throws -> Result
) async throws -> Result {
  guard let limit else { return try await body() }
  return try await withThrowingTaskGroup(of: Result?.self) { group in
    group.addTask { try await body() }
    group.addTask {
      try await clock.limit(limit)
      return nil
    }
    defer { group.cancelAll() }
    guard let first = try await group.next(), let result = first else { throw TimeLimitReached() }
    return result
  }
}
