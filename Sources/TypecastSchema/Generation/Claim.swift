/// Something that is to be true of a value that is being made up.
struct Claim: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    /// The value is valid against a schema.
    case holds(SchemaID)
    /// The value is invalid against a schema.
    case fails(SchemaID)
    /// The value violates one keyword of a schema, given by its place among them.
    case breaks(SchemaID, Int)
  }

  let kind: Kind

  /// The resources passed on the way, the outermost first; empty where no keyword asks for them.
  let scope: [Int]

  static func holds(_ schema: SchemaID, in scope: [Int] = []) -> Claim { Claim(kind: .holds(schema), scope: scope) }
  static func fails(_ schema: SchemaID, in scope: [Int] = []) -> Claim { Claim(kind: .fails(schema), scope: scope) }
  static func breaks(_ schema: SchemaID, _ keyword: Int, in scope: [Int] = []) -> Claim {
    Claim(kind: .breaks(schema, keyword), scope: scope)
  }

  var schema: SchemaID {
    switch kind {
    case .holds(let schema), .fails(let schema), .breaks(let schema, _): schema
    }
  }
}
