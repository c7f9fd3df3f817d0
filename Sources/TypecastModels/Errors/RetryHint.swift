import Typecast

/// How long a provider asks to wait, in all the ways in which they say so.
enum RetryHint {
  /// The wait that headers ask for; nil where they ask for none.
  ///
  /// - Parameter now: The time in seconds since 1970, for dates where no header says what time it is at the provider.
  static func header(_ headers: HTTPHeaders, now: Int? = nil) -> Duration? {
    if let milliseconds = headers["retry-after-ms"].flatMap({ number($0.trimmed) }) {
      return duration(milliseconds / 1000)
    }
    guard let value = headers["retry-after"]?.trimmed else { return nil }
    if let wait = seconds(value) ?? goDuration(value) { return wait }
    // Longer than anybody waits, which is no reason to ask at once.
    if value.utf8.count >= 10, value.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return .seconds(1_000_000_000) }
    guard let date = HTTPDate.seconds(value) ?? HTTPDate.rfc3339(value), let now = HTTPDate.now(headers) ?? now else {
      return nil
    }
    return .seconds(max(date - now, 0))
  }

  /// When the limits of which nothing is left are whole again.
  static func reset(_ headers: HTTPHeaders, now: Int? = nil) -> Duration? {
    RateLimit.all(in: headers, now: now).filter { $0.remaining == 0 }.compactMap(\.reset).max()
  }

  /// Whether the provider says by itself that the request may be sent again, or that it may not.
  static func shouldRetry(_ headers: HTTPHeaders) -> Bool? {
    switch headers["x-should-retry"]?.lowercased() {
    case "true": true
    case "false": false
    default: nil
    }
  }

  /// A number of seconds, as a time; nil for what is no number, or none that can be meant.
  static func seconds(_ text: String) -> Duration? { number(text).flatMap { duration($0) } }

  private static func number(_ text: String) -> Double? {
    guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E }), let value = Double(text),
      value < 1e9
    else { return nil }
    return value
  }

  /// A time to the nanosecond: sums of parts are not exact. Nil for one that can't be meant.
  private static func duration(_ seconds: Double) -> Duration? {
    seconds < 1e9 ? .nanoseconds(Int64((seconds * 1e9).rounded())) : nil
  }

  /// A time as Go writes it: `1m30.5s`, `350ms`, `6m0s`.
  static func goDuration(_ text: String) -> Duration? {
    var total = 0.0
    var rest = Substring(text)
    if rest.isEmpty { return nil }
    while !rest.isEmpty {
      let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
      rest = rest.dropFirst(digits.count)
      let unit = rest.prefix { $0.isLetter }
      rest = rest.dropFirst(unit.count)
      guard let value = Double(digits), let scale = scale(unit) else { return nil }
      total += value * scale
    }
    return duration(total)
  }

  private static func scale(_ unit: Substring) -> Double? {
    switch unit {
    case "d", "day", "days": 86400
    case "h", "hour", "hours": 3600
    case "m", "min", "minute", "minutes": 60
    case "s", "sec", "second", "seconds", "": 1
    case "ms", "millisecond", "milliseconds": 0.001
    case "us", "µs": 0.000_001
    case "ns": 0.000_000_001
    default: nil
    }
  }

  /// "Please try again in 3.2s", "Please retry in 34.07s.", "try again in 1m30s", "in 20 seconds".
  static func said(_ text: String) -> Duration? {
    let lower = text.prefix(8192).lowercased()
    for phrase in ["try again in ", "retry in ", "retry after ", "retry_after\": ", "wait ", "available in "] {
      var search = Substring(lower)
      while let start = search.firstIndex(of: phrase) {
        search = search[start...].dropFirst(phrase.count)
        if let wait = leadingDuration(search) { return wait }
      }
    }
    return nil
  }

  private static func leadingDuration(_ text: Substring) -> Duration? {
    var taken = ""
    var rest = text
    while true {
      let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
      if digits.isEmpty { break }
      let behind = rest.dropFirst(digits.count)
      let spaced = behind.first == " " ? behind.dropFirst() : behind
      let unit = spaced.prefix { $0.isLetter }
      guard !unit.isEmpty, scale(unit) != nil else { break }
      taken += "\(digits.last == "." ? digits.dropLast() : digits)\(unit)"
      rest = spaced.dropFirst(unit.count)
    }
    return taken.isEmpty ? nil : goDuration(taken)
  }
}

extension Substring {
  /// Where a text begins in this one.
  fileprivate func firstIndex(of text: String) -> Index? {
    let part = Array(text.utf8)
    var index = startIndex
    while index < endIndex {
      if self[index...].utf8.starts(with: part) { return index }
      index = utf8.index(after: index)
    }
    return nil
  }
}
