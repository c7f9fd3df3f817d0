/// What a model thought, as its provider wants it back.
///
/// Some providers sign what their models think, and refuse to go on after a tool call without it.
public struct Thought: Hashable, Sendable {
  /// The thought in words; empty where the provider keeps it to itself.
  public var text: String

  /// What the provider signed or sealed it with.
  public var signature: String?

  /// What the provider calls it: an id, or a sort of thought.
  public var id: String?

  /// A thought as it came from a provider, for tests and providers of your own.
  public init(_ text: String, signature: String? = nil, id: String? = nil) {
    self.text = text
    self.signature = signature
    self.id = id
  }
}
