/// What is looked at for whether the goldens and cassettes of a package exercise it.
public enum Gate: String, Hashable, Sendable, CaseIterable {
  /// The rows of the error tables, the reasons for which answers end, and the failures of transports.
  case errors
  /// The rules of repair and coercion.
  case repairs
  /// What the schemas of the package allow and forbid.
  case schemas
  /// The lines of code that the tests ran.
  case code

  /// The gates that tests can run: what lines they ran is not known before they end.
  public static let offline: [Gate] = [.errors, .repairs, .schemas]
}
