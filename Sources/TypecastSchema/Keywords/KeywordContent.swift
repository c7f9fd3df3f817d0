import TypecastJSON

/// Where the value of a keyword holds schemas.
package enum KeywordContent: Sendable {
  /// Nowhere.
  case none
  /// The value is a schema.
  case schema
  /// The value is an array of schemas.
  case schemas
  /// The value is an object whose members are schemas.
  case schemaMap
  /// The value is a schema or an array of them, as `items` was up to 2019-09.
  case schemaOrSchemas
  /// The value is an object whose members are schemas or arrays of names, as `dependencies` has.
  case schemaOrNamesMap

  /// The tape indices of the schemas in a keyword's value.
  func schemas(in value: JSONNode) -> [Int] {
    func isSchema(_ node: JSONNode) -> Bool { node.type == .object || node.type == .boolean }
    switch self {
    case .none: return []
    case .schema: return isSchema(value) ? [value.index] : []
    case .schemas: return value.elements.filter(isSchema).map(\.index)
    case .schemaMap, .schemaOrNamesMap: return value.members.map(\.value).filter(isSchema).map(\.index)
    case .schemaOrSchemas:
      return value.type == .array ? value.elements.filter(isSchema).map(\.index) : isSchema(value) ? [value.index] : []
    }
  }
}
