import Testing

import TypecastSchema

/// Checks a format's verdicts, given as a string and as bytes.
func expect(
  _ format: Format, accepts valid: [String], rejects invalid: [String],
  sourceLocation: SourceLocation = #_sourceLocation
) {
  for (texts, verdict) in [(valid, true), (invalid, false)] {
    for text in texts {
      let scalars = text.unicodeScalars.map { String($0.value, radix: 16) }.joined(separator: " ")
      #expect(
        format.accepts(text) == verdict, "\(format): \(text.prefix(80)) (\(scalars.prefix(400)))",
        sourceLocation: sourceLocation)
      let verdictOnBytes = Array(text.utf8).withUnsafeBufferPointer(format.accepts)
      #expect(verdictOnBytes == verdict, "bytes of \(text.prefix(80))", sourceLocation: sourceLocation)
    }
  }
}

/// A string of one code point that no literal can hold.
func noncharacter(_ value: UInt32) -> String {
  Unicode.Scalar(value).map { String(Character($0)) } ?? ""
}
