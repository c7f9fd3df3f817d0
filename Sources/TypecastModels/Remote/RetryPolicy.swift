/// When a request that failed is sent again: only what may succeed, and never after a part of an answer was handed over.
public struct RetryPolicy: Hashable, Sendable {
  /// How long to wait where the provider does not say so.
  public enum Wait: Hashable, Sendable {
    /// A random time between nothing and twice the last bound, so that many callers don't come back at once.
    case exponential(first: Duration, most: Duration)
    /// The same time before every try.
    case fixed(Duration)
  }

  /// How often a request is sent at most, the first time included.
  public var tries: Int

  /// How long to wait before the next try.
  public var wait: Wait

  /// The longest wait that a provider may ask for; beyond it the call fails, and says how long it would have been.
  public var longestHint: Duration

  /// How long all tries of one request and the waits between them may take.
  public var time: Duration?

  /// Without a word about it: three tries, half a second and more between them. Less than one try is taken for one.
  public init(
    tries: Int = 3, wait: Wait = .exponential(first: .milliseconds(500), most: .seconds(30)),
    longestHint: Duration = .seconds(60), time: Duration? = nil
  ) {
    self.tries = max(tries, 1)
    self.wait = wait
    self.longestHint = longestHint
    self.time = time
  }

  /// One try.
  public static let never = RetryPolicy(tries: 1)

  /// How long to wait after a try; nil to give up.
  ///
  /// - Parameters:
  ///   - count: How many tries there were.
  ///   - hint: How long the provider asks to wait.
  ///   - spent: How long the tries took so far.
  func delay(after count: Int, hint: Duration?, spent: Duration, dice: () -> UInt64) -> Duration? {
    guard count < tries else { return nil }
    let delay: Duration
    if let hint {
      guard hint <= longestHint else { return nil }
      delay = max(hint, .zero)
    } else {
      switch wait {
      case .fixed(let time): delay = max(time, .zero)
      case .exponential(let first, let most):
        var bound = max(first, .zero)
        for _ in 1..<max(count, 1) where bound < most { bound = bound + bound }
        delay = min(bound, max(most, .zero)) * (Double(dice() >> 11) / Double(1 << 53))
      }
    }
    if let time, spent + delay >= time { return nil }
    return delay
  }
}
