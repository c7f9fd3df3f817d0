import TypecastJSON

extension ProjectionWriter {
  // MARK: - Any value

  /// A schema for any value of some types, as far as the dialect can say that.
  mutating func anything(_ types: TypeSet, at place: JSONNode?) -> JSONObject {
    if types == .all, facts.anything == .empty { return JSONObject() }
    if types == .all, facts.anything == .definition {
      noteClosed(place)
      return anythingDefinition { writer in
        writer.union(
          [
            ["type": "array", "items": .object(writer.anythingDefinition { _ in JSONObject() })],
            writer.object(members: [], required: [], others: false),
          ], plain: ["string", "number", "boolean", "null"])
      }
    }
    var plain: [String] = []
    var branches: [JSONObject] = []
    for (type, name) in Self.typeNames where !types.isDisjoint(with: type) {
      switch name {
      case "object": branches.append(anyObject(at: place))
      case "array": branches.append(anyArray(at: place))
      case "number": plain.append(types.contains(.fraction) ? "number" : "integer")
      default: plain.append(name)
      }
    }
    let isFree = branches.allSatisfy { $0.count == 1 }
    // Types without anything else fit one array of names.
    return isFree && !facts.isOpenAPI
      ? union([], plain: branches.compactMap { $0["type"]?.string } + plain) : union(branches, plain: plain)
  }

  /// Any object; where objects have to be closed, the empty one alone.
  mutating func anyObject(at place: JSONNode?) -> JSONObject {
    if facts.needsMembers {
      noteClosed(place)
      return object(members: [("_", ["type": ["string", "null"]])], required: [], others: nil)
    }
    guard facts.otherMembers == .alwaysClosed else { return ["type": "object"] }
    noteClosed(place)
    return facts.requiresAllMembers
      ? object(members: [], required: [], others: false) : ["type": "object", "additionalProperties": false]
  }

  mutating func anyArray(at place: JSONNode?) -> JSONObject {
    guard facts.needsItems else { return ["type": "array"] }
    return ["type": "array", "items": .object(anyElement(at: place))]
  }

  /// Any element of an array that has to say what its elements are.
  mutating func anyElement(at place: JSONNode?) -> JSONObject {
    if facts.anything == .definition { return anything(.all, at: place) }
    if let place {
      losses.add(
        .closed, "", at: place,
        "\(facts.title) can't say that an element is any value: arrays hold no arrays and objects")
    }
    return union([], plain: ["string", "number", "boolean", "null"])
  }

  private mutating func noteClosed(_ place: JSONNode?) {
    guard let place else { return }
    losses.add(
      .closed, "", at: place,
      "\(facts.title) has no objects of any members: where this schema allows any object, only an empty one can come; "
        + "list the members under \"properties\"")
  }

  // MARK: - Unions

  /// A schema for what any of some schemas allows, and for values of types without more to say.
  func union(_ schemas: [JSONObject], plain: [String]) -> JSONObject {
    if schemas.contains(where: \.isEmpty) { return JSONObject() }
    var branches = unique(schemas)
    let rest = plain
    if branches.count == 1, rest == ["null"], case .string(let type)? = branches[0]["type"],
      type != "object", type != "array", branches[0]["enum"] == nil, branches[0]["const"] == nil
    {
      branches[0]["type"] = [.string(type), "null"]
      return branches[0]
    }
    if !rest.isEmpty {
      branches.append(["type": rest.count == 1 ? .string(rest[0]) : .array(rest.map(JSONValue.string))])
    }
    if branches.count == 1 { return branches[0] }
    return ["anyOf": .array(flattened(branches).map(JSONValue.object))]
  }

  /// Choices of nothing else are taken apart.
  private func flattened(_ branches: [JSONObject]) -> [JSONObject] {
    var isFlat = true
    let flat = branches.flatMap { branch -> [JSONObject] in
      guard branch.count == 1, let inner = branch["anyOf"]?.array else { return [branch] }
      isFlat = false
      return inner.compactMap(\.object)
    }
    return isFlat ? branches : unique(flat)
  }

  private func unique(_ schemas: [JSONObject]) -> [JSONObject] {
    guard schemas.count > 1 else { return schemas }
    var seen: Set<JSONObject> = []
    return schemas.filter { seen.insert($0).inserted }
  }

  /// A schema that allows null as well.
  func nullable(_ schema: JSONObject) -> JSONObject {
    if schema.isEmpty { return schema }
    if schema.count == 1, let types = schema["type"]?.array {
      return types.contains("null") ? schema : ["type": .array(types + ["null"])]
    }
    if schema.count == 1, let type = schema["type"]?.string, type != "object", type != "array" {
      return ["type": [.string(type), "null"]]
    }
    var notes = JSONObject()
    var rest = schema
    for key in ["title", "description"] {
      notes[key] = rest[key]
      rest[key] = nil
    }
    // Notes are about the value, not about one way to be it.
    for member in union([rest], plain: ["null"]) { notes[member.key] = member.value }
    return notes
  }

