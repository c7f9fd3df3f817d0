/// How a server breaks a connection off in the middle.
public enum BrokenConnection: Error, Hashable, Sendable {
  /// It is closed; what was sent before arrives.
  case closed
  /// It is reset; what was sent before may be lost.
  case reset
}
