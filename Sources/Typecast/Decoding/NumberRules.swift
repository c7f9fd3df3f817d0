public import TypecastJSON

/// What a schema demands of a number, on its exact value.
public struct NumberRules: Sendable {
  /// How a bound limits a number.
  public enum Bound: Sendable {
    case atLeast(Decimal)
    case atMost(Decimal)
    case moreThan(Decimal)
    case lessThan(Decimal)
    case multipleOf(Decimal)
  }

  let bounds: [Bound]
  let isInteger: Bool

  public init(_ bounds: [Bound] = [], isInteger: Bool = false) {
    self.bounds = bounds
    self.isInteger = isInteger
  }

  func allow(_ number: JSONNumberText) -> Bool {
    if isInteger && !number.isInteger { return false }
    for bound in bounds {
      let holds =
        switch bound {
        case .atLeast(let limit): number.compare(with: limit) >= 0
        case .atMost(let limit): number.compare(with: limit) <= 0
        case .moreThan(let limit): number.compare(with: limit) > 0
        case .lessThan(let limit): number.compare(with: limit) < 0
        case .multipleOf(let divisor): number.isMultiple(of: divisor)
        }
      if !holds { return false }
    }
    return true
  }
}

extension JSONReader {
  /// Reads a number that follows some rules as the `Double` nearest to it.
  @inline(never)
  public mutating func double(_ rules: NumberRules) throws(JSONError) -> Double {
    let start = mark
    let number = try number()
    guard rules.allow(number) else { throw violation("a number that its schema allows", at: start) }
    let double = number.double
    if double.isFinite { return double }
    throw failure(
      .numberOutOfRange, expected: "a number within ±1.7976931348623157e308", found: "a larger one", at: start)
  }

  /// Reads a number that follows some rules, and keeps it as it is written.
  @inline(never)
  public mutating func exact(_ rules: NumberRules) throws(JSONError) -> JSONNumber {
    let start = mark
    let number = try number()
    guard rules.allow(number) else { throw violation("a number that its schema allows", at: start) }
    return number.number
  }

  /// Reads an integer that follows some rules.
  @inline(never)
  public mutating func int<Integer: FixedWidthInteger>(
    _ rules: NumberRules, as type: Integer.Type = Int.self
  ) throws(JSONError) -> Integer {
    let start = mark
    let number = try number()
    guard number.isInteger, rules.allow(number) else { throw violation("an integer that its schema allows", at: start) }
    if let int = number.int, let value = Integer(exactly: int) { return value }
    if let value = Integer(String(decoding: number.bytes, as: UTF8.self)) { return value }
    throw failure(
      .numberOutOfRange, expected: "an integer from \(Integer.min) to \(Integer.max)", found: "another one", at: start)
  }

  /// Reads an integer within bounds.
  @inline(never)
  public mutating func int(atLeast least: Int, atMost most: Int) throws(JSONError) -> Int {
    let start = mark
    let value = try int()
    if value < least || value > most { throw violation("an integer from \(least) to \(most)", at: start) }
    return value
  }
}
