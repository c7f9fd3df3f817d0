/// The value of a place where a schema allows none: there never is one.
///
/// `Never` would say the same, but Swift warns of all code that could come after it.
public struct NoValue: Hashable, Sendable {
  private init() {}
}
