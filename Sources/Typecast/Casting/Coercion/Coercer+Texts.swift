import TypecastJSON
import TypecastSchema

extension Coercer {
  /// The ways to read a text as another type.
  mutating func readText(_ text: String, of shape: Shape, at place: Place) -> [Reading] {
    var result: [Reading] = []
    let trimmed = text.trimmingBlanks
    if !shape.types.isDisjoint(with: .number), let number = NumberText(trimmed) {
      for reading in number.readings {
        keep(.number(reading.number), of: shape, &result, .textToNumber, place, reading.message, cost: reading.cost)
      }
    }
    if shape.types.contains(.boolean), let (bool, cost) = BooleanText.read(trimmed) {
      result.append(
        Reading(value: .bool(bool)).behind(.textToBoolean, at: place, "the text became \(bool)", cost: cost))
    }
    if shape.types.contains(.null), ["null", "none", "nil", "n/a", "undefined", ""].contains(trimmed.lowercased()) {
      result.append(Reading(value: .null).behind(.textToNull, at: place, "the text became null"))
    }
    if shape.types.contains(.string) {
      if trimmed != text {
        keep(.string(trimmed), of: shape, &result, .trimmedText, place, "blanks around a text were left out")
      }
      if let format = shape.format?.name, let date = DateText.read(trimmed, as: format) {
        keep(.string(date), of: shape, &result, .dateForm, place, "\(quoted(trimmed)) was written as \(date)")
      }
    }
    if !shape.types.isDisjoint(with: [.object, .array]), wraps < 2, let inner = embedded(trimmed) {
      let reading = readSingle(inner, of: shape, at: Place(target: place.target, source: place.source))
      if reading.isSound {
        result.append(reading.behind(.jsonInText, at: place, "the text held JSON, which was read"))
      }
    }
    return result
  }

  /// The array or object that a text holds.
  private func embedded(_ text: String) -> JSONValue? {
    guard let first = text.utf8.first, first == 0x7B || first == 0x5B else { return nil }
    if let value = try? JSONValue(parsing: text) { return value }
    guard level == .salvage else { return nil }
    return (try? Caster(level: .mend, depthLimit: depthLimit).cast(text))?.value
  }

  // MARK: Constants

  /// Reads a value that has to be one of some.
  mutating func readConstant(
    _ value: JSONValue, among values: [JSONNode], of shape: Shape, at place: Place
  ) -> Reading {
    let wanted = values.map(\.value)
    if let same = wanted.first(where: { $0 == value }) { return Reading(value: same) }
    switch value {
    case .string(let text):
      return readConstant(text, among: wanted, of: shape, at: place)
    case .number(let number):
      if let same = wanted.first(where: { $0 == .string(number.text) }) {
        return Reading(value: same).behind(.numberToText, at: place, "a number became a text")
      }
    case .bool(let bool):
      if let same = wanted.first(where: { $0.string?.lowercased() == "\(bool)" }) {
        return Reading(value: same).behind(.booleanToText, at: place, "a boolean became a text")
      }
    case .array(let elements) where elements.count <= 8:
      var found: [Reading] = []
      for (index, element) in elements.enumerated() where !isArrayOrObject(element) {
        let reading = readConstant(element, among: values, of: shape, at: place.unwrapped(String(index)))
        if reading.isSound { found.append(reading) }
      }
      if found.count == 1, let only = found.first {
        return only.behind(
          .unwrapArray, at: place, "an array became the element that fits",
          cost: RepairRule.unwrapArray.cost + 4 * (elements.count - 1))
      }
    case .object(let object):
      if object.count == 1, let member = object.members.first, !isArrayOrObject(member.value),
        !Self.namesError(member.key)
      {
        let reading = readConstant(member.value, among: values, of: shape, at: place.unwrapped(member.key))
        if reading.isSound {
          return reading.behind(.unwrapObject, at: place, "an object around the value was left out")
        }
      }
    case .array, .null: break
    }
    return .failed(value)
  }

  private func isArrayOrObject(_ value: JSONValue) -> Bool {
    switch value {
    case .array, .object: true
    default: false
    }
  }

  private func readConstant(_ text: String, among wanted: [JSONValue], of shape: Shape, at place: Place) -> Reading {
    let trimmed = text.trimmingBlanks
    // Numbers, booleans and null first: `"2"` for 2.
    for value in wanted where value.string == nil {
      if value.description.lowercased() == trimmed.lowercased() {
        return Reading(value: value).behind(.textToNumber, at: place, "the text became \(value)")
      }
    }
    var choices: [EnumText.Choice] = []
    let aliases = shape.aliasTable
    let own = shape.place["x-aliases"].map { $0.type == .object ? [] : Shape.spellings($0) } ?? []
    for value in wanted {
      switch value {
      case .string(let name):
        choices.append(
          EnumText.Choice(value: value, names: [name], aliases: (aliases[name] ?? []) + (wanted.count == 1 ? own : [])))
      case .number, .bool, .null:
        choices.append(EnumText.Choice(value: value, names: [value.description], aliases: []))
      case .array, .object: break
      }
    }
    guard let found = EnumText(choices).find(trimmed) else { return .failed(.string(text)) }
    return Reading(value: found.value).behind(
      found.rule, at: place, "\(quoted(String(trimmed.prefix(60)))) was taken for \(found.value)")
  }
}

extension String {
  /// The text without white space around it.
  var trimmingBlanks: String {
    var scalars = unicodeScalars[...]
    while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    return String(scalars)
  }
}
