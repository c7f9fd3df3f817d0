import Typecast

/// Dates as HTTP and RFC 3339 write them.
enum HTTPDate {
  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// What time it is at the one that sent an answer.
  static func now(_ headers: HTTPHeaders) -> Int? { headers["date"].flatMap { seconds($0.trimmed) } }

  /// The seconds since 1970 of `Fri, 27 Nov 2026 10:18:12 GMT`.
  static func seconds(_ text: String) -> Int? {
    let words = text.split { $0 == " " || $0 == "," || $0 == "-" }
    guard words.count >= 5, let day = Int(words[1]), let month = months.firstIndex(of: words[2].prefix(3).lowercased()),
      let year = Int(words[3]), let time = clock(words[4])
    else { return nil }
    return seconds(year: year, month: month + 1, day: day, time)
  }

  /// The seconds since 1970 of `2026-11-27T10:18:12Z`, with a fraction and an offset where it has them.
  static func rfc3339(_ text: String) -> Int? {
    let parts = text.split(maxSplits: 1) { $0 == "T" || $0 == "t" || $0 == " " }
    guard parts.count == 2 else { return nil }
    let date = parts[0].split(separator: "-").map { Int($0) }
    guard date.count == 3, let year = date[0], let month = date[1], let day = date[2],
      let time = clock(parts[1].prefix(8))
    else { return nil }
    let zone = parts[1].dropFirst(8).drop { $0 == "." || $0.isNumber }
    guard let base = seconds(year: year, month: month, day: day, time) else { return nil }
    if zone.isEmpty || zone.lowercased() == "z" { return base }
    guard let sign = zone.first, sign == "+" || sign == "-", let offset = clock(zone.dropFirst() + ":00") else {
      return nil
    }
    return sign == "+" ? base - offset : base + offset
  }

  private static func clock(_ text: some StringProtocol) -> Int? {
    let parts = text.split(separator: ":").map { Int($0) }
    guard parts.count == 3, let hours = parts[0], let minutes = parts[1], let seconds = parts[2],
      (0...24).contains(hours), (0...59).contains(minutes), (0...60).contains(seconds)
    else { return nil }
    return hours * 3600 + minutes * 60 + seconds
  }

  private static func seconds(year: Int, month: Int, day: Int, _ time: Int) -> Int? {
    guard (1970...9999).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
    let shifted = month > 2 ? year : year - 1
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return (era * 146_097 + dayOfEra - 719_468) * 86_400 + time
  }
}
