import TypecastJSON

/// Turns the results of an evaluation into the errors that explain a failure.
struct ErrorCollector {
  let graph: SchemaGraph
  let places: SchemaPlaces
  let lines: LineIndex

  /// What is known of alternatives that were looked at.
  let alternatives: AlternativeTable

  init(_ graph: SchemaGraph, lines: LineIndex) {
    self.graph = graph
    self.lines = lines
    places = SchemaPlaces(graph)
    alternatives = AlternativeTable(graph)
  }

  func errors(of result: Evaluated) -> [ValidationError] {
    guard !result.isValid else { return [] }
    var errors: [ValidationError] = []
    for note in result.notes {
      guard case .error(let message) = note.content else { continue }
      errors += choiceErrors(note.keyword, message, in: result) ?? [error(note.keyword, message, in: result)]
    }
    for child in result.children where child.isRequired { errors += self.errors(of: child.result) }
    return errors
  }

  /// The error of a keyword, at the value that its schema is applied to or at one of that value's members.
  func error(
    _ keyword: String, _ message: String, in result: Evaluated, at member: (key: String, value: JSONNode)? = nil,
    causes: [ValidationError] = []
  ) -> ValidationError {
    let place = places.place(of: result.schema)
    let pointer = result.instancePath.pointer
    return ValidationError(
      keyword: keyword,
      message: message,
      instancePointer: member.map { pointer.appending($0.key) } ?? pointer,
      position: lines.position(of: (member?.value ?? result.instance).offset),
      schemaPointer: keyword.isEmpty ? place.pointer : place.pointer.appending(keyword),
      schemaURI: keyword.isEmpty ? place.uri : place.uri.appendingToFragment(keyword),
      causes: causes)
  }
}

extension URIReference {
  /// The same reference with one more token at the end of the pointer in its fragment.
  func appendingToFragment(_ token: String) -> URIReference {
    replacingFragment(
      with: (fragment ?? "") + URIReference.fragment(forPointer: "/" + JSONPointer.escape(token)))
  }
}
