import TypecastJSON

/// One run of all rules over the schemas of some documents.
final class LintRun {
  let graph: SchemaGraph

  /// The schema objects of the documents that are looked at.
  let schemas: [LintedSchema]

  /// For each document of the graph, whether it is looked at or only referred to.
  let isLinted: [Bool]

  private(set) lazy var relations = SchemaRelations(graph)
  private(set) lazy var contents = DocumentContents(graph)

  private(set) var findings: [Finding] = []
  private var suggestions = Suggestions()
  private var remembered: [ScalarText: String?] = [:]

  /// How many schemas may still be applied to values that the documents hold.
  private var steps: Int

  /// How many of them to one value.
  private static let stepsForOneValue = 50_000

  /// - Parameter documents: How many documents of the graph, from the first on, are looked at.
  init(_ graph: SchemaGraph, documents count: Int) {
    self.graph = graph
    isLinted = graph.documents.indices.map { $0 < count }
    var schemas: [LintedSchema] = []
    for node in graph.nodes where node.json.type == .object {
      let resource = graph.resources[node.resource]
      if resource.document < count { schemas.append(LintedSchema(node, vocabulary: resource.vocabulary)) }
    }
    self.schemas = schemas
    steps = 300_000 + 50 * schemas.count
  }

  /// The number of the document that a schema stands in.
  func document(of schema: SchemaNode) -> Int { graph.resources[schema.resource].document }

  func warn(_ rule: Diagnostic.Rule, _ message: String, at node: JSONNode) {
    findings.append(Finding(severity: .warning, rule: rule, message: message, node: node))
  }

  // MARK: - Names

  /// The keyword or format that a misspelled name was meant to be.
  func nearest(to name: String, amongKnown candidates: [String], of group: String) -> String? {
    let key = ScalarText(group + "\n" + name)
    if let known = remembered[key] { return known }
    let found = suggestions.nearest(to: name, among: candidates, count: candidates.count)
    remembered[key] = .some(found)
    return found
  }

  /// The member of an object that a misspelled name was meant to be.
  func nearest(to name: String, amongMembersOf object: JSONNode) -> String? {
    suggestions.nearest(to: name, among: object.members.map(\.key), count: object.count)
  }

  // MARK: - Values

  /// What a schema has against a value of its own document, and the part of the value that it is about.
  ///
  /// - Parameter isAsked: Which of the schema's keywords are asked.
  func objection(
    to value: JSONNode, by schema: LintedSchema, asking isAsked: (any Keyword) -> Bool = { _ in true }
  ) -> Objection? {
    guard steps > 0 else { return nil }
    var evaluation = Evaluation(graph, keepsAnnotations: false)
    let limit = min(steps, Self.stepsForOneValue)
    let result = evaluation.evaluate(
      value, by: schema.id, keywords: schema.node.keywords.filter(isAsked), steps: limit)
    steps -= limit - evaluation.steps
    if let undecided = evaluation.undecided {
      return Objection(message: undecided.message, node: value, isUndecided: true)
    }
    return Objection.first(in: result)
  }
}

/// What a schema has against a value.
struct Objection {
  let message: String

  /// The value, or the part of it that is to blame.
  let node: JSONNode

  /// Whether it takes too much to tell.
  var isUndecided = false

  /// The objection as a sentence about the value.
  func sentence(about subject: String) -> String {
    isUndecided ? "whether \(subject) is valid is undecided: \(message)" : "\(subject) is not valid: \(message)"
  }

  static func first(in result: Evaluated) -> Objection? {
    guard !result.isValid else { return nil }
    for note in result.notes {
      guard case .error(let message) = note.content else { continue }
      return Objection(message: message, node: result.instance)
    }
    for child in result.children where child.isRequired {
      if let found = first(in: child.result) { return found }
    }
    return nil
  }
}
