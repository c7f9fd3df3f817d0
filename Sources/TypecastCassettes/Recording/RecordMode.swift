/// What is recorded.
public enum RecordMode: String, Hashable, Sendable, CaseIterable {
  /// Nothing.
  case never
  /// What the cassette has no answer to.
  case missing
  /// Everything, for a test that fails with what was recorded.
  case failed
  /// Everything.
  case all

  /// The variable that says so.
  public static let variable = "TYPECAST_RECORD"

  /// What the variable says; `never` where it is not set. Another word than those of the cases throws.
  public static func current() throws(CassetteError) -> RecordMode {
    try ProcessSetting.value(variable, .never)
  }
}

/// What becomes of a request that nothing was recorded for, and that is not recorded now.
public enum MissPolicy: String, Hashable, Sendable, CaseIterable {
  /// It fails, with the nearest recorded request and what differs.
  case fail
  /// It goes to the server.
  case live

  /// The variable that says so.
  public static let variable = "TYPECAST_MISS"

  /// What the variable says; `fail` where it is not set. Another word than those of the cases throws.
  public static func current() throws(CassetteError) -> MissPolicy {
    try ProcessSetting.value(variable, .fail)
  }
}

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A choice that an environment variable makes.
private enum ProcessSetting {
  static func value<Choice: RawRepresentable<String> & CaseIterable>(
    _ name: String, _ usual: Choice
  ) throws(CassetteError) -> Choice {
    guard let text = getenv(name).map({ String(cString: $0) }), !text.isEmpty else { return usual }
    if let choice = Choice(rawValue: text) { return choice }
    let choices = Choice.allCases.map(\.rawValue).joined(separator: ", ")
    throw CassetteError(nil, "\(name) is '\(text.prefix(40))'. Set it to one of: \(choices).")
  }
}
