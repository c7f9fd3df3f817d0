import TypecastJSON

/// A schema whose types are called `STRING`, `OBJECT` and so on, as Gemini's own schemas have it, with JSON Schema's names.
func loweringTypeNames(_ schema: JSONValue) -> JSONValue {
  switch schema {
  case .array(let elements): return .array(elements.map(loweringTypeNames))
  case .object(let object):
    var result = JSONObject()
    for member in object.members {
      if member.key == "type", let name = member.value.string, typeNames.contains(name) {
        result[member.key] = .string(name.lowercased())
      } else {
        result[member.key] = loweringTypeNames(member.value)
      }
    }
    return .object(result)
  default: return schema
  }
}

private let typeNames: Set<String> = ["STRING", "NUMBER", "INTEGER", "BOOLEAN", "ARRAY", "OBJECT", "NULL"]
