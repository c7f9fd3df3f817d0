public import TypecastJSON

/// What a schema demands of a number, on its exact value.
public struct NumberRules: Sendable, BitwiseCopyable {
  private let least: Decimal
  private let most: Decimal
  private let divisor: Decimal

  /// Which of the limits there are, and which of them leave out the limit itself.
  private let limits: Limits

  private struct Limits: OptionSet, BitwiseCopyable {
    let rawValue: UInt8

    static let least = Limits(rawValue: 1)
    static let most = Limits(rawValue: 2)
    static let divisor = Limits(rawValue: 4)
    static let leastIsOutside = Limits(rawValue: 8)
    static let mostIsOutside = Limits(rawValue: 16)
    static let integer = Limits(rawValue: 32)
  }

  /// Give one of `atLeast` and `moreThan`, and one of `atMost` and `lessThan`; a limit that is left out allows
  /// everything.
  public init(
    atLeast: Decimal? = nil, moreThan: Decimal? = nil, atMost: Decimal? = nil, lessThan: Decimal? = nil,
    multipleOf: Decimal? = nil, isInteger: Bool = false
  ) {
    least = moreThan ?? atLeast ?? Decimal()
    most = lessThan ?? atMost ?? Decimal()
    divisor = multipleOf ?? Decimal()
    var limits: Limits = []
    if atLeast != nil || moreThan != nil { limits.insert(.least) }
    if moreThan != nil { limits.insert(.leastIsOutside) }
    if atMost != nil || lessThan != nil { limits.insert(.most) }
    if lessThan != nil { limits.insert(.mostIsOutside) }
    if multipleOf != nil { limits.insert(.divisor) }
    if isInteger { limits.insert(.integer) }
    self.limits = limits
  }

  @inline(__always)
  func allow(_ number: JSONNumberText) -> Bool {
    if limits.contains(.integer) && !number.isInteger { return false }
    if limits.contains(.least) {
      let order = number.compare(with: least)
      if order < 0 || (order == 0 && limits.contains(.leastIsOutside)) { return false }
    }
    if limits.contains(.most) {
      let order = number.compare(with: most)
      if order > 0 || (order == 0 && limits.contains(.mostIsOutside)) { return false }
    }
    return !limits.contains(.divisor) || number.isMultiple(of: divisor)
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
    if let value = number.integer(as: type) { return value }
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
