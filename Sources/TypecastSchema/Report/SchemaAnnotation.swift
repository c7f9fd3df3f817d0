public import TypecastJSON

/// What one keyword of one schema says about one value.
public struct SchemaAnnotation: Hashable, Sendable {
  /// The keyword, such as `title`.
  public let keyword: String
  /// What the keyword says.
  public let value: JSONValue

  /// Where the value stands that it is said about.
  public let instancePointer: JSONPointer

  /// The schema that says it.
  public let schemaURI: URIReference

  /// Where that schema stands in its document.
  public let schemaPointer: JSONPointer

  /// The annotations of a result: of all its valid parts, those of later keywords last.
  static func collect(from result: Evaluated, in places: SchemaPlaces) -> [SchemaAnnotation] {
    guard result.isValid else { return [] }
    var annotations: [SchemaAnnotation] = []
    for note in result.notes {
      guard case .annotation(let value) = note.content else { continue }
      let place = places.place(of: result.schema)
      annotations.append(
        SchemaAnnotation(
          keyword: note.keyword, value: value, instancePointer: result.instancePath.pointer,
          schemaURI: place.uri, schemaPointer: place.pointer))
    }
    // A name is no part of the value that could carry an annotation.
    for child in result.children where child.keyword != "not" && child.keyword != "propertyNames" {
      annotations += collect(from: child.result, in: places)
    }
    return annotations
  }
}
