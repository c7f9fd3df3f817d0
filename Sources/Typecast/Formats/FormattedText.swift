public import TypecastJSON
import TypecastSchema

/// A string that is of a format: it keeps its spelling, and gives its value on demand.
public protocol FormattedText: Hashable, Sendable, CustomStringConvertible {
  /// The number of the format.
  static var formatNumber: UInt8 { get }

  /// The string as it was written.
  var text: String { get }

  /// Takes a string that is known to be of the format.
  init(trusted text: String)
}

extension FormattedText {
  /// Takes a string; nil if it is not of the format.
  public init?(_ text: String) {
    guard let format = Format(rawValue: Self.formatNumber), format.accepts(text) else { return nil }
    self.init(trusted: text)
  }

  public var description: String { text }

  public static func == (left: Self, right: Self) -> Bool {
    ScalarText(left.text) == ScalarText(right.text)
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(ScalarText(text))
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
    return Text(trusted: text.string)
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
    return Text(trusted: text)
  }
}
