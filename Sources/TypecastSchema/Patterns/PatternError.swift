/// A pattern that is not a regular expression, or that is beyond the limits of the engine.
public struct PatternError: Error, Equatable, Sendable {
  /// What is wrong, in sentences that end with the next thing to do.
  public let message: String
  /// Where in the pattern, counted in bytes of UTF-8.
  public let offset: Int

  package init(message: String, offset: Int) {
    self.message = message
    self.offset = offset
  }
}

extension PatternError: CustomStringConvertible {
  public var description: String { "\(message) (at byte \(offset) of the pattern)" }
}
