import Typecast

extension RateLimit {
  /// The limits that the headers of an answer tell of.
  ///
  /// - Parameter now: The time in seconds since 1970, for dates where no header says what time it is at the provider.
  static func all(in headers: HTTPHeaders, now: Int? = nil) -> [RateLimit] {
    var limits: [RateLimit] = []
    let now = HTTPDate.now(headers) ?? now
    for (name, value) in headers.fields {
      guard let (subject, part) = subject(name.lowercased()) else { continue }
      let place = limits.firstIndex { $0.name == subject } ?? limits.count
      if place == limits.count {
        // Nobody has so many limits; a header each would be an attack.
        if limits.count == 32 { continue }
        limits.append(RateLimit(subject))
      }
      let text = value.trimmed
      switch part {
      case "limit": limits[place].limit = count(text)
      case "remaining": limits[place].remaining = count(text)
      default: limits[place].reset = reset(text, now)
      }
    }
    return limits
  }

  /// What a header is about, and which of the three it says.
  private static func subject(_ name: String) -> (String, String)? {
    for prefix in ["x-ratelimit-", "anthropic-ratelimit-", "anthropic-", "ratelimit-"] where name.hasPrefix(prefix) {
      var rest = name.dropFirst(prefix.count)
      for part in ["limit", "remaining", "reset"] {
        if rest == part { return ("requests", part) }
        if rest.hasPrefix("\(part)-") { return (String(rest.dropFirst(part.count + 1)), part) }
        if rest.hasSuffix("-\(part)") {
          rest = rest.dropLast(part.count + 1)
          return (String(rest), part)
        }
      }
      return nil
    }
    return nil
  }

  /// How much there is: some write `59.0`, and a negative rest is none.
  private static func count(_ text: String) -> Int? {
    guard let number = Double(text), number.isFinite, abs(number) < 1e15 else { return nil }
    return max(Int(number), 0)
  }

  /// A time, a number of seconds, a moment, or a date.
  private static func reset(_ text: String, _ now: Int?) -> Duration? {
    if let wait = RetryHint.goDuration(text) { return wait }
    // Some tell the moment in seconds since 1970, others in milliseconds.
    if let now, let moment = Int(text), moment > 0, [10, 13].contains(text.utf8.count) {
      return max((text.utf8.count == 10 ? .seconds(moment) : .milliseconds(moment)) - .seconds(now), .zero)
    }
    guard let now, let date = HTTPDate.rfc3339(text) else { return nil }
    return .seconds(max(date - now, 0))
  }
}
