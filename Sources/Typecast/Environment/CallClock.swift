/// What calls of models measure time with.
public struct CallClock: Sendable {
  /// The time since some moment in the past.
  public let now: @Sendable () -> Duration

  /// Waits; throws when the task is cancelled.
  public let sleep: @Sendable (Duration) async throws -> Void

  /// Waits for a limit to run out, while something else is done. Other than a sleep, it is never skipped.
  let limit: @Sendable (Duration) async throws -> Void

  /// Measures with any clock of Swift, such as a ``VirtualClock``.
  public init<C: Clock<Duration>>(_ clock: C) {
    let start = clock.now
    now = { start.duration(to: clock.now) }
    sleep = { try await clock.sleep(for: $0) }
    if let virtual = clock as? VirtualClock {
      limit = { try await virtual.wait($0) }
    } else {
      limit = sleep
    }
  }

  /// The clock of the machine.
  public static let continuous = CallClock(ContinuousClock())
}
