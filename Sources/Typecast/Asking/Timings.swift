/// How long something took.
public struct Timings: Hashable, Sendable {
  /// Until the first token was there; nil where nobody knows.
  public var firstToken: Duration?

  /// In all.
  public var total: Duration

  /// What of that was spent here: reading, repairing, checking.
  public var ours: Duration

  /// Times that were measured elsewhere.
  public init(firstToken: Duration? = nil, total: Duration = .zero, ours: Duration = .zero) {
    self.firstToken = firstToken
    self.total = total
    self.ours = ours
  }
}

extension Timings: CustomStringConvertible {
  public var description: String {
    let first = firstToken.map { "first token after \($0.short), " } ?? ""
    return "\(total.short) (\(first)\(ours.short) of it here)"
  }
}

extension Duration {
  /// The time with two or three digits, such as `1.2 s`, `340 ms` or `0.5 ms`.
  package var short: String {
    let microseconds = Double(components.seconds) * 1e6 + Double(components.attoseconds) / 1e12
    func text(_ value: Double) -> String {
      value >= 10 ? "\(Int(value.rounded()))" : "\((value * 10).rounded() / 10)"
    }
    if microseconds >= 1e6 { return text(min(microseconds / 1e6, 1e15)) + " s" }
    if microseconds >= 100 { return text(microseconds / 1e3) + " ms" }
    return text(max(microseconds, 0)) + " µs"
  }
}
