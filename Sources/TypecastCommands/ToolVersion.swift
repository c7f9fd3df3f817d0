/// The version that `typecast --version` prints and that the change log has as its newest heading.
enum ToolVersion {
  static let text = "0.1.0"
}
