extension Duration {
  /// Reads seconds with up to nine decimals.
  init?(cassette text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let seconds = Int64(parts[0]), seconds >= 0 else { return nil }
    var billionths: Int64 = 0
    if parts.count == 2 {
      guard (1...9).contains(parts[1].count), let fraction = Int64(parts[1]), fraction >= 0 else { return nil }
      billionths = fraction
      for _ in parts[1].count..<9 { billionths *= 10 }
    }
    self = .seconds(seconds) + .nanoseconds(billionths)
  }

  /// Seconds to the microsecond, without zeros at the end.
  var cassetteText: String {
    let (seconds, attoseconds) = components
    var millionths = String(String(attoseconds / 1_000_000_000_000 + 1_000_000).dropFirst())
    while millionths.hasSuffix("0") { millionths.removeLast() }
    return millionths.isEmpty ? "\(seconds)" : "\(seconds).\(millionths)"
  }

  /// The same to the microsecond, as a cassette keeps it.
  var toTheMicrosecond: Duration {
    let (seconds, attoseconds) = components
    return max(.zero, .seconds(seconds) + .microseconds(attoseconds / 1_000_000_000_000))
  }
}
