import TypecastJSON
import TypecastSchema

/// Reads a value by a schema: changes what the schema rejects where it tells how, at the lowest cost.
///
/// What the schema accepts is left as it is. Where two readings cost the same and mean something else, none is taken.
struct Coercer {
  let shapes: ShapeGraph
  let level: RepairLevel
  let depthLimit: Int

  /// How many more parts may be read; unions of unions take many.
  var budget = 200_000
  private var depth = 0

  /// Whether what is read is a sentence: no object is made of that, and no array of texts.
  var isSentence = false

  /// How many objects and arrays were put around a value one after the other.
  var wraps = 0

  init(_ shapes: ShapeGraph, level: RepairLevel, depthLimit: Int) {
    self.shapes = shapes
    self.level = level
    self.depthLimit = depthLimit
  }

  /// Reads a whole document.
  mutating func read(_ value: JSONValue) -> Reading {
    read(value, as: shapes.root, at: Place())
  }

  mutating func read(_ value: JSONValue, as id: ShapeID, at place: Place) -> Reading {
    budget -= 1
    guard budget > 0, depth < 2 * depthLimit else { return .failed(value) }
    depth += 1
    defer { depth -= 1 }
    let shape = shapes[id]
    if shape.isNever { return .failed(value) }
    if let alternatives = shape.alternatives { return choose(alternatives, for: value, at: place) }
    if let values = shape.values { return readConstant(value, among: values, of: shape, at: place) }
    return readAny(value, of: shape, at: place)
  }

  /// Reads a value as it is, and as something else only if that fails.
  private mutating func readAny(_ value: JSONValue, of shape: Shape, at place: Place) -> Reading {
    var best = Reading.failed(value)
    if shape.types.allows(value) {
      best = readOwn(value, of: shape, at: place)
      // What has any type is not made another one.
      if best.isSound || shape.types == .all { return best }
    }
    for other in conversions(of: value, to: shape, at: place) where other.cost < best.cost { best = other }
    return best
  }

  /// Reads a value of a type that the shape allows.
  mutating func readOwn(_ value: JSONValue, of shape: Shape, at place: Place) -> Reading {
    switch value {
    case .object(let object): readObject(object, of: shape, at: place)
    case .array(let elements): readArray(elements, of: shape, at: place)
    case .string, .number: shape.accepts(value) ? Reading(value: value) : .failed(value)
    case .bool, .null: Reading(value: value)
    }
  }

  // MARK: Unions

  private mutating func choose(_ alternatives: [ShapeID], for value: JSONValue, at place: Place) -> Reading {
    var best: Reading?
    var isTied = false
    for id in alternatives {
      let reading = read(value, as: id, at: place)
      if reading.cost == 0 { return reading }
      guard let known = best, reading.cost >= known.cost else {
        best = reading
        isTied = false
        continue
      }
      if reading.cost == known.cost, reading.isSound, reading.value != known.value { isTied = true }
    }
    guard let best else { return .failed(value) }
    if isTied {
      var failed = Reading.failed(value)
      failed.add(.ambiguous, at: place, "several readings cost the same, and they mean something else", cost: 0)
      return failed
    }
    return best
  }

  // MARK: Other types

  /// The ways to make another type of a value.
  private mutating func conversions(of value: JSONValue, to shape: Shape, at place: Place) -> [Reading] {
    var result: [Reading] = []
    switch value {
    case .string(let text):
      result += readText(text, of: shape, at: place)
    case .number(let number):
      if shape.types.contains(.string) {
        keep(.string(number.text), of: shape, &result, .numberToText, place, "a number became a text")
      }
      if shape.types.contains(.boolean), number == 0 || number == 1 {
        result.append(
          Reading(value: .bool(number == 1)).behind(.numberToBoolean, at: place, "\(number.text) became \(number == 1)")
        )
      }
    case .bool(let bool):
      if shape.types.contains(.string) {
        keep(.string("\(bool)"), of: shape, &result, .booleanToText, place, "a boolean became a text")
      }
    case .array(let elements):
      result += unwrap(elements, for: shape, at: place)
      if level == .salvage, let reading = readMembers(elements, of: shape, at: place) { result.append(reading) }
    case .object(let object):
      result += unwrap(object, for: shape, at: place)
    case .null:
      break
    }
    switch value {
    case .array, .object:
      if shape.types.contains(.string), wraps == 0 {
        keep(.string(value.description), of: shape, &result, .jsonToText, place, "a value became its text as JSON")
      }
    default: break
    }
    result += wrap(value, for: shape, at: place)
    return result
  }

  /// Keeps a converted value if the shape accepts it.
  func keep(
    _ value: JSONValue, of shape: Shape, _ result: inout [Reading], _ rule: RepairRule, _ place: Place,
    _ message: String,
    cost: Int? = nil
  ) {
    guard shape.accepts(value) else { return }
    result.append(Reading(value: value).behind(rule, at: place, message, cost: cost))
  }

  /// Takes the value out of an array in which it is alone.
  private mutating func unwrap(_ elements: [JSONValue], for shape: Shape, at place: Place) -> [Reading] {
    guard !shape.types.contains(.array), !elements.isEmpty, elements.count <= 8 else { return [] }
    var found: [Reading] = []
    for (index, element) in elements.enumerated() where !isArray(element) {
      let reading = readSingle(element, of: shape, at: place.unwrapped(String(index)))
      if reading.isSound { found.append(reading) }
    }
    guard found.count == 1, let only = found.first else { return [] }
    let rest = elements.count - 1
    let message =
      rest == 0
      ? "an array with one element became that element" : "of \(elements.count) elements the one that fits was taken"
    return [only.behind(.unwrapArray, at: place, message, cost: RepairRule.unwrapArray.cost + 4 * rest)]
  }

