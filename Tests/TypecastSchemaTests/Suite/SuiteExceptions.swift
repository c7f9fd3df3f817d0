/// Cases of other people's suites that are not meant to pass, each with its reason.
struct SuiteException {
  /// The name of a case, or the beginning that the names of all cases of a file or group share.
  let name: String
  let reason: String

  func covers(_ caseName: String) -> Bool {
    caseName.utf8.elementsEqual(name.utf8) || caseName.utf8.starts(with: (name + " | ").utf8)
  }

  /// Exceptions of the JSON Schema Test Suite.
  static let schemaTestSuite: [SuiteException] = [
    draft7Content(
      "validation of string-encoded content based on media type | an invalid JSON document"),
    draft7Content("validation of binary string-encoding | an invalid base64 string (% is not a valid character)"),
    draft7Content(
      "validation of binary-encoded media type documents | a validly-encoded invalid JSON document"),
    draft7Content("validation of binary-encoded media type documents | an invalid base64 string that is valid JSON"),
  ]

  private static func draft7Content(_ name: String) -> SuiteException {
    SuiteException(
      name: "draft7/optional/content.json | \(name)",
      reason: "Draft 7 leaves it to the validator whether to look into content, and later ones make it an annotation.")
  }

  /// Exceptions of ajv's test groups.
  static let ajv: [SuiteException] =
    [
      "absolute_ref", "const", "enum", "exclusiveMaximum", "exclusiveMinimum", "format", "maxItems", "maxLength",
      "maxProperties", "maximum", "minLength", "minProperties", "minimum", "multipleOf", "pattern", "required",
      "uniqueItems",
    ].map {
      SuiteException(
        name: "extras/$data/\($0).json",
        reason: "References to data, `$data`, are ajv's own: the standard has no such values for keywords.")
    } + [
      SuiteException(
        name: "security/object.json",
        reason: "The schema refers to one on a network, which is neither fetched nor given."),
      SuiteException(
        name: "tests/issues/62_resolution_scope_change.json | change resolution scope - change filename (#62)",
        reason: "The address is an `$id` inside of a document that nothing refers to; such documents are not searched."),
    ]
}
