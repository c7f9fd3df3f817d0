import TypecastJSON

/// The text of an answer as it comes, and the value as far as it is known.
struct GrowingReply<Value: Answerable>: ~Copyable {
  private var reader = JSONStreamReader()

  /// Takes more of the text; nil where nothing is known yet, or what came is not JSON.
  mutating func append(_ text: String) -> Value.Partial? {
    guard reader.error == nil else { return nil }
    try? reader.append(text)
    return reader.error == nil ? reader.value.flatMap(Value.Partial.init(partial:)) : nil
  }
}
