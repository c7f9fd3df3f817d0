package import TypecastJSON

/// What came of applying one schema to one value.
package struct Evaluated: Sendable {
  /// An error or an annotation of one keyword.
  package struct Note: Sendable {
    package let keyword: String
    package let content: Content

    package enum Content: Sendable {
      case error(String)
      case annotation(JSONValue)
    }
  }

  /// The result of a subschema.
  package struct Child: Sendable {
    package let result: Evaluated

    /// The keyword that applied it.
    package let keyword: String

    /// Whether the parent holds only if this does.
    package let isRequired: Bool
  }

  package let schema: SchemaID
  package let instance: JSONNode

  /// The keywords and names passed on the way to the schema, references included.
  package let path: EvaluationPath

  /// The keys and indices passed on the way to the value.
  package let instancePath: EvaluationPath

  package private(set) var notes: [Note] = []
  package private(set) var children: [Child] = []
  package private(set) var isValid = true

  /// The members or elements, by tape index, that some keyword has evaluated.
  private(set) var covered: Set<Int> = []

  /// Whether a keyword has evaluated all of them.
  private(set) var coversAll = false

  /// Whether annotations, and subschemas without errors, are kept at all.
  private let keepsAnnotations: Bool

  init(
    schema: SchemaID, instance: JSONNode, path: EvaluationPath, instancePath: EvaluationPath, keepsAnnotations: Bool
  ) {
    self.keepsAnnotations = keepsAnnotations
    self.schema = schema
    self.instance = instance
    self.path = path
    self.instancePath = instancePath
  }

  /// Notes that a keyword is violated.
  mutating func fail(_ keyword: String, _ message: String) {
    notes.append(Note(keyword: keyword, content: .error(message)))
    isValid = false
  }

  /// Notes what a keyword says about the value.
  mutating func annotate(_ keyword: String, _ value: @autoclosure () -> JSONValue) {
    if keepsAnnotations { notes.append(Note(keyword: keyword, content: .annotation(value()))) }
  }

  /// Keeps the result of a subschema without drawing a conclusion from it.
  mutating func keep(_ child: Evaluated, for keyword: String) {
    add(Child(result: child, keyword: keyword, isRequired: false))
  }

  /// Keeps the result of a subschema that has to hold.
  mutating func require(_ child: Evaluated, for keyword: String) {
    isValid = isValid && child.isValid
    add(Child(result: child, keyword: keyword, isRequired: true))
  }

  private mutating func add(_ child: Child) {
    if keepsAnnotations || !child.result.isValid { children.append(child) }
  }

  mutating func cover(_ child: JSONNode) {
    covered.insert(child.index)
  }

  mutating func coverAll() {
    coversAll = true
  }

  func hasCovered(_ child: JSONNode) -> Bool {
    coversAll || covered.contains(child.index)
  }

  /// Takes over what a valid subschema of the same value has evaluated.
  mutating func absorbCoverage(of child: Evaluated) {
    guard child.isValid else { return }
    covered.formUnion(child.covered)
    coversAll = coversAll || child.coversAll
  }
}

/// A path that shares its beginning with others.
package final class EvaluationPath: Sendable {
  package let parent: EvaluationPath?
  package let token: String

  package static let root = EvaluationPath(parent: nil, token: "")

  init(parent: EvaluationPath?, token: String) {
    self.parent = parent
    self.token = token
  }

  func appending(_ tokens: [String]) -> EvaluationPath {
    tokens.reduce(self) { EvaluationPath(parent: $0, token: $1) }
  }

  package var pointer: JSONPointer {
    var tokens: [String] = []
    var place = self
    while let parent = place.parent {
      tokens.append(place.token)
      place = parent
    }
    return JSONPointer(tokens: tokens.reversed())
  }
}
