import TypecastJSON

/// A written schema without the writer's marks, and what there is to count in it.
struct FinishedSchema {
  private(set) var schema: JSONValue = .null
  private(set) var nulls: [JSONPointer] = []
  private(set) var counts: [LimitFact.Measure: Int] = [:]
  private(set) var enums: [EnumSize] = []
  private let isOpenAPI: Bool

  init(_ written: JSONObject, isOpenAPI: Bool) {
    self.isOpenAPI = isOpenAPI
    var pointer = JSONPointer()
    schema = .object(finish(written, at: &pointer))
  }

  private mutating func count(_ measure: LimitFact.Measure, _ amount: Int) {
    counts[measure, default: 0] += amount
  }

  private mutating func finish(_ written: JSONObject, at pointer: inout JSONPointer) -> JSONObject {
    var result = JSONObject()
    for member in written {
      pointer.append(member.key)
      switch (member.key, member.value) {
      case (ProjectionWriter.nullsMark, let names):
        pointer.removeLast()
        for name in names.array?.compactMap(\.string) ?? [] {
          nulls.append(pointer.appending("properties").appending(name))
        }
        continue
      case ("properties", .object(let members)), ("$defs", .object(let members)):
        var finished = JSONObject()
        for inner in members {
          count(.characters, inner.key.unicodeScalars.count)
          pointer.append(inner.key)
          finished[inner.key] = .object(finish(inner.value.object ?? JSONObject(), at: &pointer))
          pointer.removeLast()
        }
        result[member.key] = .object(finished)
        if member.key.utf8.elementsEqual("properties".utf8) { countMembers(members, of: written) }
      case ("items", .object(let inner)), ("additionalProperties", .object(let inner)):
        result[member.key] = .object(finish(inner, at: &pointer))
      case ("anyOf", .array(let schemas)), ("prefixItems", .array(let schemas)):
        if member.key.utf8.elementsEqual("anyOf".utf8) { count(.unions, 1) }
        var finished: [JSONValue] = []
        for (index, inner) in schemas.enumerated() {
          pointer.append(String(index))
          finished.append(.object(finish(inner.object ?? JSONObject(), at: &pointer)))
          pointer.removeLast()
        }
        result[member.key] = .array(finished)
      case ("enum", .array(let values)):
        countValues(values)
        result["enum"] = member.value
      case ("const", let value):
        countValues([value])
        result["const"] = value
      case ("type", .array):
        count(.unions, 1)
        result["type"] = member.value
      default: result[member.key] = member.value
      }
      pointer.removeLast()
    }
    return isOpenAPI ? Self.openAPI(result) : result
  }

  private mutating func countMembers(_ members: JSONObject, of schema: JSONObject) {
    count(.properties, members.count)
    count(.optionalProperties, members.count - (schema["required"]?.array?.count ?? 0))
  }

  private mutating func countValues(_ values: [JSONValue]) {
    let size = EnumSize(values)
    enums.append(size)
    count(.enumValues, size.values)
    count(.characters, size.characters)
    if size.textCharacters > 0 { counts[.enumCharacters] = max(counts[.enumCharacters] ?? 0, size.textCharacters) }
  }

  // MARK: - OpenAPI

  /// A schema in the spelling of OpenAPI 3.0; those inside are spelled so already.
  private static func openAPI(_ schema: JSONObject) -> JSONObject {
    var result = schema
    var isNullable = false
    if let names = schema["type"]?.array?.compactMap(\.string) {
      let others = names.filter { !$0.utf8.elementsEqual("null".utf8) }
      isNullable = others.count < names.count
      if others.count == 1 {
        result["type"] = .string(others[0])
      } else {
        result["type"] = nil
        result["anyOf"] = .array(others.map { ["type": .string(capitals($0))] })
      }
    }
    if let type = result["type"]?.string { result["type"] = .string(capitals(type)) }
    if let branches = result["anyOf"]?.array {
      var flat: [JSONValue] = []
      for branch in branches {
        if branch == ["type": "NULL"] {
          isNullable = true
        } else if let inner = branch["anyOf"]?.array, branch.object?.count == 1 + (branch["nullable"] == nil ? 0 : 1) {
          isNullable = isNullable || branch["nullable"] != nil
          flat += inner
        } else {
          flat.append(branch)
        }
      }
      result["anyOf"] = .array(flat)
      if flat.count == 1, case .object(let only) = flat[0] {
        result["anyOf"] = nil
        for member in only where result[member.key] == nil { result[member.key] = member.value }
      }
    }
    if isNullable { result["nullable"] = true }
    return result
  }

  private static func capitals(_ type: String) -> String { type.uppercased() }
}
