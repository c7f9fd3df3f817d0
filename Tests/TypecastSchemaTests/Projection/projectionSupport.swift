import TypecastJSON

@testable import TypecastSchema

/// The projection of a schema that a text holds.
func project(_ text: String, to dialect: Dialect) throws -> Projection {
  try CompiledSchema(parsing: text).projection(to: dialect)
}

/// Whether a value is valid against a schema.
func isValid(_ value: JSONValue, _ schema: CompiledSchema) throws -> Bool {
  try schema.isValid(JSONDocument(value))
}

extension Projection {
  /// The kinds of loss, each once, in the order of the losses.
  var kinds: [ProjectionLoss.Kind] {
    var seen: Set<ProjectionLoss.Kind> = []
    return losses.map(\.kind).filter { seen.insert($0).inserted }
  }

  /// The keywords of a kind of loss.
  func keywords(_ kind: ProjectionLoss.Kind) -> [String] {
    losses.filter { $0.kind == kind }.map(\.keyword)
  }

  /// The schema in the spelling of JSON Schema, whatever the dialect's own is.
  var jsonSchema: JSONValue { dialect == .geminiResponseSchema ? Self.fromOpenAPI(schema) : schema }

  private static func fromOpenAPI(_ value: JSONValue) -> JSONValue {
    guard case .object(let schema) = value else { return value }
    var result = JSONObject()
    for member in schema {
      switch (member.key, member.value) {
      case ("type", .string(let type)): result["type"] = .string(type.lowercased())
      case ("nullable", _): break
      case ("items", _): result["items"] = fromOpenAPI(member.value)
      case ("anyOf", .array(let branches)): result["anyOf"] = .array(branches.map(fromOpenAPI))
      case ("properties", .object(let members)):
        var inner = JSONObject()
        for property in members { inner[property.key] = fromOpenAPI(property.value) }
        result["properties"] = .object(inner)
      default: result[member.key] = member.value
      }
    }
    guard schema["nullable"] == true else { return .object(result) }
    if case .string(let type)? = result["type"], result["enum"] == nil, type != "object", type != "array" {
      result["type"] = [.string(type), "null"]
      return .object(result)
    }
    var outer = JSONObject()
    for note in ["title", "description"] {
      outer[note] = result[note]
      result[note] = nil
    }
    if result.count == 1, let branches = result["anyOf"]?.array {
      outer["anyOf"] = .array(branches + [["type": "null"]])
    } else {
      outer["anyOf"] = [.object(result), ["type": "null"]]
    }
    return .object(outer)
  }
}

extension JSONValue {
  /// The value without members that are null and that another value does not have.
  func withoutNulls(missingIn other: JSONValue) -> JSONValue {
    switch (self, other) {
    case (.object(let object), .object(let original)):
      var result = JSONObject()
      for member in object {
        if let known = original[member.key] {
          result[member.key] = member.value.withoutNulls(missingIn: known)
        } else if member.value != .null {
          result[member.key] = member.value
        }
      }
      return .object(result)
    case (.array(let elements), .array(let originals)) where elements.count == originals.count:
      return .array(zip(elements, originals).map { $0.withoutNulls(missingIn: $1) })
    default: return self
    }
  }
}

/// Turns a valid value into what a dialect's model would have to answer to mean it.
struct ReplyMaker {
  private let projection: Projection
  private let schema: JSONValue
  private var known: [JSONObject: CompiledSchema] = [:]

  /// Whether members were left out that the dialect closes objects to.
  private(set) var hasDropped = false

  init(_ projection: Projection) {
    self.projection = projection
    schema = projection.jsonSchema
  }

  /// The reply; nil if the dialect can't say the value.
  mutating func reply(for value: JSONValue) -> JSONValue? {
    let outer: JSONValue = projection.wrapper.map { .object([$0: value]) } ?? value
    return fitted(outer, to: schema, depth: 0)
  }

  private mutating func fitted(_ value: JSONValue, to schema: JSONValue, depth: Int) -> JSONValue? {
    guard depth < 200 else { return nil }
    if let reference = schema["$ref"]?.string {
      guard let target = self.schema[JSONPointer(String(reference.dropFirst()))!] else { return nil }
      return fitted(value, to: target, depth: depth + 1)
    }
    if let branches = schema["anyOf"]?.array {
      var lossy: (value: JSONValue, hasDropped: Bool)?
      for branch in branches {
        let before = hasDropped
        hasDropped = false
        let found = fitted(value, to: branch, depth: depth + 1)
        let droppedHere = hasDropped
        hasDropped = before
        guard let found else { continue }
        if !droppedHere { return found }
        lossy = lossy ?? (found, true)
      }
      if lossy != nil { hasDropped = true }
      return lossy?.value
    }
    var value = value
    switch value {
    case .object(let object):
      guard let fitted = members(object, schema, depth) else { return nil }
      value = .object(fitted)
    case .array(let elements):
      var fittedElements: [JSONValue] = []
      let prefix = schema["prefixItems"]?.array ?? []
      for (index, element) in elements.enumerated() {
        let inner = index < prefix.count ? prefix[index] : schema["items"] ?? [:]
        guard let element = fitted(element, to: inner, depth: depth + 1) else { return nil }
        fittedElements.append(element)
      }
      value = .array(fittedElements)
    default: break
    }
    guard fitsItself(value, schema) else { return nil }
    return value
  }

  /// Whether a value is valid apart from what is inside of it: limits of objects and arrays are left to the whole.
  private mutating func fitsItself(_ value: JSONValue, _ schema: JSONValue) -> Bool {
    var own = schema.object ?? JSONObject()
    for keyword in [
      "properties", "required", "additionalProperties", "items", "prefixItems", "propertyOrdering", "$defs",
    ] { own[keyword] = nil }
    let compiled = known[own] ?? (try? CompiledSchema(SchemaDocument(JSONDocument(.object(own)))))
    known[own] = compiled
    guard (try? compiled?.isValid(JSONDocument(value))) == true else { return false }
    guard case .object(let object) = value else { return true }
    return (schema["required"]?.array ?? []).allSatisfy { object[$0.string ?? ""] != nil }
  }

  private mutating func members(_ object: JSONObject, _ schema: JSONValue, _ depth: Int) -> JSONObject? {
    var result = JSONObject()
    let properties = schema["properties"]?.object ?? JSONObject()
    for member in object {
      if let inner = properties[member.key] {
        guard let fitted = fitted(member.value, to: inner, depth: depth + 1) else { return nil }
        result[member.key] = fitted
      } else if schema["additionalProperties"] == false {
        guard projection.kinds.contains(.closed) else { return nil }
        hasDropped = true
      } else {
        guard let fitted = fitted(member.value, to: schema["additionalProperties"] ?? [:], depth: depth + 1) else {
          return nil
        }
        result[member.key] = fitted
      }
    }
    guard projection.kinds.contains(.nullForMissing) else { return result }
    for name in schema["required"]?.array?.compactMap(\.string) ?? [] where result[name] == nil {
      guard let inner = properties[name], fitted(.null, to: inner, depth: depth + 1) != nil else { return nil }
      result[name] = .null
    }
    return result
  }
}
