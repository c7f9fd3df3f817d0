/// What a dialect takes and what it makes of it, as data.
struct DialectFacts: Sendable {
  /// Which schemas may be referred to.
  enum References: Sendable, Equatable {
    /// None: everything is written out.
    case none
    /// Those that do not lead back to themselves.
    case acyclic
    /// All, but a circle has to pass through a member that may be missing.
    case cyclicThroughOptionalMembers
    /// All.
    case all
  }

  /// What becomes of members that no `properties` names.
  enum OtherMembers: Sendable, Equatable {
    /// `additionalProperties` holds as in JSON Schema.
    case asWritten
    /// `additionalProperties` holds, but its absence means false.
    case closedIfUnsaid
    /// `additionalProperties` has to be false.
    case alwaysClosed
    /// There is no `additionalProperties`.
    case unsaid
  }

  /// How the absence of all demands is written.
  enum Anything: Sendable, Equatable {
    /// `{}`.
    case empty
    /// Every type by its name.
    case types
    /// A definition that refers to itself, as every array needs `items` and every object its members.
    case definition
  }

  /// How elements with schemas of their own are written.
  enum Tuples: Sendable {
    /// Not at all.
    case none
    /// As an array of exactly so many.
    case exact
    /// As in JSON Schema.
    case asWritten
  }

  /// Which patterns are sent.
  enum Patterns: Sendable, Equatable {
    case none
    /// Those without look-around and back-references.
    case regular(wordBoundaries: Bool)
    /// Those that are anchored at both ends and made of plain ASCII, written anew in a simple notation.
    case simple
  }

  /// The order in which the members of a reply come.
  enum Order: Sendable {
    case declared
    case requiredFirst
    /// For some models by name.
    case sometimesAlphabetical
  }

  let dialect: Dialect
  let title: String

  /// Where in a request the schema goes.
  let place: String

  let keywords: [KeywordFact]
  let formats: [String]

  /// Formats of which only the shape is enforced.
  var shapeOnlyFormats: [String] = []

  var references = References.all

  /// Whether `#` may stand for the root.
  var rootIsReferable = false

  /// Whether the root has to be an object.
  var rootIsObject = false

  /// Whether every member has to be there.
  var requiresAllMembers = false
  var otherMembers = OtherMembers.asWritten
  var anything = Anything.empty
  var tuples = Tuples.none
  var patterns = Patterns.none

  /// The sorts of value that an `enum` may list.
  var enumTypes: TypeSet = [.string, .number, .boolean, .null]

  /// Whether an array has to say what its elements are.
  var needsItems = false

  /// Whether an object has to name a member.
  var needsMembers = false

  /// Whether only the first of `pattern`, `format` and the lengths holds.
  var oneStringKeyword = false

  /// Whether the limits of integers have to be integers of 64 bits, inclusive.
  var integerLimits = false

  /// Whether a lower limit of integers needs an upper one to be reliable.
  var lowerLimitIsUnreliable = false

  /// Names that no member may be listed under.
  var unusableNames: [String] = []

  /// Whether the names of members have to be plain where others are allowed.
  var needsPlainNames = false

  var order = Order.declared

  /// Whether objects name the order of their members.
  var writesOrder = false

  /// Whether the schema is spelled as in OpenAPI 3.0: types in capitals, `nullable`.
  var isOpenAPI = false

  /// How often a schema may stand within itself where recursion is written out.
  var unrollings = 3

  /// How many objects and arrays may be nested.
  var levels: Int?

  /// How many values one enum may have; more are widened to their types.
  var enumValues: Int?

  /// What the whole schema may have at most.
  var limits: [LimitFact] = []

  func fact(_ keyword: String) -> KeywordFact? {
    keywords.first { $0.name.utf8.elementsEqual(keyword.utf8) }
  }

  /// Whether a keyword is sent for values of some types.
  func enforces(_ keyword: String, for types: TypeSet = .all) -> Bool {
    guard let fact = fact(keyword), fact.treatment == .enforced else { return false }
    return fact.types.isSuperset(of: types) || fact.types == .all
  }

  static let all = [
    openAIStrict, geminiJSONSchema, geminiResponseSchema, anthropic, ollama, llamaCpp, groq,
  ]

  static func of(_ dialect: Dialect) -> DialectFacts {
    // A dialect can't be made without its facts.
    all.first { $0.dialect == dialect } ?? openAIStrict
  }
}

/// A limit on a schema as a whole.
struct LimitFact: Sendable {
  enum Measure: String, Sendable {
    case properties = "properties"
    case optionalProperties = "properties that are not required"
    case unions = "unions"
    case enumValues = "enum values"
    /// Characters of property names, definition names and enum values.
    case characters = "characters of names and enum values"
    /// Characters of one enum of strings that has more than 250 values.
    case enumCharacters = "characters in one enum of more than 250 strings"
  }

  let measure: Measure
  let most: Int

  init(_ measure: Measure, _ most: Int) {
    self.measure = measure
    self.most = most
  }
}
