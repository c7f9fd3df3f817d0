/// A value behind a reference, for types that contain themselves.
public indirect enum Indirect<Value> {
  /// The value.
  case value(Value)

  /// The value.
  @inlinable
  public var wrapped: Value {
    get {
      switch self {
      case .value(let value): value
      }
    }
    set { self = .value(newValue) }
  }

  /// Puts a value behind a reference.
  @inlinable
  public init(_ value: Value) {
    self = .value(value)
  }
}

extension Indirect: Equatable where Value: Equatable {}
extension Indirect: Hashable where Value: Hashable {}
extension Indirect: Sendable where Value: Sendable {}

/// A value is shown without what holds it.
extension Indirect: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  public var description: String { String(describing: wrapped) }
  public var debugDescription: String { String(reflecting: wrapped) }
  public var customMirror: Mirror { Mirror(reflecting: wrapped) }
}
