import TypecastJSON
import TypecastSchema

/// A type that the compiler makes.
struct NamedType: Sendable {
  let id: TypeID

  /// Where the type comes from: the schema that its name and documentation are taken from.
  let origin: SchemaID

  /// Words for the name where the schema's place has none.
  let hint: [String]

  /// The schemas that a value of the type follows.
  let conjunction: Conjunction

  /// The document whose file the type is written into.
  let document: Int

  /// Whether that document leads to the type by itself, and not only through a reference from another.
  let isOwn: Bool

  /// Whether the type stands for a whole document.
  var isRoot = false

  var definition: TypeDefinition
}

/// What a named type holds.
enum TypeDefinition: Sendable {
  case object(ObjectShape)
  case union(UnionShape)
  /// One of some strings.
  case texts([ScalarText])
  /// One of some values.
  case constants([JSONValue])
  case tuple(TupleShape)
  /// Another shape, where a type of its own is needed: for a document, or where a shape contains itself.
  case wrapper(Shape)
}

/// An object with properties.
struct ObjectShape: Sendable {
  struct Property: Sendable {
    let key: String
    let shape: Shape
    let isRequired: Bool

    /// The schema that describes the property, if one does.
    let schema: SchemaID?

    /// The value that a missing member stands for.
    let defaultValue: JSONValue?
  }

  var properties: [Property] = []

  /// How members are held that no property stands for; nil if there may be none.
  var extras: Shape?
  var count = CountShape()
  var parts: [CheckedPart] = []
}

/// One of several alternatives.
struct UnionShape: Sendable {
  struct Case: Sendable {
    /// Words that the case is named after.
    let hint: [String]
    let shape: Shape
    let schema: SchemaID?
  }

  /// How the alternative of a value is found.
  enum Selection: Sendable {
    /// By the type of the value, and for objects by the text of one member.
    case dispatch([Int: Int], tag: Tag?)
    /// By trying each.
    case trial([CheckedPart], isExclusive: Bool)
  }

  /// A member whose texts tell the alternatives apart.
  struct Tag: Sendable {
    let key: String
    let texts: [(text: ScalarText, branch: Int)]
  }

  var cases: [Case]
  var selection: Selection

  /// What is checked before an alternative is chosen.
  var parts: [CheckedPart] = []
}

/// An array whose first elements each have a type.
struct TupleShape: Sendable {
  var elements: [Shape]

  /// The shape of the elements behind them; nil if there may be none.
  var rest: Shape?
  var count = CountShape()
  var parts: [CheckedPart] = []
}
