/// A piece of Swift within a line. It is made of names and literals only, so that no text of a schema gets out of its quotes.
struct SwiftExpression: Hashable, Sendable {
  let text: String

  private init(_ text: String) {
    self.text = text
  }

  /// A piece that the compiler knows beforehand.
  static func code(_ code: StaticString) -> SwiftExpression { SwiftExpression(code.description) }

  /// A name that `SwiftName` made.
  static func name(_ name: String) -> SwiftExpression { SwiftExpression(SwiftName.escaped(name)) }

  /// A name as a label of an argument, where fewer words are keywords.
  static func label(_ name: String) -> SwiftExpression {
    SwiftExpression(["inout", "var", "let"].contains(name) ? "`\(name)`" : name)
  }

  /// A local variable by its number.
  static func local(_ number: Int) -> SwiftExpression { SwiftExpression("value" + String(number)) }

  static func int(_ value: Int) -> SwiftExpression {
    SwiftExpression(value == .max ? ".max" : value == .min ? ".min" : String(value))
  }

  static func double(_ value: Double) -> SwiftExpression { SwiftExpression(value.description) }

  static func unsigned(_ value: UInt64) -> SwiftExpression { SwiftExpression(String(value)) }

  /// The noncharacters that a string literal has to hold as they are: their escapes are not valid Swift.
  private static let refusedEscapes: ClosedRange<UInt32> = 0xFDD0...0xFDEF

  /// A string literal.
  static func string(_ text: String) -> SwiftExpression {
    var output = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": output += "\\\""
      case "\\": output += "\\\\"
      case "\n": output += "\\n"
      case "\t": output += "\\t"
      case "\r": output += "\\r"
      case " "..."~": output.unicodeScalars.append(scalar)
      case _ where refusedEscapes.contains(scalar.value): output.unicodeScalars.append(scalar)
      default: output += "\\u{\(String(scalar.value, radix: 16))}"
      }
    }
    return SwiftExpression(output + "\"")
  }

  static func array(_ elements: [SwiftExpression]) -> SwiftExpression {
    SwiftExpression("[" + elements.map(\.text).joined(separator: ", ") + "]")
  }

  static func joined(_ parts: [SwiftExpression], by separator: StaticString = "") -> SwiftExpression {
    SwiftExpression(parts.map(\.text).joined(separator: separator.description))
  }

  static func + (left: SwiftExpression, right: SwiftExpression) -> SwiftExpression {
    SwiftExpression(left.text + right.text)
  }

  static func + (left: SwiftExpression, right: StaticString) -> SwiftExpression {
    SwiftExpression(left.text + right.description)
  }

  static func + (left: StaticString, right: SwiftExpression) -> SwiftExpression {
    SwiftExpression(left.description + right.text)
  }
}

extension SwiftExpression: ExpressibleByStringInterpolation {
  /// Pieces of code with expressions in between; nothing else can be put in.
  struct StringInterpolation: StringInterpolationProtocol {
    var text = ""

    init(literalCapacity: Int, interpolationCount: Int) {}

    mutating func appendLiteral(_ literal: String) { text += literal }

    mutating func appendInterpolation(_ expression: SwiftExpression) { text += expression.text }
  }

  init(stringLiteral value: StringLiteralType) { self.init(value) }

  init(stringInterpolation: StringInterpolation) { self.init(stringInterpolation.text) }
}
