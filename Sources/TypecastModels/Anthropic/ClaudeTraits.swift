import Typecast
import TypecastJSON

/// What a model of Anthropic takes, as far as its name tells.
struct ClaudeTraits: Sendable {
  /// How it is told to think.
  enum Style: Hashable, Sendable {
    /// It can't think.
    case none
    /// By a number of tokens.
    case budget
    /// By a number of tokens, or as it likes.
    case both
    /// As it likes, with a word for how much.
    case adaptive
  }

  let style: Style

  /// Whether it thinks unless it is told not to.
  let thinksUnasked: Bool

  /// Whether it can be told not to think.
  let canRest: Bool

  /// Whether it takes a temperature, or how much of what is likely it chooses from.
  let isSampled: Bool

  /// Whether it takes both of these at once.
  let takesBothSettings: Bool

  init(_ model: String) {
    let name = model.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(model[$0...].dropFirst()) } ?? model
    guard name.hasPrefix("claude") else {
      // Other houses' models behind the same API keep to what it was at first.
      style = .budget
      (thinksUnasked, canRest, isSampled, takesBothSettings) = (false, false, true, true)
      return
    }
    // One without a number is newer than those that have one.
    let version = ModelVersion(in: name) ?? ModelVersion(.max)
    style =
      version < ModelVersion(3, 7)
      ? .none : version < ModelVersion(4, 6) ? .budget : version < ModelVersion(4, 7) ? .both : .adaptive
    thinksUnasked = version >= ModelVersion(5)
    canRest = thinksUnasked && ["opus", "sonnet", "haiku"].contains { name.utf8Contains($0) }
    isSampled = version < ModelVersion(4, 7)
    takesBothSettings = version < ModelVersion(4, 1)
  }
}
