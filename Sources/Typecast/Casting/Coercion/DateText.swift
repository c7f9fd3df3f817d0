import TypecastSchema

/// A date in a form that can mean only one day.
enum DateText {
  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]

  /// The date or time as the format writes it; nil if the text is none, or may mean several.
  static func read(_ text: String, as format: String) -> String? {
    guard text.utf8.count <= 40 else { return nil }
    switch format {
    case "date":
      // Of a time its day.
      if text.utf8.count > 10, let day = day(String(text.prefix(10))), "T ".contains(text.dropFirst(10).prefix(1)) {
        return day
      }
      return day(text)
    case "date-time": return time(text)
    default: return nil
    }
  }

  /// `2024-03-05 10:15:00Z`: a blank stands for the T.
  private static func time(_ text: String) -> String? {
    let parts = text.split(separator: " ")
    guard parts.count == 2, let day = day(String(parts[0])), parts[0].utf8.count == 10 else { return nil }
    return "\(day)T\(parts[1])"
  }

  private static func day(_ text: String) -> String? {
    let parts = text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    guard parts.count == 3 else { return nil }
    if let year = number(parts[0], 4), let month = number(parts[1]), let day = number(parts[2]) {
      return write(year, month, day)
    }
    if let year = number(parts[2], 4) {
      if let month = month(parts[0]), let day = ordinal(parts[1]) { return write(year, month, day) }
      if let month = month(parts[1]), let day = ordinal(parts[0]) { return write(year, month, day) }
      guard let first = number(parts[0]), let second = number(parts[1]) else { return nil }
      // With points the day comes first; otherwise only a number over twelve tells.
      if text.contains(".") || first > 12 || first == second { return write(year, second, first) }
      return second > 12 ? write(year, first, second) : nil
    }
    return nil
  }

  private static func number(_ text: String, _ count: Int? = nil) -> Int? {
    guard text.utf8.allSatisfy({ $0 &- 0x30 < 10 }), text.utf8.count <= 4 else { return nil }
    if let count, text.utf8.count != count { return nil }
    return Int(text)
  }

  private static func ordinal(_ text: String) -> Int? {
    number(String(["st", "nd", "rd", "th"].contains(String(text.suffix(2))) ? text.dropLast(2) : text[...]))
  }

  private static func month(_ text: String) -> Int? {
    let lower = text.lowercased()
    guard lower.count >= 3 else { return nil }
    return months.firstIndex { $0 == lower || $0.prefix(3) == lower || (lower == "sept" && $0 == "september") }.map {
      $0 + 1
    }
  }

  private static func write(_ year: Int, _ month: Int, _ day: Int) -> String? {
    func pad(_ number: Int, _ count: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, count - text.count)) + text
    }
    var date = "\(pad(year, 4))-\(pad(month, 2))-\(pad(day, 2))"
    // Which days there are the format knows.
    guard let format = Format.named("date", in: .draft2020) else { return nil }
    return date.withUTF8 { format.accepts($0) } ? date : nil
  }
}
