/// What calls of models measure time with.
public struct CallClock: Sendable {
  /// The time since some moment in the past.
  public let now: @Sendable () -> Duration

  /// Waits; throws when the task is cancelled.
  public let sleep: @Sendable (Duration) async throws -> Void

  public init<C: Clock<Duration>>(_ clock: C) {
    let start = clock.now
    now = { start.duration(to: clock.now) }
    sleep = { try await clock.sleep(for: $0) }
  }

  /// The clock of the machine.
  public static let continuous = CallClock(ContinuousClock())
}
