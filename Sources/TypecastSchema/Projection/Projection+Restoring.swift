public import TypecastJSON

extension Projection {
  /// The value that the original schema is about, made of a reply: out of its wrapper, and without members whose null
  /// stands for a missing one.
  ///
  /// Nothing else is changed, and nothing is checked: validate the result against the original schema.
  public func restoring(_ reply: JSONValue) -> JSONValue {
    var value = reply
    if let wrapper, case .object(let object) = reply, let inner = object[wrapper] {
      value = inner
      if nullsForMissing.isEmpty { return value }
      return ReplyRestorer(self).restored(value, from: schema["properties"]?[wrapper], at: ["properties", wrapper])
    }
    if nullsForMissing.isEmpty { return value }
    value = ReplyRestorer(self).restored(value, from: schema, at: [])
    return value
  }
}

/// Walks a reply along the schema that it was made for.
private final class ReplyRestorer {
  private let schema: JSONValue
  private let nulls: Set<JSONPointer>

  /// How many more pairs of a schema and a value may be looked at.
  private var steps = 1_000_000

  init(_ projection: Projection) {
    schema = projection.schema
    nulls = Set(projection.nullsForMissing)
  }

  /// The value without the nulls that mean nothing; unchanged where it does not follow the schema.
  func restored(_ value: JSONValue, from schema: JSONValue?, at path: [String]) -> JSONValue {
    guard let (schema, path) = resolved(schema, at: path, for: value) else { return value }
    switch value {
    case .object(let object):
      guard let properties = schema["properties"]?.object else { return value }
      var result = JSONObject()
      for member in object {
        let place = path + ["properties", member.key]
        if member.value == .null, nulls.contains(JSONPointer(tokens: place)) { continue }
        result[member.key] = properties[member.key].map { restored(member.value, from: $0, at: place) } ?? member.value
      }
      return .object(result)
    case .array(let elements):
      guard let items = schema["items"] else { return value }
      return .array(elements.map { restored($0, from: items, at: path + ["items"]) })
    default: return value
    }
  }

  /// The schema that a value follows, behind references and choices.
  private func resolved(
    _ schema: JSONValue?, at path: [String], for value: JSONValue
  ) -> (schema: JSONValue, path: [String])? {
    guard var schema else { return nil }
    var path = path
    while true {
      steps -= 1
      guard steps > 0 else { return nil }
      if let reference = schema["$ref"]?.string {
        guard let target = target(of: reference) else { return nil }
        (schema, path) = target
      } else if let options = schema["anyOf"]?.array {
        guard let index = options.firstIndex(where: { fits(value, $0) }) else { return nil }
        schema = options[index]
        path += ["anyOf", String(index)]
      } else {
        return (schema, path)
      }
    }
  }

  private func target(of reference: String) -> (JSONValue, [String])? {
    if reference.utf8.elementsEqual("#".utf8) { return (schema, []) }
    guard let pointer = JSONPointer(String(reference.dropFirst())), let target = schema[pointer] else { return nil }
    return (target, pointer.tokens.map(\.string))
  }

  /// Whether a value has the shape of a schema: its types, its members and what is listed.
  private func fits(_ value: JSONValue, _ schema: JSONValue) -> Bool {
    steps -= 1
    guard steps > 0 else { return false }
    if let reference = schema["$ref"]?.string {
      return target(of: reference).map { fits(value, $0.0) } ?? false
    }
    if let options = schema["anyOf"]?.array { return options.contains { fits(value, $0) } }
    if let values = schema["enum"]?.array, !values.contains(value) { return false }
    if let constant = schema["const"], constant != value { return false }
    guard hasType(value, schema["type"]) else { return false }
    switch value {
    case .object(let object):
      guard let properties = schema["properties"]?.object else { return true }
      for name in schema["required"]?.array?.compactMap(\.string) ?? [] where object[name] == nil { return false }
      return object.allSatisfy { member in properties[member.key].map { fits(member.value, $0) } ?? false }
    case .array(let elements):
      guard let items = schema["items"] else { return true }
      return elements.allSatisfy { fits($0, items) }
    default: return true
    }
  }

  private func hasType(_ value: JSONValue, _ type: JSONValue?) -> Bool {
    let names: [String]
    switch type {
    case .string(let name): names = [name]
    case .array(let list): names = list.compactMap(\.string)
    default: return true
    }
    return names.contains { name in
      switch name {
      case "integer": value.number?.isInteger ?? false
      default: name == value.type.rawValue
      }
    }
  }
}
