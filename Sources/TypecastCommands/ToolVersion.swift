/// The version that `typecast --version` prints and that the change log has as its newest heading.
enum ToolVersion {
  static let text = "0.1.0"
  /// The day on which its manual page was last changed for good.
  static let date = "2026-11-27"
}
