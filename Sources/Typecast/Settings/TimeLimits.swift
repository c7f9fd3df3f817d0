/// How long one request to a model may take; nil is without limit.
///
/// `total` holds for every model. The others are kept by the transport of models that have one.
public struct TimeLimits: Hashable, Sendable {
  /// Until a connection stands.
  public var connect: Duration?
  /// Until the answer begins.
  public var firstByte: Duration?
  /// Between two pieces of the answer.
  public var idle: Duration?
  /// For all of it.
  public var total: Duration?

  /// Without limit for what is not given.
  public init(connect: Duration? = nil, firstByte: Duration? = nil, idle: Duration? = nil, total: Duration? = nil) {
    self.connect = connect
    self.firstByte = firstByte
    self.idle = idle
    self.total = total
  }

  /// The narrower of each of two limits.
  package func within(_ other: TimeLimits) -> TimeLimits {
    func least(_ left: Duration?, _ right: Duration?) -> Duration? {
      guard let left, let right else { return left ?? right }
      return min(left, right)
    }
    return TimeLimits(
      connect: least(connect, other.connect), firstByte: least(firstByte, other.firstByte),
      idle: least(idle, other.idle), total: least(total, other.total))
  }

  /// These limits, and for what they leave open the wider ones.
  public func over(_ wider: TimeLimits) -> TimeLimits {
    TimeLimits(
      connect: connect ?? wider.connect, firstByte: firstByte ?? wider.firstByte, idle: idle ?? wider.idle,
      total: total ?? wider.total)
  }
}
