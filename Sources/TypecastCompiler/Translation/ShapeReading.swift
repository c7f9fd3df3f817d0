import TypecastJSON
import TypecastSchema

/// How shapes are spelled, read and written inside of one type.
///
/// Rules that reading needs are collected, to be declared once in the type.
final class ShapeReading {
  let file: FileTranslator
  private var rules: [SwiftExpression: Int] = [:]
  private(set) var ruleDeclarations: [SwiftDeclaration] = []

  init(_ file: FileTranslator) {
    self.file = file
  }

  // MARK: - Types

  /// The Swift type of a shape.
  func type(of shape: Shape) -> SwiftExpression {
    switch shape {
    case .any, .kinds: "Typecast::JSONValue"
    case .never: "Typecast::NoValue"
    case .null: "Typecast::JSONNull"
    case .bool: "Swift::Bool"
    case .integer(let integer):
      switch integer.width {
      case .int: "Swift::Int"
      case .unsigned: "Swift::UInt64"
      case .exact: "Typecast::JSONNumber"
      }
    case .number(let number): number.isExact ? "Typecast::JSONNumber" : "Swift::Double"
    case .string(let string): string.rich.flatMap(Self.richType) ?? "Swift::String"
    case .array(let element, _): "[\(type(of: element))]"
    case .map(.any, _): "Typecast::JSONObject"
    case .map(let value, _): "Typecast::JSONMap<\(type(of: value))>"
    case .named(let id): file.path(of: id)
    case .optional(let wrapped): type(of: wrapped) + "?"
    case .checked(let inner, _): type(of: inner)
    }
  }

  private static func richType(_ format: Format) -> SwiftExpression? {
    RichFormat.type(of: format).map { "Typecast::\(.name($0))" }
  }

  /// Whether values of the shape have to be compared by scalars.
  func holdsText(_ shape: Shape) -> Bool {
    switch shape {
    case .string(let string): string.rich == nil
    case .array(let inner, _), .map(let inner, _), .optional(let inner), .checked(let inner, _): holdsText(inner)
    default: false
    }
  }

  // MARK: - Reading

  /// An expression that reads a value, without the `try` in front of it.
  func read(_ shape: Shape) -> SwiftExpression {
    switch shape {
    case .any: return "reader.value()"
    case .kinds(let types): return "reader.value(ofTypes: \(.int(Int(types.rawValue))))"
    case .never: return "reader.nothing()"
    case .null: return "reader.onlyNull()"
    case .bool: return "reader.bool()"
    case .integer(let integer): return read(integer)
    case .number(let number):
      if number.bounds.isEmpty { return number.isExact ? "reader.number().number" : "reader.double()" }
      let rule = rule(numberRules(number.bounds, isInteger: false))
      return number.isExact ? "reader.exact(\(rule))" : "reader.double(\(rule))"
    case .string(let string): return read(string)
    case .array(let element, let count):
      return "reader.array(\(limits(count))\(count.isFree ? "" : ", ")of: \(closure(element)))"
    case .map(.any, let count): return "reader.map(\(limits(count)))"
    case .map(let value, let count):
      return "reader.map(\(limits(count))\(count.isFree ? "" : ", ")of: \(closure(value)))"
    case .named(let id): return file.path(of: id) + "(reading: &reader)"
    case .optional(let wrapped): return "reader.null() ? nil : \(read(wrapped))"
    case .checked(let inner, let parts):
      return "reader.checked(\(file.checker), \(file.numbers(of: parts)), \(closure(inner)))"
    }
  }

  /// A function that reads a value.
  func closure(_ shape: Shape) -> SwiftExpression {
    return "{ (reader: inout Typecast::JSONReader) throws(Typecast::JSONError) -> \(type(of: shape)) in "
      + "try \(read(shape)) }"
  }

  private func limits(_ count: CountShape) -> SwiftExpression {
    if count.isFree { return "" }
    return "atLeast: \(.int(count.least)), atMost: \(.int(count.most))"
  }

  private func read(_ integer: IntegerShape) -> SwiftExpression {
    switch integer.width {
    case .exact: return "reader.exact(\(rule(numberRules(integer.bounds, isInteger: true))))"
    case .unsigned:
      return "reader.int(\(rule(numberRules(integer.bounds, isInteger: true))), as: Swift::UInt64.self)"
    case .int: break
    }
    if integer.bounds.isEmpty { return "reader.int()" }
    if let (least, most) = range(of: integer.bounds) {
      return "reader.int(atLeast: \(.int(least)), atMost: \(.int(most)))"
    }
    return "reader.int(\(rule(numberRules(integer.bounds, isInteger: true))))"
  }

  /// The bounds as the smallest and the largest `Int`, if they say nothing else.
  private func range(of bounds: [NumberBoundShape]) -> (Int, Int)? {
    var least = Int.min
    var most = Int.max
    for bound in bounds {
      switch bound {
      case .atLeast(let limit):
        guard let limit = limit.int else { return nil }
        least = max(least, limit)
      case .moreThan(let limit):
        guard let limit = limit.int, limit < Int.max else { return nil }
        least = max(least, limit + 1)
      case .atMost(let limit):
        guard let limit = limit.int else { return nil }
        most = min(most, limit)
      case .lessThan(let limit):
        guard let limit = limit.int, limit > Int.min else { return nil }
        most = min(most, limit - 1)
      case .multipleOf: return nil
      }
    }
    return (least, most)
  }

