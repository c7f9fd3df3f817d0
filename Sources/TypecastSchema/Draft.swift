/// An edition of the JSON Schema specification.
///
/// Editions compare by age: `Draft.draft4 < Draft.draft2020`.
public enum Draft: Int, CaseIterable, Sendable, Comparable {
  /// Draft 4 of 2013, with `id` and Boolean `exclusiveMinimum`.
  case draft4 = 4
  /// Draft 6 of 2017, with `$id`, `const` and `contains`.
  case draft6 = 6
  /// Draft 7 of 2018, with `if`, `then` and `else`.
  case draft7 = 7
  /// Draft 2019-09, with `$anchor`, `$recursiveRef`, vocabularies and `unevaluated*`.
  case draft2019 = 201909
  /// Draft 2020-12, with `$dynamicRef` and `prefixItems`.
  case draft2020 = 202012

  /// The name on the command line, such as `7` or `2020-12`.
  public var name: String {
    switch self {
    case .draft4: "4"
    case .draft6: "6"
    case .draft7: "7"
    case .draft2019: "2019-09"
    case .draft2020: "2020-12"
    }
  }

  /// The value of `$schema` in its customary spelling.
  public var metaSchemaURI: String {
    switch self {
    case .draft4: "http://json-schema.org/draft-04/schema#"
    case .draft6: "http://json-schema.org/draft-06/schema#"
    case .draft7: "http://json-schema.org/draft-07/schema#"
    case .draft2019: "https://json-schema.org/draft/2019-09/schema"
    case .draft2020: "https://json-schema.org/draft/2020-12/schema"
    }
  }

  /// Finds the edition with a given ``name``.
  public init?(name: String) {
    guard let draft = Draft.allCases.first(where: { $0.name.utf8.elementsEqual(name.utf8) }) else { return nil }
    self = draft
  }

  /// Finds the edition that a value of `$schema` stands for, whether or not it ends in `#` and whether it starts with
  /// `http` or `https`.
  public init?(metaSchemaURI: String) {
    let wanted = Draft.identity(ofMetaSchema: metaSchemaURI)
    guard let draft = Draft.allCases.first(where: { Draft.identity(ofMetaSchema: $0.metaSchemaURI) == wanted }) else {
      return nil
    }
    self = draft
  }

  public static func < (left: Draft, right: Draft) -> Bool {
    left.rawValue < right.rawValue
  }

  private static func identity(ofMetaSchema text: String) -> URIReference {
    let uri = URIReference(text).normalized
    guard let scheme = uri.scheme, scheme == "http" else { return uri }
    return URIReference("https" + uri.description.dropFirst(scheme.utf8.count))
  }
}