  private func isArray(_ value: JSONValue) -> Bool {
    if case .array = value { return true }
    return false
  }

  /// Reads a value without putting anything around it.
  mutating func readSingle(_ value: JSONValue, of shape: Shape, at place: Place) -> Reading {
    if let values = shape.values { return readConstant(value, among: values, of: shape, at: place) }
    wraps += 2
    defer { wraps -= 2 }
    return readAny(value, of: shape, at: place)
  }

  /// Whether a key says that its value is no answer.
  static func namesError(_ key: String) -> Bool {
    ["error", "errors", "exception", "fault", "warning"].contains(key.lowercased())
  }

  /// Takes the value out of an object in which it is alone: `{"invoice": {…}}`.
  private mutating func unwrap(_ object: JSONObject, for shape: Shape, at place: Place) -> [Reading] {
    guard object.count == 1, let member = object.members.first, wraps == 0, !Self.namesError(member.key) else {
      return []
    }
    if shape.types.contains(.object), Self.hasMember(of: shape, .object(object)) { return [] }
    if shape.types.contains(.object), case .object = member.value {} else if shape.types.contains(.object) { return [] }
    let reading = readSingle(member.value, of: shape, at: place.unwrapped(member.key))
    guard reading.isSound else { return [] }
    return [reading.behind(.unwrapObject, at: place, "an object around the value, \(quoted(member.key)), was left out")]
  }

  /// Puts an array or an object around a value.
  private mutating func wrap(_ value: JSONValue, for shape: Shape, at place: Place) -> [Reading] {
    guard wraps < 2 else { return [] }
    wraps += 1
    defer { wraps -= 1 }
    var result: [Reading] = []
    if shape.types.contains(.array), !isArray(value), value != .null {
      let array = readArray([value], of: shape, at: Place(target: place.target, source: place.source), isWrapped: true)
      if array.isSound, !isSentence || array.changes.contains(where: { $0.rule != .wrapArray }) {
        result.append(array.behind(.wrapArray, at: place, "a single value became an array with one element"))
      }
    }
    if shape.types.contains(.object), !isSentence {
      let required = shape.object.members.filter(\.isRequired)
      let candidates = required.isEmpty ? shape.object.members : required
      if candidates.count == 1, let member = candidates.first, value != .null, !Self.hasMember(of: shape, value) {
        let reading = read(value, as: member.shape, at: place.wrapped(member.name))
        if reading.isSound {
          var object = JSONObject()
          object[member.name] = reading.value
          var whole = Reading(value: .object(object))
          whole.include(reading)
          result.append(
            whole.behind(.impliedObject, at: place, "the value became the member \(quoted(member.name)) of an object"))
        }
      }
    }
    return result
  }

  /// Whether a value is an object that has a member of the shape: it is meant as that object, and no part of one.
  private static func hasMember(of shape: Shape, _ value: JSONValue) -> Bool {
    guard case .object(let object) = value else { return false }
    return shape.object.members.contains { object[$0.name] != nil }
  }

  func quoted(_ text: String) -> String { JSONValue.string(text).description }
}

extension TypeSet {
  /// Whether a value is of one of the types.
  func allows(_ value: JSONValue) -> Bool {
    switch value {
    case .null: contains(.null)
    case .bool: contains(.boolean)
    case .object: contains(.object)
    case .array: contains(.array)
    case .string: contains(.string)
    case .number(let number):
      !number.isInteger
        ? contains(.fraction)
        : isRound(number) ? contains(.roundFraction) : contains(.plainInteger)
    }
  }

  /// Whether an integer is written with a fraction or an exponent.
  private func isRound(_ number: JSONNumber) -> Bool {
    number.text.utf8.contains { $0 == 0x2E || $0 | 0x20 == 0x65 }
  }
}

extension Shape {
  /// Whether a value that is neither object nor array follows what the shape says of it.
  func accepts(_ value: JSONValue) -> Bool {
    guard types.allows(value) else { return false }
    switch value {
    case .string(let text): return accepts(text)
    case .number(let number): return accepts(number)
    default: return true
    }
  }

  private func accepts(_ text: String) -> Bool {
    let length = JSONNumber(text.unicodeScalars.count)
    if let least = limits[.minLength]?.value, length < least { return false }
    if let most = limits[.maxLength]?.value, most < length { return false }
    if let pattern, pattern.pattern.search(text) == .noMatch { return false }
    if let format, assertsFormat, let known = Format.named(format.name, in: .draft2020) {
      var text = text
      if !text.withUTF8({ known.accepts($0) }) { return false }
    }
    return true
  }

  private func accepts(_ number: JSONNumber) -> Bool {
    if let least = limits[.minimum]?.value, number < least { return false }
    if let most = limits[.maximum]?.value, most < number { return false }
    if let least = limits[.exclusiveMinimum]?.value, !(least < number) { return false }
    if let most = limits[.exclusiveMaximum]?.value, !(number < most) { return false }
    if let divisor = divisor?.number, !number.isMultiple(of: divisor) { return false }
    return true
  }
}
