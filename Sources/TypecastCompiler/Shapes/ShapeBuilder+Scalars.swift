import TypecastJSON
import TypecastSchema

extension ShapeBuilder {
  /// The shape of values of one sort.
  func shape(ofKind kind: JSONType, _ conjunction: Conjunction, origin: SchemaID, hint: [String]) -> Shape {
    switch kind {
    case .null: checked(.null, conjunction, kind) { _ in false }
    case .boolean: checked(.bool, conjunction, kind) { _ in false }
    case .number: numberShape(of: conjunction)
    case .string: stringShape(of: conjunction)
    case .array: arrayShape(of: conjunction, origin: origin, hint: hint)
    case .object: objectShape(of: conjunction, origin: origin, hint: hint)
    }
  }

  /// A shape with what it does not check by itself.
  func checked(
    _ shape: Shape, _ conjunction: Conjunction, _ kind: JSONType, native isNative: (any Keyword) -> Bool
  ) -> Shape {
    let parts = leftParts(of: conjunction, kind, native: isNative)
    return parts.isEmpty ? shape : .checked(shape, parts)
  }

  /// What generated code does not check by itself in a value of one sort.
  func leftParts(
    of conjunction: Conjunction, _ kind: JSONType, native isNative: (any Keyword) -> Bool
  ) -> [CheckedPart] {
    parts(of: conjunction) { $0.kinds?.contains(kind) != false && !isNative($0) }
  }

  private func stringShape(of conjunction: Conjunction) -> Shape {
    var string = StringShape()
    for element in conjunction.elements {
      for (_, keyword) in element.keywords(in: graph) {
        switch keyword {
        case let length as MinLength: string.length.least = max(string.length.least, length.limit)
        case let length as MaxLength: string.length.most = min(string.length.most, length.limit)
        case let pattern as PatternKeyword:
          let source = ScalarText(pattern.pattern.source)
          if !string.patterns.contains(source) { string.patterns.append(source) }
        case let keyword as FormatKeyword:
          guard keyword.isAsserted, let format = keyword.format, !string.formats.contains(format) else { break }
          string.formats.append(format)
        default: break
        }
      }
    }
    if options.formats == .rich, string.formats.count == 1, RichFormat.type(of: string.formats[0]) != nil {
      string.rich = string.formats.removeFirst()
    }
    return checked(.string(string), conjunction, .string) {
      $0 is MinLength || $0 is MaxLength || $0 is PatternKeyword || $0 is FormatKeyword
    }
  }

  private func numberShape(of conjunction: Conjunction) -> Shape {
    // One limit of each sort is checked by the decoder; what more there is, by the interpreter.
    var bounds: [NumberBoundShape] = []
    for element in conjunction.elements {
      for (_, keyword) in element.keywords(in: graph) {
        if let bound = keyword.bound, !bounds.contains(where: { $0.order == bound.order }) { bounds.append(bound) }
      }
    }
    let shape: Shape
    if !conjunction.types.isDisjoint(with: .fraction) {
      shape = .number(NumberShape(isExact: options.numbers == .exact, bounds: bounds))
    } else {
      shape = .integer(
        IntegerShape(width: options.numbers == .exact ? .exact : width(of: conjunction), bounds: bounds))
    }
    return checked(shape, conjunction, .number) { $0.bound.map(bounds.contains) ?? false }
  }

  /// An integer that is never negative, and whose bounds go beyond what `Int` holds, has no sign.
  private func width(of conjunction: Conjunction) -> IntegerShape.Width {
    let limits = conjunction.elements.flatMap { $0.keywords(in: graph).compactMap(\.keyword.integerLimit) }
    let lower = limits.filter { !$0.isUpper }
    let upper = limits.filter(\.isUpper)
    guard lower.contains(where: \.isAboveNegatives) else { return .int }
    let isLarge = upper.isEmpty ? lower.contains(where: \.isBeyondInt) : upper.allSatisfy(\.isBeyondInt)
    return isLarge ? .unsigned : .int
  }
}

/// A limit of integers, of any size.
private struct IntegerLimit {
  let number: JSONNumber
  let isUpper: Bool
  let isExclusive: Bool

  /// Whether a lower limit lets no negative integer through.
  var isAboveNegatives: Bool { isExclusive ? number >= -1 : number > -1 }

  /// Whether what a lower limit lets through first, or an upper limit last, is larger than any `Int`.
  var isBeyondInt: Bool {
    let largest = JSONNumber(Int64.max)
    let next = JSONNumber(UInt64(1) << 63)
    return switch (isUpper, isExclusive) {
    case (true, false): number >= next
    case (true, true): number > next
    case (false, false): number > largest
    case (false, true): number >= largest
    }
  }
}

extension Keyword {
  /// The limit that the keyword sets to a number, if it is one that generated code can compare with.
  fileprivate var bound: NumberBoundShape? {
    switch self {
    case let minimum as Minimum:
      ExactNumber(minimum.limit).map { minimum.isExclusive ? .moreThan($0) : .atLeast($0) }
    case let maximum as Maximum:
      ExactNumber(maximum.limit).map { maximum.isExclusive ? .lessThan($0) : .atMost($0) }
    case let minimum as ExclusiveMinimum: ExactNumber(minimum.limit).map { .moreThan($0) }
    case let maximum as ExclusiveMaximum: ExactNumber(maximum.limit).map { .lessThan($0) }
    case let multiple as MultipleOf: ExactNumber(multiple.divisor).map { .multipleOf($0) }
    default: nil
    }
  }

  /// The limit that the keyword sets to an integer.
  fileprivate var integerLimit: IntegerLimit? {
    func limit(_ node: JSONNode, isUpper: Bool = false, isExclusive: Bool = false) -> IntegerLimit? {
      node.number.map { IntegerLimit(number: $0, isUpper: isUpper, isExclusive: isExclusive) }
    }
    return switch self {
    case let minimum as Minimum: limit(minimum.limit, isExclusive: minimum.isExclusive)
    case let maximum as Maximum: limit(maximum.limit, isUpper: true, isExclusive: maximum.isExclusive)
    case let minimum as ExclusiveMinimum: limit(minimum.limit, isExclusive: true)
    case let maximum as ExclusiveMaximum: limit(maximum.limit, isUpper: true, isExclusive: true)
    default: nil
    }
  }
}

extension ExactNumber {
  /// A number of a schema; nil for one of more digits than 64 bits hold, which is left to the interpreter.
  init?(_ node: JSONNode) {
    guard let number = node.number else { return nil }
    let decimal = number.withUTF8 { Decimal($0) }
    if decimal.isSmall {
      guard decimal.exponent.magnitude < 1_000 else { return nil }
      self.init(coefficient: decimal.coefficient, exponent: decimal.exponent, isNegative: decimal.isNegative)
    } else {
      // A decimal counts nineteen digits; some integers of twenty fit as well.
      let text = number.text
      let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
      guard let coefficient = UInt64(digits) else { return nil }
      self.init(coefficient: coefficient, exponent: 0, isNegative: text.hasPrefix("-"))
    }
  }
}
