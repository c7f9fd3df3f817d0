package import TypecastJSON

/// The number of a shape among those of a schema.
package struct ShapeID: Hashable {
  package let index: Int
}

/// All that is demanded of one value, whatever the draft and however many schemas demand it.
///
/// References are followed and `allOf` is merged; choices are alternatives, each with everything around them.
package struct Shape {
  /// Where the shape stands, for reports.
  package let place: JSONNode

  /// The schema that gives the shape a name where one is needed.
  let origin: SchemaID?

  /// Whether a reference led to any of the schemas.
  var isReferred = false

  /// The schema that a reference leads to which says just this shape.
  var target: SchemaID?

  /// Whether no value is valid.
  package var isNever = false

  /// Whether it stands within itself.
  var isRecursive = false

  package var types = TypeSet.all

  /// The values of `enum` and `const` that are left.
  package var values: [JSONNode]?

  /// Of which at least one has to hold. Everything else is in them already.
  package var alternatives: [ShapeID]?

  /// The `oneOf` that the alternatives were made from.
  var exclusive: JSONNode?

  package var limits: [LimitKeyword: Limit] = [:]
  package var divisor: JSONNode?
  package var pattern: (pattern: Pattern, node: JSONNode)?
  package var format: (name: String, node: JSONNode)?

  /// Whether strings of another format are refused.
  package var assertsFormat = false

  package var object = ObjectShape()
  package var array = ArrayShape()

  /// Demands that no dialect takes, or not beside others of their kind.
  var unexpressed: [Unexpressed] = []

  /// What people are told about the value.
  var notes = Notes()

  /// The title and description of a value.
  package struct Notes {
    var title: String?
    var description: String?
  }
}

/// A keyword that is a limit.
package enum LimitKeyword: String, CaseIterable {
  case minimum, exclusiveMinimum, maximum, exclusiveMaximum
  case minLength, maxLength, minItems, maxItems, minProperties, maxProperties

  var isUpper: Bool {
    switch self {
    case .maximum, .exclusiveMaximum, .maxLength, .maxItems, .maxProperties: true
    default: false
    }
  }

  /// The types that the limit is about.
  package var types: TypeSet {
    switch self {
    case .minimum, .exclusiveMinimum, .maximum, .exclusiveMaximum: .number
    case .minLength, .maxLength: .string
    case .minItems, .maxItems: .array
    case .minProperties, .maxProperties: .object
    }
  }
}

/// A limit and where it stands.
package struct Limit {
  package var value: JSONNumber
  package let node: JSONNode
}

/// A demand that is only reported.
package struct Unexpressed {
  let keyword: String
  package let node: JSONNode

  /// The types that the demand is about.
  package var types = TypeSet.all

  /// Why it is lost, where that is not just what the dialect lacks.
  var reason: String?
}

/// What is demanded of an object's members.
package struct ObjectShape {
  package struct Member {
    package let name: String
    package let shape: ShapeID
    package let isRequired: Bool

    /// Where the member is declared.
    package let place: JSONNode
  }

  package var members: [Member] = []

  /// What is demanded of the members whose names a pattern matches.
  package var patterns: [(pattern: Pattern, shape: ShapeID)] = []

  package var others = Others.open(isSaid: false)

  /// The keyword that speaks of the other members.
  var othersPlace: JSONNode?

  /// `patternProperties`, if the other members were derived from it.
  var patternsPlace: JSONNode?
}

/// What is demanded of an array's elements.
package struct ArrayShape {
  package var prefix: [ShapeID] = []
  package var others = Others.open(isSaid: false)

  /// The keyword that gives the first elements schemas of their own.
  var prefixPlace: JSONNode?
}

/// What is demanded of the members or elements that are not listed.
package enum Others: Equatable {
  case open(isSaid: Bool)
  case closed
  case shape(ShapeID)
}

/// The shapes of a schema.
package struct ShapeGraph {
  package var shapes: [Shape] = []
  package var root = ShapeID(index: 0)

  /// The shape that everything has.
  var anything = ShapeID(index: 0)

  /// Places that are left open because there is too much of everything.
  var truncated: [JSONNode] = []

  package subscript(id: ShapeID) -> Shape { shapes[id.index] }
}
