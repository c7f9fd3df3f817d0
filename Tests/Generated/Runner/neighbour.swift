import Typecast

/// Random numbers that depend on nothing but their seed.
struct SeededRandom: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

private let strangers: [JSONValue] = [
  .null, true, false, 0, -1, 1, "", "x", [], [:], [.null], ["": 0], "\u{0}", "e\u{301}", "\u{E9}",
  .number(JSONNumber(Int.max)), "2026-03-01", "2026-03-01T09:30:00Z",
]

/// A value that differs from another in one place.
func neighbour(of value: JSONValue, using random: inout SeededRandom) -> JSONValue {
  switch value {
  case .object(let object) where !object.isEmpty && Int.random(in: 0..<8, using: &random) > 0:
    let keys = object.map(\.key)
    let key = keys[Int.random(in: 0..<keys.count, using: &random)]
    var changed = object
    switch Int.random(in: 0..<8, using: &random) {
    case 0: changed[key] = nil
    case 1: changed["stranger"] = strangers.randomElement(using: &random)
    case 2:
      changed[key] = nil
      changed[key] = object[key]
    default: changed[key] = object[key].map { neighbour(of: $0, using: &random) }
    }
    return .object(changed)
  case .array(let elements) where !elements.isEmpty && Int.random(in: 0..<8, using: &random) > 0:
    var changed = elements
    let index = Int.random(in: 0..<elements.count, using: &random)
    switch Int.random(in: 0..<8, using: &random) {
    case 0: changed.remove(at: index)
    case 1: changed.append(elements[index])
    case 2: changed.swapAt(index, 0)
    default: changed[index] = neighbour(of: elements[index], using: &random)
    }
    return .array(changed)
  case .string(let text) where Int.random(in: 0..<3, using: &random) > 0:
    return .string(Bool.random(using: &random) ? text + "x" : String(text.dropLast()))
  case .number(let number) where Int.random(in: 0..<3, using: &random) > 0:
    guard let int = number.int, int.magnitude < 1 << 62 else { return 0 }
    return .number(JSONNumber(int + (Bool.random(using: &random) ? 1 : -1)))
  default: return strangers.randomElement(using: &random) ?? .null
  }
}
