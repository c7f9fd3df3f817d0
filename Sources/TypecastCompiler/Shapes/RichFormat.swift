import TypecastSchema

/// The types of the run time that hold strings of a format.
enum RichFormat {
  /// The name of the type; nil for a format whose strings are plain.
  static func type(of format: Format) -> String? {
    switch format {
    case .dateTime: "DateTime"
    case .date: "CalendarDate"
    case .time: "ClockTime"
    case .duration: "DurationText"
    case .email: "EmailAddress"
    case .uuid: "UUIDText"
    case .uri: "URIText"
    default: nil
    }
  }
}
