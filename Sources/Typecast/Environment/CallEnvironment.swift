/// What calls of models take from the world around them. A test sets it without touching the code that it tests:
///
///     try await CallEnvironment.with(clock: VirtualClock()) { try await app.run() }
public struct CallEnvironment: Sendable {
  /// The environment of this task and of those that it starts.
  @TaskLocal public static var current = CallEnvironment()

  /// What time is measured with.
  public var clock: CallClock

  /// What random numbers come from.
  public var dice: @Sendable () -> UInt64

  /// What makes the ids of requests; nil to roll the dice for them.
  public var ids: (@Sendable () -> String)?

  /// What becomes of a provider's own transport: another one that takes its place, or one that stands around it.
  public var transport: @Sendable (any Transport) -> any Transport

  /// What hears of it when a request that failed will be sent again after a while: how long that is, and the failure.
  public var willWait: @Sendable (_ delay: Duration, _ reason: any Error) -> Void = { _, _ in }

  /// Without a word about it: the machine's clock, its random numbers, and each provider's own transport.
  public init(
    clock: CallClock = .continuous,
    dice: @escaping @Sendable () -> UInt64 = { UInt64.random(in: 0...UInt64.max) },
    ids: (@Sendable () -> String)? = nil, transport: @escaping @Sendable (any Transport) -> any Transport = { $0 }
  ) {
    self.clock = clock
    self.dice = dice
    self.ids = ids
    self.transport = transport
  }

  /// The id of a new request.
  public func newID() -> String {
    if let ids { return ids() }
    let digits = String(dice(), radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// Runs something with another clock, other dice or another transport; what is not given stays as it is.
  public static func with<Result>(
    clock: (any Clock<Duration>)? = nil, dice: (@Sendable () -> UInt64)? = nil, ids: (@Sendable () -> String)? = nil,
    transport: (any Transport)? = nil, isolation: isolated (any Actor)? = #isolation,
    _ body: () async throws -> Result
  ) async rethrows -> Result {
    var environment = current
    if let clock { environment.clock = CallClock(clock) }
    if let dice { environment.dice = dice }
    if let ids { environment.ids = ids }
    if let transport { environment.transport = { _ in transport } }
    return try await $current.withValue(environment) { try await body() }
  }
}
