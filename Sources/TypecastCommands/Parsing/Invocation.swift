/// A command line after parsing: the command, and what was given for each of its options and arguments.
struct Invocation: Sendable, Equatable {
  /// The words that name the command, without the tool's own name.
  let path: [String]
  var options: [String: [String]] = [:]
  var arguments: [String: [String]] = [:]

  func isGiven(_ option: Option) -> Bool {
    options[option.name] != nil
  }

  /// The last value given, or the default.
  func value(of option: Option) -> String? {
    options[option.name]?.last ?? option.defaultValue
  }

  /// Every value given, in order.
  func values(of option: Option) -> [String] {
    options[option.name] ?? []
  }

  /// Every pair given for an option of names and values, in order.
  func pairs(of option: Option) -> [NamedValue] {
    guard case .pair(let separators) = option.kind else { return [] }
    return values(of: option).compactMap { NamedValue($0, separators: separators) }
  }

  /// Every word given, in order, or the default alone.
  func values(of argument: Argument) -> [String] {
    arguments[argument.name] ?? argument.defaultValue.map { [$0] } ?? []
  }
}
