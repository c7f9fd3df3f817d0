/// A name and a value that were written as one word.
struct NamedValue: Sendable, Equatable {
  let name: String
  let value: String

  init(name: String, value: String) {
    self.name = name
    self.value = value
  }

  /// Splits at the first of the separators; nil without one, or without a name before it.
  init?(_ text: String, separators: String = ":=") {
    let scalars = text.unicodeScalars
    guard let place = scalars.firstIndex(where: separators.unicodeScalars.contains), place > scalars.startIndex else {
      return nil
    }
    name = String(scalars[..<place])
    value = String(scalars[scalars.index(after: place)...])
  }
}
