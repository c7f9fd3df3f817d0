import TypecastJSON

extension ProjectionWriter {
  /// Stands in a written object for the names of members whose null means that they are missing; taken out in the end.
  static let nullsMark = "\u{0}nulls"

  /// An object of given members; `others` is what `additionalProperties` says.
  func object(members: [(String, JSONValue)], required: [String], others: JSONValue?) -> JSONObject {
    var schema: JSONObject = ["type": "object"]
    var properties = JSONObject()
    for (name, member) in members { properties[name] = member }
    if !members.isEmpty || facts.requiresAllMembers { schema["properties"] = .object(properties) }
    if !required.isEmpty || facts.requiresAllMembers { schema["required"] = .array(required.map(JSONValue.string)) }
    if let others { schema["additionalProperties"] = others }
    if facts.writesOrder, properties.count > 1 {
      schema["propertyOrdering"] = .array(properties.keys.map(JSONValue.string))
    }
    return schema
  }

  mutating func object(_ shape: Shape) -> JSONObject {
    var members: [(String, JSONValue)] = []
    var required: [String] = []
    var nulls: [JSONValue] = []
    var isOpened = false
    for member in shape.object.members {
      if shapes[member.shape].isNever {
        noteForbidden(member, in: shape)
        continue
      }
      if facts.unusableNames.contains(where: { $0.utf8.elementsEqual(member.name.utf8) }) {
        losses.add(
          .widened, "properties", at: member.place,
          "\(facts.title) can't have a member named \(JSONValue.string(member.name)): any member is let through instead, "
            + "and checked when the reply has come")
        isOpened = true
        continue
      }
      let isMadeRequired = !member.isRequired && isRequiredAllTheSame(member)
      var schema = inside(optional: !member.isRequired) { $0.schema(member.shape, at: member.place) }
      if isMadeRequired {
        if !allowsNull(member.shape) {
          nulls.append(.string(member.name))
          schema = nullable(schema)
        }
        losses.add(
          .nullForMissing, "required", at: member.place,
          "\(facts.title) has \(facts.requiresAllMembers ? "no" : "not so many") optional members: "
            + "\(JSONValue.string(member.name)) is always there, and null where it would be missing")
      }
      members.append((member.name, .object(schema)))
      if member.isRequired || isMadeRequired { required.append(member.name) }
    }
    noteOrder(shape, required)
    if members.isEmpty, facts.needsMembers { return anyObject(at: shape.place) }
    // Where any member is let through, and its name can't be told from the listed ones, nothing can be listed.
    if isOpened, facts.needsPlainNames, !members.allSatisfy({ Self.isPlain($0.0) }) { return ["type": "object"] }
    let others = isOpened ? .object(anything(.all, at: nil)) : self.others(of: shape, beside: members.map(\.0))
    var schema = object(members: members, required: required, others: others)
    for keyword in [LimitKeyword.minProperties, .maxProperties] { send(keyword, of: shape, to: &schema) }
    if !nulls.isEmpty { schema[Self.nullsMark] = .array(nulls) }
    return schema
  }

  /// Whether a member that may be missing has to be there.
  private mutating func isRequiredAllTheSame(_ member: ObjectShape.Member) -> Bool {
    if facts.requiresAllMembers { return true }
    if allowsNull(member.shape) {
      optionalNullable += 1
      guard requiredNullable < relief.requiredNullable else { return false }
      requiredNullable += 1
    } else {
      optionalOthers += 1
      guard requiredOthers < relief.requiredOthers else { return false }
      requiredOthers += 1
    }
    return true
  }

  private mutating func noteForbidden(_ member: ObjectShape.Member, in shape: Shape) {
    if shape.object.others == .closed || facts.otherMembers == .alwaysClosed { return }
    if case .open(isSaid: false) = shape.object.others, facts.otherMembers == .closedIfUnsaid { return }
    losses.add(
      .notEnforced, "properties", at: member.place,
      "that \(JSONValue.string(member.name)) must not be there is not enforced by \(facts.title); it is checked when the "
        + "reply has come")
  }

