import TypecastJSON

/// Why an answer that came with a status of success is none.
enum WireFault: Error, Sendable {
  /// It holds an error in the provider's own words.
  case reported(JSONValue)
  /// It does not look as this provider's answers do; the text says where.
  case malformed(String)
}
