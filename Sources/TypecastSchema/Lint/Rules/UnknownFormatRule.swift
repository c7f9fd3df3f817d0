import TypecastJSON

/// A `format` that nobody checks because nobody knows it: most often a slip, as `"datetime"` is.
///
/// The names of the OpenAPI registry, such as `int32` and `byte`, are not checked either, but not reported.
enum UnknownFormatRule: SchemaRule {
  static let id = Diagnostic.Rule.unknownFormat

  static func check(_ schema: LintedSchema, _ run: LintRun) {
    guard let value = schema["format"], let name = value.string, !isStandard(name),
      !registered.contains(ScalarText(name))
    else { return }
    let known = Format.allCases.map(\.name)
    let near = successors[ScalarText(name)] ?? run.nearest(to: name, amongKnown: known, of: "format")
    let advice = near.map { "did you mean \($0.quoted)?" } ?? "a \"pattern\" would be checked"
    run.warn(id, "\(name.quoted) is no format that is checked; \(advice)", at: value)
  }

  /// Whether any edition of the specification defines a format.
  static func isStandard(_ name: String) -> Bool {
    Draft.allCases.contains { Format.named(name, in: $0) != nil }
  }

  private static let registered = Set(
    [
      "base64url", "binary", "byte", "char", "commonmark", "decimal", "decimal128", "double", "double-int", "float",
      "html", "http-date", "int16", "int32", "int64", "int8", "media-range", "password", "sf-binary", "sf-boolean",
      "sf-decimal", "sf-integer", "sf-string", "sf-token", "uint16", "uint32", "uint64", "uint8", "unixtime",
    ].map(ScalarText.init))

  /// What draft 3 and others call it.
  private static let successors: [ScalarText: String] = {
    let pairs = [("ip-address", "ipv4"), ("host-name", "hostname"), ("url", "uri"), ("guid", "uuid")]
    return Dictionary(pairs.map { (ScalarText($0.0), $0.1) }, uniquingKeysWith: { first, _ in first })
  }()
}

extension Diagnostic.Rule {
  /// Nobody knows a `format`, so nobody checks it.
  public static let unknownFormat = Self(rawValue: "unknown-format")
}