  /// Whether null is valid, so that it can't be told from a missing member, and need not be.
  private func allowsNull(_ id: ShapeID) -> Bool {
    var open = [id]
    var seen: Set<ShapeID> = []
    while let next = open.popLast(), seen.insert(next).inserted {
      let shape = shapes[next]
      if let alternatives = shape.alternatives {
        open += alternatives
      } else if let values = shape.values {
        if values.contains(where: { $0.type == .null }) { return true }
      } else if shape.types.contains(.null) {
        return true
      }
    }
    return false
  }

  // MARK: - Other members

  private mutating func others(of shape: Shape, beside names: [String]) -> JSONValue? {
    let object = shape.object
    let place = object.othersPlace ?? shape.place
    let keyword = object.othersPlace == nil ? "" : "additionalProperties"
    if let patterns = object.patternsPlace { notePatterns(patterns, shape) }
    if object.others == .closed { return facts.otherMembers == .unsaid ? noteUnsaid(place) : false }
    switch facts.otherMembers {
    case .unsaid:
      if case .shape = object.others { return noteUnsaid(place) }
      return nil
    case .alwaysClosed:
      losses.add(
        .closed, keyword, at: place,
        "\(facts.title) closes every object: only members listed under \"properties\" can come")
      return false
    case .closedIfUnsaid:
      if object.others == .open(isSaid: false), object.patternsPlace == nil {
        if names.isEmpty { return nil }
        losses.add(
          .closed, keyword, at: place,
          "\(facts.title) closes objects that do not say otherwise: only members listed under \"properties\" can come; "
            + "write \"additionalProperties\": true to let others through")
        return false
      }
      if facts.needsPlainNames, let name = names.first(where: { !Self.isPlain($0) }) {
        losses.add(
          .closed, keyword, at: place,
          "\(facts.title) can't tell other members from one named \(JSONValue.string(name)): only members listed under "
            + "\"properties\" can come")
        return false
      }
    case .asWritten: break
    }
    switch object.others {
    case .closed: return false
    case .open(let isSaid):
      guard isSaid || object.patternsPlace != nil && facts.otherMembers == .closedIfUnsaid else { return nil }
      return facts.anything == .empty || names.isEmpty ? true : .object(anything(.all, at: nil))
    case .shape(let id):
      let schema = inside(optional: true) { $0.schema(id, at: place) }
      return schema.isEmpty ? true : .object(schema)
    }
  }

  private mutating func noteUnsaid(_ place: JSONNode) -> JSONValue? {
    noteLost("additionalProperties", at: place)
    return nil
  }

  private mutating func notePatterns(_ place: JSONNode, _ shape: Shape) {
    let isClosed = facts.otherMembers == .alwaysClosed
    losses.add(
      isClosed ? .closed : .widened, "patternProperties", at: place.key,
      isClosed
        ? "\(facts.title) has no \"patternProperties\": only members listed under \"properties\" can come"
        : "\(facts.title) has no \"patternProperties\": which names go with which schema is checked when the reply has "
          + "come")
  }

  /// Whether a name can be excluded from the names of other members.
  private static func isPlain(_ name: String) -> Bool {
    name.utf8.allSatisfy { byte in
      (byte >= 0x30 && byte <= 0x39) || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || byte == 0x5F || byte == 0x24
        || byte == 0x20 || byte == 0x2E
    }
  }

  // MARK: - Order

  private mutating func noteOrder(_ shape: Shape, _ required: [String]) {
    let members = shape.object.members.filter { !shapes[$0.shape].isNever }
    guard let first = members.first else { return }
    let names = Set(required.map(ScalarText.init))
    let areRequired = members.map { names.contains(ScalarText($0.name)) }
    let isMixed = zip(areRequired, areRequired.dropFirst()).contains { !$0 && $1 }
    switch facts.order {
    case .declared: return
    case .requiredFirst:
      guard isMixed else { return }
      losses.add(
        .reordered, "properties", at: first.place,
        "\(facts.title) writes required members before the others: the declared order is lost")
    case .sometimesAlphabetical:
      let isSorted = zip(members, members.dropFirst()).allSatisfy {
        $0.name.utf8.lexicographicallyPrecedes($1.name.utf8)
      }
      guard !isSorted || isMixed else { return }
      losses.add(
        .reordered, "properties", at: first.place,
        isMixed
          ? "\(facts.title) writes required members before the others, and all by name for a model without a template "
            + "of its own: the declared order is lost"
          : "\(facts.title) writes members by name for a model without a template of its own: the declared order is "
            + "lost")
    }
  }
}
