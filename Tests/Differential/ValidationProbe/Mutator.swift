import TypecastJSON

/// Changes values at random places, and writes them in odd ways.
struct Mutator {
  var random: ProbeRandom

  /// A value with a few changes; parts of other values may get into it.
  mutating func mutated(_ value: JSONValue, from others: [JSONValue]) -> JSONValue {
    var value = value
    for _ in 0...random.below(3) { value = changed(value, others, depth: 0) }
    return value
  }

  private mutating func changed(_ value: JSONValue, _ others: [JSONValue], depth: Int) -> JSONValue {
    switch value {
    case .object(let object) where !object.isEmpty && random.below(depth == 0 ? 8 : 4) > 0:
      var object = object
      let member = random.pick(object.members)
      switch random.below(10) {
      case 0: object[member.key] = nil
      case 1: object[text()] = scalar()
      case 2:
        object[member.key] = nil
        object[changed(member.key)] = member.value
      case 3: object[random.pick(object.members).key] = member.value
      default: object[member.key] = changed(member.value, others, depth: depth + 1)
      }
      return .object(object)
    case .array(var elements) where !elements.isEmpty && random.below(4) > 0:
      let index = random.below(elements.count)
      switch random.below(8) {
      case 0: elements.remove(at: index)
      case 1: elements.append(elements[index])
      case 2: elements.append(scalar())
      case 3: elements.swapAt(index, random.below(elements.count))
      default: elements[index] = changed(elements[index], others, depth: depth + 1)
      }
      return .array(elements)
    case .string(let text) where random.below(3) > 0: return .string(changed(text))
    case .number(let number) where random.below(3) > 0: return .number(changed(number))
    default:
      switch random.below(6) {
      case 0: return .array([value])
      case 1: return .object(JSONObject())
      case 2 where !others.isEmpty: return part(of: random.pick(others))
      default: return scalar()
      }
    }
  }

  private mutating func part(of value: JSONValue) -> JSONValue {
    var value = value
    while random.below(4) > 0 {
      switch value {
      case .object(let object) where !object.isEmpty: value = random.pick(object.members).value
      case .array(let elements) where !elements.isEmpty: value = random.pick(elements)
      default: return value
      }
    }
    return value
  }

  private mutating func scalar() -> JSONValue {
    switch random.below(8) {
    case 0: .null
    case 1: .bool(random.below(2) == 0)
    case 2: .array([])
    case 3: .object(JSONObject())
    case 4, 5: number()
    default: .string(text())
    }
  }

  private mutating func number() -> JSONValue {
    let texts = [
      "0", "-0", "-1", "1", "2", "1.0", "-0.0", "1e2", "10e-1", "0.1", "1.5", "3.14", "100", "255", "256", "65535",
      "65536",
      "2147483648", "4294967296", "9007199254740991", "9007199254740992", "9007199254740993", "-9223372036854775808",
      "9223372036854775807", "18446744073709551615", "18446744073709551616", "1e19", "1e22", "123456789012345678901",
      "1.7976931348623157e308", "5e-324", "1e-10", "0.30000000000000004",
    ]
    return JSONNumber(random.pick(texts)).map { .number($0) } ?? 0
  }

  private mutating func changed(_ number: JSONNumber) -> JSONNumber {
    let isPlain = number.text.utf8.allSatisfy { $0 != 0x2E && $0 | 0x20 != 0x65 }
    let texts =
      isPlain
      ? [number.text + "0", number.text + ".0", number.text + ".5", number.text + "e1", number.text + "0e-1"]
      : [number.text.hasPrefix("-") ? String(number.text.dropFirst()) : "-" + number.text]
    if let int = number.int, int.magnitude < 1 << 60, random.below(2) == 0 {
      return JSONNumber(random.below(2) == 0 ? int + 1 : random.below(2) == 0 ? int - 1 : -int)
    }
    return JSONNumber(random.pick(texts)) ?? number
  }

  private static let odd: [UInt32] = [
    0x00, 0x09, 0x0A, 0x0D, 0x1F, 0x20, 0x22, 0x24, 0x2D, 0x2E, 0x2F, 0x30, 0x39, 0x3A, 0x40, 0x41, 0x5A, 0x5B, 0x5C,
    0x5F, 0x61,
    0x7A, 0x7B, 0x7F, 0x80, 0xA0, 0xDF, 0xE9, 0x301, 0x660, 0x7FF, 0x800, 0x2028, 0x2060, 0xD7FF, 0xE000, 0xFEFF,
    0xFFFD,
    0xFFFF, 0x10000, 0x1F432, 0x10FFFF,
  ]

  private mutating func changed(_ text: String) -> String {
    var scalars = Array(text.unicodeScalars)
    for _ in 0...random.below(2) {
      let place = random.below(scalars.count + 1)
      let odd = Unicode.Scalar(random.pick(Mutator.odd)) ?? " "
      switch random.below(6) {
      case 0 where place < scalars.count: scalars.remove(at: place)
      case 1 where place < scalars.count: scalars.insert(scalars[place], at: place)
      case 2 where place < scalars.count: scalars[place] = odd
      case 3 where place < scalars.count && scalars[place].value < 0x7F && scalars[place].value > 0x40:
        scalars[place] = Unicode.Scalar(scalars[place].value ^ 0x20) ?? odd
      case 4: scalars = Array(scalars.prefix(place))
      default: scalars.insert(odd, at: place)
      }
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  private mutating func text() -> String {
    changed(random.pick(["", "a", "name", "type", "$ref", "x-y", "0", "2020-01-01", "é", "https://example.com"]))
  }

  // MARK: - Writing

  /// A value as JSON, with needless escapes and white space; never with a line break.
  mutating func oddly(_ value: JSONValue) -> [UInt8] {
    var output: [UInt8] = []
    var isInString = false
    var isEscaped = false
    var digits = 0
    for byte in JSONWriter().bytes(of: value) {
      if isInString {
        if isEscaped {
          isEscaped = false
          digits = byte == 0x75 ? 4 : 0
        } else if digits > 0 {
          digits -= 1
        } else if byte == 0x5C {
          isEscaped = true
        } else if byte == 0x22 {
          isInString = false
        } else if byte >= 0x20, byte < 0x7F, random.below(8) == 0 {
          output += (byte < 0x10 ? "\\u000" : "\\u00").utf8
          output += String(byte, radix: 16, uppercase: random.below(2) == 0).utf8
          continue
        }
        output.append(byte)
        continue
      }
      if byte == 0x22 { isInString = true }
      output.append(byte)
      if [0x2C, 0x3A, 0x5B, 0x7B].contains(byte), random.below(3) == 0 {
        output.append(random.below(2) == 0 ? 0x20 : 0x09)
      }
    }
    return output
  }
}
