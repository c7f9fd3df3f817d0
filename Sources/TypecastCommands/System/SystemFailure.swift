/// What the operating system said instead of doing it.
public struct SystemFailure: Error, Sendable, Equatable {
  /// The value of `errno`.
  public let code: Int32

  /// The failure that an `errno` stands for.
  public init(code: Int32) {
    self.code = code
  }
}
