import TypecastJSON
import TypecastSchema

/// The shapes of all documents with their names: what the translation starts from.
struct ShapeModel {
  let graph: SchemaGraph
  let types: [NamedType]

  /// The types that are written into each document's file.
  let typesByDocument: [Int: [NamedType]]
  let names: TypeNames
  let places: Places

  /// For each document that has a file, the names of its type and of the folders around it.
  let roots: [[String]]

  /// For each document its text as generated code carries it; meta-schemas of the specification have none.
  let sources: [(uri: String, name: String, text: String)]

  /// For each document the others that its references and dialects lead to.
  let references: [[Int]]

  /// What there is to say about the schemas.
  let diagnostics: [Diagnostic]

  /// Unions that contain themselves.
  let indirectUnions: Set<TypeID>

  /// Properties that contain the type they are in: the types in which they are, and their keys.
  let boxed: Set<BoxedProperty>

  /// A property that has to be held behind a reference.
  struct BoxedProperty: Hashable {
    let type: TypeID
    let index: Int
  }
}
