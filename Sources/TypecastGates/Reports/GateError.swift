/// A package that a gate can't look at: a file of it can't be read, or says what makes no sense.
public struct GateError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong, each with its place and what to do about it.
  public let reasons: [String]

  init(_ reasons: String...) {
    self.reasons = reasons
  }

  init(reasons: [String]) {
    self.reasons = reasons
  }

  public var description: String { reasons.joined(separator: "\n") }
}
