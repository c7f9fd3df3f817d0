import Typecast

extension RateLimit {
  /// The limits that the headers of an answer tell of.
  static func all(in headers: HTTPHeaders) -> [RateLimit] {
    var limits: [RateLimit] = []
    let now = headers["date"].flatMap { HTTPDate.seconds($0.trimmed) }
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
      case "limit": limits[place].limit = Int(text)
      case "remaining": limits[place].remaining = Int(text)
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

  /// A time until, a number of seconds, or a date.
  private static func reset(_ text: String, _ now: Int?) -> Duration? {
    if let wait = RetryHint.goDuration(text) {
      // Some tell the moment instead, in seconds or milliseconds since 1970.
      guard wait > .seconds(1_000_000_000) else { return wait }
      return nil
    }
    guard let now, let date = HTTPDate.rfc3339(text) else { return nil }
    return .seconds(max(date - now, 0))
  }
}