  // MARK: - Values

  /// A schema for values that are listed.
  mutating func enumeration(_ values: [JSONNode], at place: JSONNode) -> JSONObject {
    var listed: [JSONValue] = []
    var plain: [String] = []
    var branches: [JSONObject] = []
    let excess = excess(of: values)
    let isLong = excess != nil
    if let excess {
      losses.add(
        .widened, "enum", at: place,
        "\(excess) too many for \(facts.title): any value of their types is let through, and checked when the reply has come"
      )
    }
    for value in values {
      let type = TypeSet.types(of: value.type)
      if !isLong, facts.enumTypes.isSuperset(of: type) {
        listed.append(value.value)
        continue
      }
      switch value.type {
      case .null: add("null", to: &plain)
      case .boolean:
        add("boolean", to: &plain)
        let isWhole = values.count(where: { $0.type == .boolean }) == 2
        if !isLong && !isWhole { noteWidened(values: "booleans", at: place) }
      case .number:
        let isInteger = values.allSatisfy { $0.number?.isInteger ?? true }
        add(isInteger ? "integer" : "number", to: &plain)
        if !isLong { noteWidened(values: "numbers", at: place) }
      case .string:
        add("string", to: &plain)
        if !isLong { noteWidened(values: "strings", at: place) }
      case .array, .object:
        branches.append(isLong ? anything(type, at: place) : literal(value.value, at: place, depth: 0))
      }
    }
    if !listed.isEmpty { branches.insert(enumeration(of: listed), at: 0) }
    return union(branches, plain: plain)
  }

  /// What is more than the dialect takes of a list of values, by itself or beside everything else; nil if it takes all.
  private mutating func excess(of values: [JSONNode]) -> String? {
    let here = "\(values.count) values are"
    if let most = facts.enumValues, values.count > most { return here }
    let size = EnumSize(values.filter { facts.enumTypes.isSuperset(of: TypeSet.types(of: $0.type)) }.map(\.value))
    if let limit = facts.limits.first(where: { $0.measure == .enumCharacters }), size.textCharacters > limit.most {
      return "so many characters in \(values.count) values are"
    }
    let together = "\(values.count) values here and those elsewhere are"
    if size.values > relief.enumValues || size.characters > relief.enumCharacters { return together }
    guard size.values == relief.enumValues else { return nil }
    enumsAtLimit += 1
    return enumsAtLimit > relief.enumsAtLimit ? together : nil
  }

  private func enumeration(of values: [JSONValue]) -> JSONObject {
    var types: [String] = []
    for (_, name) in Self.typeNames where values.contains(where: { $0.type.rawValue == name }) {
      let isInteger = name == "number" && values.allSatisfy { $0.number?.isInteger ?? true }
      types.append(isInteger ? "integer" : name)
    }
    let type: JSONValue = types.count == 1 ? .string(types[0]) : .array(types.map(JSONValue.string))
    if values.count == 1, facts.enforces("const") { return ["const": values[0]] }
    // A grammar would write every value once for each of several types.
    if facts.oneStringKeyword { return ["enum": .array(values)] }
    return ["type": type, "enum": .array(values)]
  }

  private func add(_ name: String, to names: inout [String]) {
    if !names.contains(name) { names.append(name) }
  }

  private mutating func noteWidened(values: String, at place: JSONNode) {
    losses.add(
      .widened, "enum", at: place,
      "\(facts.title) lists no \(values): any is let through, and checked when the reply has come")
  }

  /// A schema for one array or object, made of the parts that the dialect can list.
  private mutating func literal(_ value: JSONValue, at place: JSONNode, depth: Int) -> JSONObject {
    guard depth < 8 else { return anything(TypeSet.types(of: value.type), at: place) }
    switch value {
    case .object(let object):
      var members: [(String, JSONValue)] = []
      for member in object {
        members.append((member.key, .object(literal(member.value, at: place, depth: depth + 1))))
      }
      if members.isEmpty, facts.needsMembers { return anyObject(at: place) }
      let isClosed: JSONValue? = facts.otherMembers == .unsaid ? .none : .some(false)
      return self.object(members: members, required: object.keys, others: isClosed)
    case .array(let elements):
      guard !elements.isEmpty else { return anyArray(at: place) }
      var schemas: [JSONObject] = []
      for element in elements { schemas.append(literal(element, at: place, depth: depth + 1)) }
      losses.add(
        .widened, "enum", at: place,
        "\(facts.title) lists no arrays: any array of the same elements is let through, and checked when the reply has "
          + "come")
      return ["type": "array", "items": .object(union(schemas, plain: []))]
    case .null: return ["type": "null"]
    default:
      let type = TypeSet.types(of: value.type)
      if facts.enumTypes.isSuperset(of: type) { return enumeration(of: [value]) }
      noteWidened(values: "\(value.type.rawValue)s", at: place)
      return ["type": .string(value.type.rawValue)]
    }
  }
}
