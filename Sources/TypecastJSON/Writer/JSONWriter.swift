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

  public var style: Style

  public init(style: Style = .compact) {
    self.style = style
  }

  public func string(of value: JSONValue) -> String {
    String(decoding: bytes(of: value), as: UTF8.self)
  }

  public func bytes(of value: JSONValue) -> [UInt8] {
    var output: [UInt8] = []
    write(value, to: &output)
    return output
  }

  /// Writes a value behind what is already there.
  public func write(_ value: JSONValue, to output: inout [UInt8]) {
    write(value, depth: 0, to: &output)
  }

  private func write(_ value: JSONValue, depth: Int, to output: inout [UInt8]) {
    switch value {
    case .null: output += "null".utf8
    case .bool(let bool): output += bool ? "true".utf8 : "false".utf8
    case .number(let number): write(number, to: &output)
    case .string(let string): JSONWriter.writeString(string, to: &output)
    case .array(let elements):
      output.append(0x5B)
      for (index, element) in elements.enumerated() {
        if index > 0 { output.append(0x2C) }
        breakLine(depth: depth + 1, to: &output)
        write(element, depth: depth + 1, to: &output)
      }
      if !elements.isEmpty { breakLine(depth: depth, to: &output) }
      output.append(0x5D)
    case .object(let object):
      output.append(0x7B)
      for (index, member) in ordered(object).enumerated() {
        if index > 0 { output.append(0x2C) }
        breakLine(depth: depth + 1, to: &output)
        JSONWriter.writeString(member.key, to: &output)
        output.append(0x3A)
        if style == .pretty { output.append(0x20) }
        write(member.value, depth: depth + 1, to: &output)
      }
      if !object.isEmpty { breakLine(depth: depth, to: &output) }
      output.append(0x7D)
    }
  }

  private func write(_ number: JSONNumber, to output: inout [UInt8]) {
    let double = style == .canonical ? number.double : .infinity
    // A number that no `Double` holds has no canonical form; its own text is the honest one.
    output += (double.isFinite ? double.shortestJSON : number.text).utf8
  }

  private func ordered(_ object: JSONObject) -> [JSONObject.Member] {
    guard style == .canonical else { return object.members }
    return object.members.sorted { $0.key.utf16.lexicographicallyPrecedes($1.key.utf16) }
  }

  private func breakLine(depth: Int, to output: inout [UInt8]) {
    guard style == .pretty else { return }
    output.append(0x0A)
    output.append(contentsOf: repeatElement(0x20, count: depth * 2))
  }

  /// Writes a string with its quotes and the escapes that it needs.
  public static func writeString(_ string: String, to output: inout [UInt8]) {
    var string = string
    output.append(0x22)
    string.withUTF8 { writeContent($0, to: &output) }
    output.append(0x22)
  }

  /// Writes the content of a string; runs between escapes are copied whole.
  package static func writeContent(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    var runStart = 0
    for index in 0..<bytes.count {
      let byte = bytes[index]
      if byte >= 0x20 && byte != 0x22 && byte != 0x5C { continue }
      output += UnsafeBufferPointer(rebasing: bytes[runStart..<index])
      runStart = index + 1
      switch byte {
      case 0x22, 0x5C: output += [0x5C, byte]
      case 0x08: output += [0x5C, 0x62]
      case 0x0C: output += [0x5C, 0x66]
      case 0x0A: output += [0x5C, 0x6E]
      case 0x0D: output += [0x5C, 0x72]
      case 0x09: output += [0x5C, 0x74]
      default:
        let digits: StaticString = "0123456789abcdef"
        output += [
          0x5C, 0x75, 0x30, 0x30, digits.utf8Start[Int(byte >> 4)], digits.utf8Start[Int(byte & 15)],
        ]
      }
    }
    output += UnsafeBufferPointer(rebasing: bytes[runStart...])
  }
}
