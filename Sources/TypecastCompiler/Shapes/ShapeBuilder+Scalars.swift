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
        IntegerShape(width: options.numbers == .exact ? .exact : width(of: bounds), bounds: bounds))
    }
    return checked(shape, conjunction, .number) { $0.bound.map(bounds.contains) ?? false }
  }

  /// An integer whose bounds say that it is larger than `Int` holds, and not negative, has no sign.
  private func width(of bounds: [NumberBoundShape]) -> IntegerShape.Width {
    var isPositive = false
    var isLarge = false
    for bound in bounds {
      switch bound {
      case .atLeast(let limit): isPositive = isPositive || !limit.isNegative
      case .moreThan(let limit): isPositive = isPositive || !limit.isNegative
      case .atMost(let limit), .lessThan(let limit):
        isLarge = isLarge || (limit.int == nil && !limit.isNegative && limit.exponent >= 0)
      case .multipleOf: break
      }
    }
    return isPositive && isLarge ? .unsigned : .int
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
}

extension ExactNumber {
  /// A number of a schema; nil for one of too many digits.
  init?(_ node: JSONNode) {
    guard let number = node.number else { return nil }
    let decimal = number.withUTF8 { Decimal($0) }
    guard decimal.isSmall, decimal.exponent.magnitude < 1_000 else { return nil }
    self.init(coefficient: decimal.coefficient, exponent: decimal.exponent, isNegative: decimal.isNegative)
  }
}
