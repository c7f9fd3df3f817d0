/// The percent-encoding of RFC 3986 section 2.1.
enum PercentEncoding {
  /// Writes every byte outside `kept` as `%` and two hexadecimal digits; a `%` of the text as `%25`.
  static func encoded(_ text: String, keeping kept: ASCIISet) -> String {
    var output: [UInt8] = []
    output.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      if kept.contains(byte) { output.append(byte) } else { append(byte, to: &output) }
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// Undoes the encoding; `nil` where a `%` lacks its two digits or the bytes are not UTF-8.
  static func decoded(_ text: String) -> String? {
    guard text.utf8.contains(percent) else { return text }
    let input = Array(text.utf8)
    var output: [UInt8] = []
    output.reserveCapacity(input.count)
    var index = 0
    while index < input.count {
      if input[index] == percent {
        guard let byte = byte(at: index, in: input) else { return nil }
        output.append(byte)
        index += 3
      } else {
        output.append(input[index])
        index += 1
      }
    }
    return String(validating: output, as: UTF8.self)
  }

  /// Encodes what is neither kept nor encoded yet, decodes what never needs encoding and writes digits in upper case.
  ///
  /// A `%` without its two digits stands for itself and becomes `%25`.
  static func normalized(_ text: String, keeping kept: ASCIISet, lowercasing: Bool = false) -> String {
    let input = Array(text.utf8)
    var output: [UInt8] = []
    output.reserveCapacity(input.count)
    var index = 0
    while index < input.count {
      let encoded = input[index] == percent ? byte(at: index, in: input) : nil
      let byte = encoded ?? input[index]
      index += encoded == nil ? 1 : 3
      let isPlain = encoded == nil ? kept.contains(byte) : ASCIISet.unreserved.contains(byte)
      if isPlain {
        output.append(lowercasing ? ASCII.lowercased(byte) : byte)
      } else {
        append(byte, to: &output)
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  private static var percent: UInt8 { UInt8(ascii: "%") }

  private static func byte(at index: Int, in text: [UInt8]) -> UInt8? {
    guard index + 2 < text.count else { return nil }
    guard let high = ASCII.hexValue(text[index + 1]), let low = ASCII.hexValue(text[index + 2]) else { return nil }
    return high << 4 | low
  }

  private static func append(_ byte: UInt8, to output: inout [UInt8]) {
    output.append(percent)
    output.append(ASCII.hexDigit(byte >> 4))
    output.append(ASCII.hexDigit(byte & 15))
  }
}
