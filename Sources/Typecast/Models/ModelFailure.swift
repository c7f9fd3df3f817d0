/// An error of a model that says more than its text.
public protocol ModelFailure: Error {
  /// What went wrong.
  var kind: FailureKind { get }

  /// What the provider calls the request.
  var requestID: String? { get }

  /// Whether another model may do better. It can't where the request itself is at fault.
  var anotherModelMayHelp: Bool { get }
}

extension ModelFailure {
  public var kind: FailureKind { .modelFailed }
  public var requestID: String? { nil }
  public var anotherModelMayHelp: Bool { true }
}
