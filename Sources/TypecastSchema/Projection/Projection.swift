public import TypecastJSON

/// A schema as one dialect takes it, and what is lost on the way.
public struct Projection: Hashable, Sendable {
  /// Who takes it.
  public let dialect: Dialect

  /// What to send. Its members stand in the order that the provider is to follow.
  public let schema: JSONValue

  /// Everything lost, in the order of the places.
  public let losses: [ProjectionLoss]

  /// Places in ``schema`` of members that are null where the original allows them only to be missing.
  ///
  /// ``restoring(_:)`` takes such members out of a reply.
  public let nullsForMissing: [JSONPointer]

  /// The name of the only member of a reply, whose value is the one that the original describes; nil where the reply is
  /// that value itself.
  public let wrapper: String?

  /// The losses that are limits: the provider is likely to refuse a schema that has any.
  public var limitsExceeded: [ProjectionLoss] { losses.filter { $0.kind == .limitExceeded } }
}
