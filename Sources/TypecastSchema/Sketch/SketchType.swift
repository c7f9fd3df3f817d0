/// A type as a person would sketch it, and what there is to say beside it.
package struct SketchType: Equatable, Sendable {
  /// The part of a type that has a notation.
  package indirect enum Shape: Equatable, Sendable {
    /// `string`, `any`, the name of another type, or a literal.
    case word(String)
    case list(SketchType)
    case tuple([SketchType], rest: SketchType?)
    case object([Member])
    /// A value of any of these.
    case union([SketchType])
    /// A value of all of these.
    case intersection([SketchType])
  }

  /// A line of an object.
  package struct Member: Equatable, Sendable {
    /// What stands before the colon.
    package let label: String

    /// Nil for the line that says that there may be more.
    package let type: SketchType?
  }

  package var shape: Shape

  /// What has no notation, in words: the description first.
  package var notes: [String]

  package init(_ shape: Shape, notes: [String] = []) {
    self.shape = shape
    self.notes = notes
  }

  static func word(_ text: String) -> SketchType { SketchType(.word(text)) }

  /// One type of several alternatives; those that are unions themselves are taken apart.
  static func union(_ types: [SketchType]) -> SketchType {
    let flat = types.flatMap { type in
      if case .union(let inner) = type.shape, type.notes.isEmpty { inner } else { [type] }
    }
    var kept: [SketchType] = []
    for type in flat where kept.count > 32 || !kept.contains(type) { kept.append(type) }
    return kept.count == 1 ? kept[0] : SketchType(.union(kept))
  }
}

/// The types of a sketch: the one that it is about, and those that it names.
package struct SketchDocument: Equatable, Sendable {
  package let root: SketchType

  /// In the order in which they are first named.
  package let definitions: [Definition]

  /// A type with a name.
  package struct Definition: Equatable, Sendable {
    package let name: String
    package let type: SketchType
  }
}
