import TypecastJSON
import TypecastSchema

extension Coercer {
  /// Reads the members of an object: their values, their keys, those that are missing and those that are too many.
  mutating func readObject(_ object: JSONObject, of shape: Shape, at place: Place) -> Reading {
    var members: [(key: String, name: String, value: JSONValue)] = object.members.map { ($0.key, $0.key, $0.value) }
    var result = Reading(value: .null)
    rename(&members, of: shape, &result, at: place)
    var read = JSONObject()
    let declared = Dictionary(
      shape.object.members.map { (ScalarText($0.name), $0) }, uniquingKeysWith: { first, _ in first })
    for member in members {
      let inner = place.member(member.key, from: member.name)
      if let known = declared[ScalarText(member.key)] {
        if let part = readMember(member.value, known, of: shape, at: inner, &result) { read[member.key] = part }
        continue
      }
      if let id = shape.shape(ofOther: member.key) {
        let part = self.read(member.value, as: id, at: inner)
        result.include(part)
        read[member.key] = part.value
      } else if shape.object.others == .closed {
        if level < .coerce {
          result.cost += Reading.failure
          read[member.key] = member.value
        } else {
          result.add(.extraKey, at: inner, "the member \(quoted(member.key)) is not allowed and was left out")
        }
      } else {
        read[member.key] = member.value
      }
    }
    addMissing(to: &read, of: shape, &result, at: place)
    if !hasCount(read.count, shape, .minProperties, .maxProperties) { result.cost += Reading.failure }
    result.value = .object(read)
    return result
  }

  func hasCount(_ count: Int, _ shape: Shape, _ lower: LimitKeyword, _ upper: LimitKeyword) -> Bool {
    if let least = shape.limits[lower]?.value, JSONNumber(count) < least { return false }
    if let most = shape.limits[upper]?.value, most < JSONNumber(count) { return false }
    return true
  }

  /// Reads a declared member; nil if it is left out.
  private mutating func readMember(
    _ value: JSONValue, _ member: ObjectShape.Member, of shape: Shape, at place: Place, _ result: inout Reading
  ) -> JSONValue? {
    let part = read(value, as: member.shape, at: place)
    if !part.isSound, !member.isRequired, isAbsence(value) {
      // Nothing was said where nothing need be said.
      result.add(.nullDropped, at: place, "\(value) for a member that may be missing: left out")
      return nil
    }
    if !part.isSound, level == .salvage, !member.isRequired {
      result.add(.droppedMember, at: place, "a member that can't be mended was left out")
      return nil
    }
    result.include(part)
    return part.value
  }

  private func isAbsence(_ value: JSONValue) -> Bool {
    switch value {
    case .null: true
    case .string(let text): ["", "null", "none", "n/a"].contains(text.lowercased())
    default: false
    }
  }

  /// What is missing and can be said without making anything up; at the boldest level more than that.
  private func addMissing(
    to object: inout JSONObject, of shape: Shape, _ result: inout Reading, at place: Place
  ) {
    for member in shape.object.members where object[member.name] == nil {
      let inner = place.member(member.name)
      if level == .salvage, let fallback = shapes[member.shape].json(member.place, "default")?.value {
        object[member.name] = fallback
        result.add(.defaultValue, at: inner, "missing; its default was taken")
        continue
      }
      guard member.isRequired else { continue }
      if allowsNull(member.shape) {
        object[member.name] = .null
        result.add(.nullAdded, at: inner, "missing; null, which is allowed, was written")
      } else if level == .salvage, let value = invented(for: member.shape, depth: 0) {
        object[member.name] = value
        result.add(.inventedValue, at: inner, "missing; \(value) was made up")
      } else {
        result.cost += Reading.failure
      }
    }
  }

  func allowsNull(_ id: ShapeID) -> Bool {
    let shape = shapes[id]
    if let alternatives = shape.alternatives { return alternatives.contains { allowsNull($0) } }
    if let values = shape.values { return values.contains { $0.type == .null } }
    return shape.types.contains(.null) && shape.types != .all
  }

  /// The one value that there can be, or the emptiest one.
  private func invented(for id: ShapeID, depth: Int) -> JSONValue? {
    let shape = shapes[id]
    guard depth < 4, !shape.isNever else { return nil }
    if let alternatives = shape.alternatives {
      return alternatives.lazy.compactMap { invented(for: $0, depth: depth + 1) }.first
    }
    if let values = shape.values { return values.first?.value }
    let isList = shape.types == .array || shape.types == .all && shape.place["items"] != nil
    if isList, shape.limits[.minItems] == nil { return .array([]) }
    let isObject = shape.types == .object || shape.types == .all && shape.place["properties"] != nil
    if isObject, !shape.object.members.contains(where: \.isRequired) { return .object(JSONObject()) }
    return nil
  }

