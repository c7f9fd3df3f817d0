import TypecastJSON

/// What a check of yours has against a valid value, or a tool against its argument. The model gets to read it.
///
/// Every other error that a check or a tool throws ends the call: it may hold what is not meant for a model.
public struct Objection: Error, Sendable, CustomStringConvertible {
  /// What is wrong, each with its place in the value.
  public var problems: [CastError.Problem]

  /// An objection to several places of one value.
  public init(_ problems: [CastError.Problem]) {
    self.problems = problems
  }

  /// An objection to one place of the value, given as a JSON Pointer such as `/lines/0/amount`, or to the value as a whole.
  public init(_ message: String, at pointer: String = "") {
    let place = JSONPointer(pointer)
    self.init([CastError.Problem(at: place ?? JSONPointer(), place == nil ? "\(pointer): \(message)" : message)])
  }

  public var description: String { problems.map(\.description).joined(separator: "\n") }
}

/// A check of a valid value that the schema can't express: throws an ``Objection`` to have the model asked again.
public typealias Check<Value> = @Sendable (Value) async throws -> Void
