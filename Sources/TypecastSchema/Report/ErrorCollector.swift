import TypecastJSON

/// Turns the results of an evaluation into the errors that explain a failure.
struct ErrorCollector {
  let places: SchemaPlaces
  let lines: LineIndex

  func errors(of result: Evaluated) -> [ValidationError] {
    guard !result.isValid else { return [] }
    var errors: [ValidationError] = []
    for note in result.notes {
      guard case .error(let message) = note.content else { continue }
      errors.append(error(note.keyword, message, in: result))
    }
    for child in result.children where child.isRequired { errors += self.errors(of: child.result) }
    return errors
  }

  private func error(_ keyword: String, _ message: String, in result: Evaluated) -> ValidationError {
    let (closest, causes) = closest(to: keyword, in: result)
    let place = places.place(of: result.schema)
    return ValidationError(
      keyword: keyword,
      message: closest.map { "\(message); alternative \($0) comes closest" } ?? message,
      instancePointer: result.instancePath.pointer,
      position: lines.position(of: result.instance.offset),
      schemaPointer: keyword.isEmpty ? place.pointer : place.pointer.appending(keyword),
      schemaURI: keyword.isEmpty ? place.uri : place.uri.appendingToFragment(keyword),
      causes: causes)
  }

  /// The errors of the alternative with the lightest ones, and its number if there are several.
  private func closest(to keyword: String, in result: Evaluated) -> (number: Int?, causes: [ValidationError]) {
    guard keyword == "anyOf" || keyword == "oneOf" else { return (nil, []) }
    let alternatives = result.children.filter { $0.keyword == keyword && !$0.result.isValid }
    var best: (weight: Int, number: Int, errors: [ValidationError])?
    for alternative in alternatives {
      let errors = errors(of: alternative.result)
      let weight = errors.reduce(0) { $0 + self.weight(of: $1, at: result.instancePath.pointer) }
      if weight < best?.weight ?? Int.max {
        best = (weight, Int(alternative.result.path.token) ?? 0, errors)
      }
    }
    // Where one alternative fits already, the others are not what is wrong.
    guard let best, keyword == "anyOf" || result.children.allSatisfy({ $0.keyword != keyword || !$0.result.isValid })
    else { return (nil, []) }
    return (alternatives.count > 1 ? best.number : nil, best.errors)
  }

  /// How much an error speaks against an alternative for the value at a place: the wrong type most, a wrong marker
  /// value among its members next. Farther inside the value, where the alternative fits that far, little is held against it.
  private func weight(of error: ValidationError, at pointer: JSONPointer) -> Int {
    let distance = error.instancePointer.tokens.count - pointer.tokens.count
    switch error.keyword {
    case "type": return distance == 0 ? 1000 : 20
    case "const", "enum": return distance <= 1 ? 100 : 5
    case "required", "additionalProperties", "unevaluatedProperties": return distance == 0 ? 10 : 3
    default: return 1 + error.causes.reduce(0) { $0 + weight(of: $1, at: pointer) }
    }
  }
}

extension URIReference {
  /// The same reference with one more token at the end of the pointer in its fragment.
  func appendingToFragment(_ token: String) -> URIReference {
    replacingFragment(
      with: (fragment ?? "") + URIReference.fragment(forPointer: "/" + JSONPointer.escape(token)))
  }
}
