import TypecastJSON

/// The output formats that the specification defines.
public enum ValidationOutput: String, Hashable, Sendable, CaseIterable {
  /// The verdict alone.
  case flag
  /// A flat list of errors or annotations.
  case basic
  /// A tree of errors or annotations, without what adds nothing.
  case detailed
  /// A tree of everything.
  case verbose
}

/// Writes the results of an evaluation in one of the specification's formats.
struct OutputWriter {
  let places: SchemaPlaces

  init(_ graph: SchemaGraph) {
    places = SchemaPlaces(graph)
  }

  func write(_ result: Evaluated, as output: ValidationOutput) -> JSONValue {
    switch output {
    case .flag: ["valid": .bool(result.isValid)]
    case .basic: basic(result)
    case .detailed: detailed(unit(result))
    case .verbose: verbose(unit(result))
    }
  }

  /// A schema or a keyword, and what stands below it.
  private struct Unit {
    var isValid: Bool
    var keywordLocation: JSONPointer
    var absoluteKeywordLocation: URIReference
    var instanceLocation: JSONPointer
    var error: String?
    var annotation: JSONValue?
    var children: [Unit] = []
  }

  private func unit(_ result: Evaluated) -> Unit {
    let path = result.path.pointer
    let uri = places.place(of: result.schema).uri
    let instance = result.instancePath.pointer
    var unit = Unit(
      isValid: result.isValid, keywordLocation: path, absoluteKeywordLocation: uri, instanceLocation: instance)
    for note in result.notes {
      var below = Unit(
        isValid: true, keywordLocation: path.appending(note.keyword),
        absoluteKeywordLocation: uri.appendingToFragment(note.keyword), instanceLocation: instance)
      switch note.content {
      case .error(let message) where note.keyword.isEmpty:
        unit.error = message
        continue
      case .error(let message):
        below.isValid = false
        below.error = message
      case .annotation(let value):
        // Annotations of what failed are dropped.
        if !result.isValid { continue }
        below.annotation = value
      }
      unit.children.append(below)
    }
    unit.children += result.children.map { self.unit($0.result) }
    return unit
  }

  private func fields(_ unit: Unit) -> JSONObject {
    var object = JSONObject()
    object["valid"] = .bool(unit.isValid)
    object["keywordLocation"] = .string(unit.keywordLocation.description)
    if unit.absoluteKeywordLocation.isAbsolute {
      object["absoluteKeywordLocation"] = .string(unit.absoluteKeywordLocation.description)
    }
    object["instanceLocation"] = .string(unit.instanceLocation.description)
    object["error"] = unit.error.map { .string($0) }
    object["annotation"] = unit.annotation
    return object
  }

  private func basic(_ result: Evaluated) -> JSONValue {
    var list: [JSONValue] = []
    func visit(_ unit: Unit) {
      if result.isValid ? unit.annotation != nil : !unit.isValid { list.append(.object(fields(unit))) }
      for child in unit.children where result.isValid == child.isValid { visit(child) }
    }
    visit(unit(result))
    var object = JSONObject()
    object["valid"] = .bool(result.isValid)
    object[result.isValid ? "annotations" : "errors"] = .array(list)
    return .object(object)
  }

  /// Leaves out what agrees with nothing, and a level that has one thing below it and says nothing itself.
  private func detailed(_ unit: Unit) -> JSONValue {
    func condense(_ unit: Unit) -> Unit? {
      var unit = unit
      unit.children = unit.children.filter { $0.isValid == unit.isValid }.compactMap(condense)
      if unit.error == nil, unit.annotation == nil {
        if unit.children.count == 1 { return unit.children[0] }
        if unit.children.isEmpty && unit.isValid { return nil }
      }
      return unit
    }
    return condense(unit).map(verbose) ?? ["valid": true]
  }

  private func verbose(_ unit: Unit) -> JSONValue {
    var object = fields(unit)
    if !unit.children.isEmpty {
      object[unit.isValid ? "annotations" : "errors"] = .array(unit.children.map(verbose))
    }
    return .object(object)
  }
}
