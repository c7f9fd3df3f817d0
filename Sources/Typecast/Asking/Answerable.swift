public import TypecastJSON

/// What a model can be asked for: a type that was compiled from a schema, or plain JSON that follows one.
public protocol Answerable: Sendable {
  /// The value as far as it is known while it grows in a stream.
  associatedtype Partial: PartialValue

  /// The value as compact JSON.
  var json: String { get }
}

extension JSONValue: Answerable {
  public typealias Partial = PartialJSON

  /// The value as compact JSON.
  public var json: String { description }
}
