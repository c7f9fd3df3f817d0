import TypecastJSON

extension ProjectionWriter {
  mutating func array(_ shape: Shape) -> JSONObject {
    var schema: JSONObject = ["type": "array"]
    let array = shape.array
    let length = array.prefix.count
    let isClosed = array.others == .closed
    let least = shape.limits[.minItems]?.value ?? 0
    let most = shape.limits[.maxItems]?.value
    let isExact = least >= JSONNumber(length) && (isClosed || most.map { $0 <= JSONNumber(length) } ?? false)
    let isTuple: Bool =
      switch facts.tuples {
      case .none: false
      case .exact: isExact
      case .asWritten: true
      }
    if length > 0, isTuple {
      var prefix: [JSONValue] = []
      for element in array.prefix { prefix.append(.object(inside { $0.schema(element, at: shape.place) })) }
      schema["prefixItems"] = .array(prefix)
      if facts.tuples == .exact {
        schema["minItems"] = .number(JSONNumber(length))
        schema["maxItems"] = .number(JSONNumber(length))
        return schema
      }
      if case .shape(let others) = array.others {
        let items = inside { $0.schema(others, at: shape.place) }
        if !items.isEmpty { schema["items"] = .object(items) }
      }
    } else {
      if length > 0, let place = array.prefixPlace {
        losses.add(
          .widened, place.key.string ?? "prefixItems", at: place.key,
          "\(facts.title) can't say which element has which schema here: each may have any of them, which is checked when "
            + "the reply has come")
      }
      if let items = items(of: array, at: shape.place) { schema["items"] = .object(items) }
    }
    send(.minItems, of: shape, to: &schema)
    send(.maxItems, of: shape, to: &schema)
    if isClosed, most.map({ $0 > JSONNumber(length) }) ?? true { close(&schema, at: length, shape) }
    // Where it is the elements that make a list of counted ones, they have to be said.
    if schema["items"] == nil, schema["prefixItems"] == nil, schema.count > 1, facts.anything == .types {
      schema["items"] = .object(facts.needsItems ? anyElement(at: shape.place) : anything(.all, at: shape.place))
    }
    return schema
  }

  /// One schema for every element; nil where it would demand nothing and need not be there.
  private mutating func items(of array: ArrayShape, at place: JSONNode) -> JSONObject? {
    var options = array.prefix
    switch array.others {
    case .shape(let others): options.append(others)
    case .open: options = []
    case .closed: break
    }
    guard !options.isEmpty else { return facts.needsItems ? anyElement(at: place) : nil }
    var schemas: [JSONObject] = []
    for option in options { schemas.append(inside { $0.schema(option, at: place) }) }
    let items = union(schemas, plain: [])
    return items.isEmpty ? nil : items
  }

  /// Says that there are no elements after the listed ones.
  private mutating func close(_ schema: inout JSONObject, at length: Int, _ shape: Shape) {
    guard facts.enforces("maxItems") else {
      noteLost("items", at: shape.place, "it can't be said that there are no more than \(length) elements")
      return
    }
    if let cap = facts.fact("maxItems")?.cap, length > cap { return }
    schema["maxItems"] = .number(JSONNumber(length))
  }
}
