/// Writes values as JSON text.
public struct JSONWriter: Hashable, Sendable {
  /// How a text is laid out.
  public enum Style: Hashable, Sendable {
    /// No white space; numbers as they were written.
    case compact
    /// A line for every member and element, two spaces for every level; numbers as they were written.
    case pretty
    /// RFC 8785: members sorted by UTF-16 code units, numbers as ECMAScript writes the nearest `Double`.
    case canonical
  }

  /// How the text is laid out.
  public var style: Style

  /// A writer that lays texts out in one way.
  public init(style: Style = .compact) {
    self.style = style
  }

  /// The text of a value.
  public func string(of value: JSONValue) -> String {
    output(of: value).text
  }

  /// The text of a value in UTF-8.
  public func bytes(of value: JSONValue) -> [UInt8] {
    output(of: value).bytes
  }

  /// Writes a value behind what is already there.
  public func write(_ value: JSONValue, to output: inout [UInt8]) {
    self.output(of: value).append(to: &output)
  }

  /// Writes a string with its quotes and the escapes that it needs.
  public static func writeString(_ string: String, to output: inout [UInt8]) {
    var written = JSONOutput(capacity: string.utf8.count + 16)
    written.string(string)
    written.append(to: &output)
  }

  private func output(of value: JSONValue) -> JSONOutput {
    var output = JSONOutput()
    switch style {
    case .compact: output.value(value)
    case .pretty: writePretty(value, depth: 0, to: &output)
    case .canonical: writeCanonical(value, to: &output)
    }
    return output
  }

  private func writePretty(_ value: JSONValue, depth: Int, to output: inout JSONOutput) {
    switch value {
    case .array(let elements) where !elements.isEmpty:
      output.openArray()
      for element in elements {
        output.element()
        output.breakLine(depth: depth + 1)
        writePretty(element, depth: depth + 1, to: &output)
      }
      output.breakLine(depth: depth)
      output.closeArray()
    case .object(let object) where !object.isEmpty:
      output.openObject()
      for member in object {
        output.element()
        output.breakLine(depth: depth + 1)
        output.string(member.key)
        output.append(": ")
        writePretty(member.value, depth: depth + 1, to: &output)
      }
      output.breakLine(depth: depth)
      output.closeObject()
    default:
      output.value(value)
    }
  }

  private func writeCanonical(_ value: JSONValue, to output: inout JSONOutput) {
    switch value {
    case .array(let elements):
      output.openArray()
      for element in elements {
        output.element()
        writeCanonical(element, to: &output)
      }
      output.closeArray()
    case .object(let object):
      output.openObject()
      for member in object.members.sorted(by: { $0.key.utf16.lexicographicallyPrecedes($1.key.utf16) }) {
        output.key(member.key)
        writeCanonical(member.value, to: &output)
      }
      output.closeObject()
    case .number(let number):
      let double = number.double
      // A number that no `Double` holds has no canonical form; its own text is the honest one.
      output.append(double.isFinite ? double.shortestJSON : number.text)
    default:
      output.value(value)
    }
  }
}
