/// Exchanges with servers, in their order.
public struct Cassette: Hashable, Sendable {
  /// Where exchanges come from.
  public enum Origin: String, Hashable, Sendable, CaseIterable {
    /// A real server sent them.
    case recorded
    /// A person wrote them from documentation.
    case authored
  }

  /// Whether a server or a person wrote the answers.
  public var origin: Origin

  /// What a person wants to say about it.
  public var note: String?

  /// The exchanges, in the order in which they were had.
  public var exchanges: [Exchange]

  /// A cassette in memory; ``CassetteFile`` saves one.
  public init(_ origin: Origin, note: String? = nil, _ exchanges: [Exchange] = []) {
    self.origin = origin
    self.note = note
    self.exchanges = exchanges
  }
}
