public import TypecastJSON
import TypecastSchema

extension JSONError.Kind {
  /// A value that its schema refuses.
  static let violation = Self(rawValue: "violation")
  /// A value of which it takes too much to tell whether its schema allows it.
  static let undecided = Self(rawValue: "undecided")
}

/// What generated decoders have in common. It is written once here, and not inlined.
extension JSONReader {
  /// The error for a value that its schema refuses.
  @inline(never)
  public mutating func violation(_ expected: String = "a value that its schema allows", at mark: Mark) -> JSONError {
    failure(.violation, expected: expected, at: mark)
  }

  /// The error for the value that comes next.
  @inline(never)
  public mutating func violation() -> JSONError {
    violation(at: mark)
  }

  /// Refuses whatever comes next.
  @inline(never)
  @discardableResult
  public mutating func nothing() throws(JSONError) -> NoValue {
    throw violation("nothing", at: mark)
  }

  /// Refuses the key that was just read.
  @inline(never)
  public mutating func refuseKey() throws(JSONError) {
    throw failure(.violation, expected: "no member \(JSONValue.string(unknownKey.string))", at: mark)
  }

  /// Reads `null` and nothing else.
  @inline(never)
  public mutating func onlyNull() throws(JSONError) -> JSONNull {
    guard try null() else { throw failure(.wrongType, expected: "null", at: mark) }
    return JSONNull()
  }

  /// Checks the value that comes next against parts of its schema, without going past it.
  @inline(never)
  public mutating func check(_ parts: SchemaParts, _ numbers: [Int]) throws(JSONError) {
    let mark = mark
    let value = try upcoming()
    for number in numbers where try !holds(parts, number, value, at: mark) { throw violation(at: mark) }
  }

  /// Finds the alternative that the value which comes next fits, without going past it.
  ///
  /// - Parameters:
  ///   - parts: The schema with its parts.
  ///   - alternatives: The parts that stand for the alternatives.
  ///   - isExclusive: Whether a value may fit only one.
  @inline(never)
  public mutating func choose(
    _ parts: SchemaParts, among alternatives: [Int], exclusively isExclusive: Bool
  ) throws(JSONError) -> Int {
    let mark = mark
    let value = try upcoming()
    var found = -1
    for (index, number) in alternatives.enumerated() where try holds(parts, number, value, at: mark) {
      if found >= 0 { throw violation("a value that fits one alternative only", at: mark) }
      found = index
      if !isExclusive { break }
    }
    guard found >= 0 else { throw violation("a value that fits an alternative", at: mark) }
    return found
  }

  private mutating func holds(
    _ parts: SchemaParts, _ number: Int, _ value: JSONNode, at mark: Mark
  ) throws(JSONError) -> Bool {
    do throws(UndecidedError) {
      return try parts.schema.holds(number, for: value)
    } catch {
      throw failure(.undecided, expected: "a value that can be judged (\(error.message))", at: mark)
    }
  }

  /// The number of the tag that the object which comes next carries, without going past it; -1 if it has none of them.
  @inline(never)
  public mutating func tag(_ key: JSONKeys, among tags: JSONKeys) throws(JSONError) -> Int {
    let mark = mark
    guard try peek() == .object else { return -1 }
    var found = -1
    var index = try openObject(of: key)
    while index >= 0 {
      if index == 0, try peek() == .string {
        let number = tags.index(of: try text())
        found = number < tags.count ? number : -1
        if options.duplicateKeys == .refuse { break }
      } else {
        try skip()
      }
      index = try nextKey(of: key)
    }
    rewind(to: mark)
    return found
  }

  /// The number of the constant that comes next.
  @inline(never)
  public mutating func constant(among values: [JSONValue]) throws(JSONError) -> Int {
    let mark = mark
    let value = try value()
    guard let index = values.firstIndex(of: value) else { throw violation(at: mark) }
    return index
  }

  /// The number of the text that comes next.
  @inline(never)
  public mutating func constant(among texts: JSONKeys) throws(JSONError) -> Int {
    let mark = mark
    let index = texts.index(of: try text())
    guard index < texts.count else { throw violation(at: mark) }
    return index
  }
}

extension JSONValue {
  /// The elements of an array that generated code carries.
  public static func constants(_ text: String) -> [JSONValue] {
    (try? JSONValue(parsing: text))?.array ?? []
  }
}
