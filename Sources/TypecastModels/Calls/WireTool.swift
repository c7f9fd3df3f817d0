import TypecastSchema

/// A tool as a request offers it: one of the caller's, or the one that takes the answer.
struct WireTool: Sendable {
  let name: String
  /// What a model is told about it; empty where nobody said anything.
  let purpose: String
  /// Its argument as the provider takes it.
  let parameters: Projection
}
