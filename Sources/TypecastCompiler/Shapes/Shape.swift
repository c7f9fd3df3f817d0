import TypecastJSON
import TypecastSchema

/// How a value is held in Swift, and what reading it checks.
indirect enum Shape: Hashable, Sendable {
  /// Any JSON.
  case any
  /// Any JSON of some types.
  case kinds(TypeSet)
  /// No value at all.
  case never
  case null
  case bool
  case integer(IntegerShape)
  case number(NumberShape)
  case string(StringShape)
  case array(Shape, CountShape)
  /// An object without properties of its own.
  case map(Shape, CountShape)
  /// A type of its own.
  case named(TypeID)
  case optional(Shape)
  /// A value that the interpreter has a look at first.
  case checked(Shape, [CheckedPart])
}

extension Shape {
  /// How many shapes are inside of each other.
  var depth: Int {
    switch self {
    case .array(let inner, _), .map(let inner, _), .optional(let inner), .checked(let inner, _): inner.depth + 1
    default: 0
    }
  }
}

/// The number of a named type.
struct TypeID: Hashable, Sendable {
  let index: Int
}

/// How many elements or members there may be.
struct CountShape: Hashable, Sendable {
  var least = 0
  var most = Int.max

  var isFree: Bool { least <= 0 && most == .max }
}

/// An integer within bounds.
struct IntegerShape: Hashable, Sendable {
  enum Width: Hashable, Sendable { case int, unsigned, exact }

  var width = Width.int
  var bounds: [NumberBoundShape] = []
}

/// A number within bounds.
struct NumberShape: Hashable, Sendable {
  var isExact = false
  var bounds: [NumberBoundShape] = []
}

/// A limit of a number, exactly.
enum NumberBoundShape: Hashable, Sendable {
  case atLeast(ExactNumber)
  case atMost(ExactNumber)
  case moreThan(ExactNumber)
  case lessThan(ExactNumber)
  case multipleOf(ExactNumber)

  /// Limits of one order limit the same; a number has one of each.
  var order: Int {
    switch self {
    case .atLeast, .moreThan: 0
    case .atMost, .lessThan: 1
    case .multipleOf: 2
    }
  }
}

/// A number whose digits fit into 64 bits: `coefficient` × 10^`exponent`.
struct ExactNumber: Hashable, Sendable {
  let coefficient: UInt64
  let exponent: Int
  let isNegative: Bool

  /// The value as an `Int`, if it is one.
  var int: Int? {
    guard exponent >= 0, exponent < 19 else { return coefficient == 0 ? 0 : nil }
    var value = Int128(coefficient)
    for _ in 0..<exponent { value *= 10 }
    return Int(exactly: isNegative ? -value : value)
  }
}

/// A string that follows rules.
struct StringShape: Hashable, Sendable {
  /// The format whose type holds the string; nil for a plain `String`.
  var rich: Format?
  var length = CountShape()
  var patterns: [ScalarText] = []

  /// The formats that are checked beside that of the type.
  var formats: [Format] = []

  var isFree: Bool { length.isFree && patterns.isEmpty && formats.isEmpty }
}

/// Some keywords of a schema that the interpreter checks.
struct CheckedPart: Hashable, Sendable {
  let schema: SchemaID
  let keywords: [Int]
  let scope: [Int]
}
