import Synchronization

/// What sorts of value a decoder was found to hold, by the names of the members.
///
/// A decoder can only be asked by trying, and where one sort is refused the error costs the whole path to the value. Members of
/// one name mostly hold one sort, so that is tried first.
final class KindMemory: Sendable {
  enum Kind {
    case bool, integer, double, string, object, array
  }

  private struct State {
    /// The name of the member that is being read, and how many arrays stand between it and the value.
    var place = Place(key: ScalarText(""), depth: 0)
    var kinds: [Place: Kind] = [:]
    var keepsApart: Bool?
  }

  struct Place: Hashable {
    var key: ScalarText
    var depth: Int
  }

  /// The memory of the value that is being decoded.
  @TaskLocal static var current: KindMemory?

  private let state = Mutex(State())

  /// What stood at the last place like this one.
  var likely: Kind? { state.withLock { $0.kinds[$0.place] } }

  func remember(_ kind: Kind) {
    state.withLock { $0.kinds[$0.place] = kind }
  }

  /// Whether the decoder refuses to give a number or a boolean as a string; nil while no one has asked.
  var keepsApart: Bool? {
    get { state.withLock { $0.keepsApart } }
    set { state.withLock { $0.keepsApart = newValue } }
  }

  /// Reads the value of a member.
  func member<Result>(_ key: String, _ read: () throws -> Result) rethrows -> Result {
    try within(Place(key: ScalarText(key), depth: 0), read)
  }

  /// Reads the elements of an array.
  func elements<Result>(_ read: () throws -> Result) rethrows -> Result {
    var place = state.withLock { $0.place }
    place.depth += 1
    return try within(place, read)
  }

  private func within<Result>(_ place: Place, _ read: () throws -> Result) rethrows -> Result {
    let outer = state.withLock { state in
      defer { state.place = place }
      return state.place
    }
    defer { state.withLock { $0.place = outer } }
    return try read()
  }
}