  private func numberRules(_ bounds: [NumberBoundShape], isInteger: Bool) -> SwiftExpression {
    var arguments = bounds.sorted { $0.order < $1.order }.map { bound -> SwiftExpression in
      switch bound {
      case .atLeast(let limit): "atLeast: \(decimal(limit))"
      case .moreThan(let limit): "moreThan: \(decimal(limit))"
      case .atMost(let limit): "atMost: \(decimal(limit))"
      case .lessThan(let limit): "lessThan: \(decimal(limit))"
      case .multipleOf(let limit): "multipleOf: \(decimal(limit))"
      }
    }
    if isInteger { arguments.append("isInteger: true") }
    return "Typecast::NumberRules(\(.joined(arguments, by: ", ")))"
  }

  private func decimal(_ number: ExactNumber) -> SwiftExpression {
    "Typecast::Decimal(\(.unsigned(number.coefficient)), exponent: \(.int(number.exponent)), "
      + "isNegative: \(number.isNegative ? "true" : "false"))"
  }

  private func read(_ string: StringShape) -> SwiftExpression {
    let rich = string.rich.flatMap(Self.richType)
    if string.isFree { return rich.map { "reader.formatted(as: \($0).self)" } ?? "reader.string()" }
    if string.patterns.isEmpty, string.formats.isEmpty, rich == nil {
      return "reader.string(\(limits(string.length)))"
    }
    if rich == nil, string.formats.isEmpty, string.patterns.count == 1,
      let runs = try? Pattern(string.patterns[0].string).asciiRuns, !runs.isEmpty
    {
      let match = match(runs, source: string.patterns[0].string)
      return "reader.string(\(limits(string.length))\(string.length.isFree ? "" : ", ")matching: \(match))"
    }
    var arguments: [SwiftExpression] = []
    if !string.length.isFree { arguments.append(limits(string.length)) }
    if !string.patterns.isEmpty { arguments.append("patterns: \(.array(string.patterns.map { .string($0.string) }))") }
    if !string.formats.isEmpty {
      arguments.append("formats: \(.array(string.formats.map { .int(Int($0.rawValue)) }))")
    }
    let rule = rule("Typecast::StringRules(\(.joined(arguments, by: ", ")))")
    return rich.map { "reader.formatted(as: \($0).self, \(rule))" } ?? "reader.string(\(rule))"
  }

  /// A function of the type that matches a simple pattern.
  private func match(_ runs: [ASCIIRun], source: String) -> SwiftExpression {
    let steps = PatternSteps(runs).expressions
    let key: SwiftExpression = .joined(steps, by: ";")
    if rules[key] == nil {
      let number = ruleDeclarations.count
      rules[key] = number
      ruleDeclarations.append(
        SwiftDeclaration(
          "private static func rule\(.int(number))(_ text: Typecast::JSONText) -> Swift::Bool",
          documentation: ["Matches `\(source)`."],
          .statements(
            [.line("var scan = Typecast::TextScan(text)")]
              + steps.map { .line("if !scan.\($0) { return false }") } + [.line("return scan.isAtEnd")])))
    }
    return "Self.rule\(.int(rules[key] ?? 0))"
  }

  /// A constant of the type that holds some rules.
  func rule(_ rules: SwiftExpression) -> SwiftExpression {
    let number = self.rules[rules] ?? ruleDeclarations.count
    if self.rules[rules] == nil {
      self.rules[rules] = number
      ruleDeclarations.append(SwiftDeclaration("private static let rule\(.int(number)) = \(rules)"))
    }
    return "Self.rule\(.int(number))"
  }

  // MARK: - Writing

  /// Whether there is nothing to look at in a value when it is written.
  func isAlwaysNull(_ shape: Shape) -> Bool {
    switch shape {
    case .null: true
    case .checked(let inner, _): isAlwaysNull(inner)
    default: false
    }
  }

  /// Statements that write a value.
  func write(_ shape: Shape, _ value: SwiftExpression, depth: Int = 0) -> [SwiftStatement] {
    let inner: SwiftExpression = "inner\(.int(depth))"
    switch shape {
    case .any, .kinds: return [.line("output.value(\(value))")]
    case .never: return [.line("output.nothing(\(value))")]
    case .null: return [.line("output.null()")]
    case .bool: return [.line("output.bool(\(value))")]
    case .integer(let integer):
      return [.line(integer.width == .exact ? "output.number(\(value))" : "output.int(\(value))")]
    case .number(let number): return [.line(number.isExact ? "output.number(\(value))" : "output.double(\(value))")]
    case .string(let string):
      return [.line(string.rich == nil ? "output.string(\(value))" : "output.string(\(value).text)")]
    case .array(let element, _):
      return [
        .line("output.openArray()"),
        .block(
          isAlwaysNull(element) ? "for _ in \(value)" : "for \(inner) in \(value)",
          [.line("output.element()")] + write(element, inner, depth: depth + 1)),
        .line("output.closeArray()"),
      ]
    case .map(.any, _):
      return [.line("output.openObject()"), .line("output.members(of: \(value))"), .line("output.closeObject()")]
    case .map(let element, _):
      return [
        .line("output.openObject()"),
        .block(
          "for \(inner) in \(value)",
          [.line("output.key(\(inner).key)")] + write(element, inner + ".value", depth: depth + 1)),
        .line("output.closeObject()"),
      ]
    case .named: return [.line("\(value).write(to: &output)")]
    case .optional(let wrapped):
      return [
        .choice(
          "if let \(inner) = \(value)", write(wrapped, inner, depth: depth + 1),
          otherwise: [.line("output.null()")])
      ]
    case .checked(let shape, _): return write(shape, value, depth: depth)
    }
  }

  /// Comparison of two values of a shape.
  func comparison(_ shape: Shape, _ left: SwiftExpression, _ right: SwiftExpression) -> SwiftExpression {
    holdsText(shape) ? "Typecast::isSame(\(left), \(right))" : "\(left) == \(right)"
  }
}