  /// Reads an array as an object, its elements in the order of the declared members.
  mutating func readMembers(_ elements: [JSONValue], of shape: Shape, at place: Place) -> Reading? {
    let members = shape.object.members
    guard shape.types.contains(.object), !members.isEmpty, elements.count == members.count else { return nil }
    var object = JSONObject()
    var result = Reading(value: .null)
    for (index, member) in members.enumerated() {
      let inner = Place(
        target: place.target.appending(member.name), source: place.source.appending(index))
      let part = read(elements[index], as: member.shape, at: inner)
      result.include(part)
      object[member.name] = part.value
    }
    guard result.isSound else { return nil }
    result.value = .object(object)
    return result.behind(.arrayToObject, at: place, "an array was read as an object, in the order of its members")
  }

  // MARK: Keys

  /// Gives members the keys that the schema knows, where they are spelled in another way.
  ///
  /// That is only done for keys that are missing, and by those that the schema does not know.
  private mutating func rename(
    _ members: inout [(key: String, name: String, value: JSONValue)], of shape: Shape, _ result: inout Reading,
    at place: Place
  ) {
    var present = Set(members.map { ScalarText($0.key) })
    let names = Set(shape.object.members.map { ScalarText($0.name) })
    let unknown = members.indices.filter { !names.contains(ScalarText(members[$0].key)) }
    guard !unknown.isEmpty, names.count <= 500 else { return }
    let isClosed = shape.object.others == .closed
    let aliases = shape.aliasTable
    for index in unknown {
      let key = members[index].key
      var found: (name: String, rule: RepairRule)?
      for member in shape.object.members where !present.contains(ScalarText(member.name)) {
        let spellings = (aliases[member.name] ?? []) + member.aliases
        if spellings.contains(where: { $0.utf8.elementsEqual(key.utf8) }) { found = (member.name, .alias) }
      }
      let missing = shape.object.members.filter {
        !present.contains(ScalarText($0.name)) && (isClosed || $0.isRequired)
      }
      if found == nil {
        let wanted = plain(key)
        let same = missing.filter { member in
          ([member.name] + (aliases[member.name] ?? []) + member.aliases).contains { plain($0) == wanted }
        }
        if same.count == 1, let member = same.first { found = (member.name, .keySpelling) }
      }
      if found == nil, key.utf8.count > 3,
        let near = Spelling.nearest(to: key, among: missing.map(\.name).filter { $0.utf8.count > 3 })
      {
        found = (near, .keyNear)
      }
      guard let found else { continue }
      members[index].key = found.name
      present.insert(ScalarText(found.name))
      result.add(
        found.rule, at: place.member(found.name, from: key), "\(quoted(key)) was taken for \(quoted(found.name))")
    }
  }

  /// A name without case and marks.
  func plain(_ name: String) -> String {
    String(
      String.UnicodeScalarView(
        name.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }))
  }
}

extension Shape {
  /// The shape of a member that is not declared; nil if nothing is said of it.
  func shape(ofOther key: String) -> ShapeID? {
    for (pattern, shape) in object.patterns where pattern.search(key) == .match { return shape }
    if case .shape(let id) = object.others { return id }
    return nil
  }

  /// A keyword of the schema of a member, or of the schema that a reference leads to.
  func json(_ place: JSONNode, _ keyword: String) -> JSONNode? { place[keyword] ?? self.place[keyword] }

  /// `x-aliases` as a table: from each name to its other spellings.
  var aliasTable: [String: [String]] {
    guard let table = place["x-aliases"], table.type == .object else { return [:] }
    var result: [String: [String]] = [:]
    for member in table.members { result[member.key] = Shape.spellings(member.value) }
    return result
  }

  static func spellings(_ node: JSONNode) -> [String] {
    if let text = node.string { return [text] }
    return node.elements.compactMap(\.string)
  }
}

extension ObjectShape.Member {
  /// Other spellings of the key.
  var aliases: [String] {
    guard let node = place["x-aliases"], node.type != .object else { return [] }
    return Shape.spellings(node)
  }
}
