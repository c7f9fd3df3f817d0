import Synchronization

/// A clock for tests: its time passes when it is told to, or at once whenever somebody sleeps.
///
/// Limits of time don't make it pass: they run out when it has passed.
public final class VirtualClock: Clock, Sendable {
  /// A moment of one such clock.
  public struct Instant: InstantProtocol {
    /// The time since the clock was made.
    public let offset: Duration

    public func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }
    public func duration(to other: Instant) -> Duration { other.offset - offset }
    public static func < (left: Instant, right: Instant) -> Bool { left.offset < right.offset }
  }

  private struct State {
    var now = Duration.zero
    var nextID = 0
    var sleepers: [Int: (until: Duration, continuation: CheckedContinuation<Void, any Error>)] = [:]
    var slept: [Duration] = []
  }

  private let state = Mutex(State())

  /// Whether nobody really waits: a sleep moves the time on instead.
  public let skipsSleep: Bool

  /// A clock that stands at zero.
  public init(skippingSleep: Bool = false) {
    skipsSleep = skippingSleep
  }

  public var now: Instant { Instant(offset: state.withLock { $0.now }) }

  public var minimumResolution: Duration { .nanoseconds(1) }

  /// How long each sleep was to be, in their order.
  public var sleeps: [Duration] { state.withLock { $0.slept } }

  /// How many tasks wait for the time to pass.
  public var sleeperCount: Int { state.withLock { $0.sleepers.count } }

  public func sleep(until deadline: Instant, tolerance: Duration? = nil) async throws {
    try Task.checkCancellation()
    let length = state.withLock { state in
      let length = deadline.offset - state.now
      state.slept.append(length)
      return length
    }
    if skipsSleep { advance(by: max(length, .zero)) } else { try await wait(until: deadline.offset) }
  }

  /// Waits for the time to pass, whether sleeps are skipped or not.
  func wait(_ duration: Duration) async throws {
    try await wait(until: now.offset + duration)
  }

  private func wait(until deadline: Duration) async throws {
    let id = state.withLock { state in
      state.nextID += 1
      return state.nextID
    }
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
        let outcome: Result<Void, any Error>? = state.withLock { state in
          if Task.isCancelled { return .failure(CancellationError()) }
          if deadline <= state.now { return .success(()) }
          state.sleepers[id] = (deadline, continuation)
          return nil
        }
        if let outcome { continuation.resume(with: outcome) }
      }
    } onCancel: {
      state.withLock { $0.sleepers.removeValue(forKey: id) }?.continuation.resume(throwing: CancellationError())
    }
  }

  /// Lets time pass, and wakes who has waited long enough, the earliest first.
  public func advance(by duration: Duration) {
    let woken = state.withLock { state in
      state.now += duration
      let due = state.sleepers.filter { $0.value.until <= state.now }.sorted { $0.value.until < $1.value.until }
      for (id, _) in due { state.sleepers.removeValue(forKey: id) }
      return due.map(\.value.continuation)
    }
    for continuation in woken { continuation.resume() }
  }
}
