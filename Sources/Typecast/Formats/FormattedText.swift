public import TypecastJSON
import TypecastSchema

/// A string that is of a format: it keeps its spelling, and gives its value on demand.
public protocol FormattedText: Hashable, Sendable, CustomStringConvertible {
  /// The number of the format.
  static var formatNumber: UInt8 { get }

  /// The string as it was written.
  var text: String { get }

  /// Takes a string that was found to be of the format; from outside, `init(_:)` takes any.
  init(checked text: CheckedText)
}

/// A string that was found to be of a format. Only this library makes one.
public struct CheckedText: Sendable {
  let string: String
}

extension FormattedText {
  /// Takes a string; nil if it is not of the format.
  public init?(_ text: String) {
    guard let format = Format(rawValue: Self.formatNumber), format.accepts(text) else { return nil }
    self.init(checked: CheckedText(string: text))
  }

  public var description: String { text }

  public static func == (left: Self, right: Self) -> Bool {
    ScalarText(left.text) == ScalarText(right.text)
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(ScalarText(text))
  }
}

extension FormattedText {
  /// The number that some ASCII digits of the text stand for; the largest `Int` for all that are larger.
  func number(_ range: Range<Int>) -> Int {
    var number = 0
    for byte in text.utf8.dropFirst(range.lowerBound).prefix(range.count) {
      let (product, isLarge) = number.multipliedReportingOverflow(by: 10)
      let (sum, isLarger) = product.addingReportingOverflow(Int(byte) - 0x30)
      if isLarge || isLarger { return .max }
      number = sum
    }
    return number
  }

  /// Whether the text comes before another, byte by byte.
  func isSpeltBefore(_ other: Self) -> Bool {
    text.utf8.lexicographicallyPrecedes(other.text.utf8)
  }
}

extension JSONReader {
  /// Reads a string of a format.
  @inline(never)
  public mutating func formatted<Text: FormattedText>(as type: Text.Type) throws(JSONError) -> Text {
    let start = mark
    let text = try text()
    guard let format = Format(rawValue: Text.formatNumber), format.accepts(text.bytes) else {
      throw violation("a string of its format", at: start)
    }
    return Text(checked: CheckedText(string: text.string))
  }

  /// Reads a string of a format that follows some rules.
  @inline(never)
  public mutating func formatted<Text: FormattedText>(
    as type: Text.Type, _ rules: StringRules
  ) throws(JSONError) -> Text {
    let start = mark
    let text = try string(rules)
    guard let format = Format(rawValue: Text.formatNumber), format.accepts(text) else {
      throw violation("a string of its format", at: start)
    }
    return Text(checked: CheckedText(string: text))
  }
}
