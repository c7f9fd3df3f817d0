package import TypecastJSON

/// Applies the schemas of a graph to a value and keeps every result.
package struct Evaluation {
  package let graph: SchemaGraph

  /// Why there is no verdict, once there is none.
  package var undecided: UndecidedError?

  /// The resources entered on the way, the outermost first.
  private var scope: [Int] = []
  private var depth = 0

  /// How many more schemas may be applied.
  private(set) var steps = 0

  /// The members of the object that was last asked for.
  private var members: MemberIndex?

  private let keepsAnnotations: Bool

  /// The plans by which valid parts are passed over.
  private let shortcut: PlanMemory?

  /// How many more schemas the plans may apply.
  private var shortcutSteps = 0

  /// What searches for patterns may cost, those of the plans included.
  var searches = PatternBudget()

  /// What misspelled names and values may have been meant to be.
  var suggestions = Suggestions()

  /// - Parameters:
  ///   - keepsAnnotations: False where only errors are of interest, which takes far less memory.
  ///   - shortcut: The graph's plans, where only errors are of interest: what they find valid is not looked into.
  init(_ graph: SchemaGraph, keepsAnnotations: Bool, shortcut: PlanMemory? = nil) {
    self.graph = graph
    self.keepsAnnotations = keepsAnnotations
    // A plan run on its own does not know by which path its schema was reached, nor says what it has evaluated.
    self.shortcut = keepsAnnotations || graph.usesDynamicScope || graph.usesCoverage ? nil : shortcut
  }

  /// Applies the root schema.
  package mutating func evaluate(_ instance: JSONNode) -> Evaluated {
    let count = TapeView(instance.document).after(instance.index) - instance.index
    steps = Limits.keptSteps(forNodes: count)
    shortcutSteps = Limits.steps(forNodes: count)
    return apply(graph.root, to: instance, path: .root, instancePath: .root)
  }

  /// Applies some of the keywords of a schema, and within them at most so many schemas.
  mutating func evaluate(
    _ instance: JSONNode, by id: SchemaID, keywords: [any Keyword], steps limit: Int
  ) -> Evaluated {
    steps = limit
    return apply(id, to: instance, path: .root, instancePath: .root, keywords: keywords)
  }

  /// Whether some of the keywords of a schema hold for a value, as reached by way of some resources; nil if that takes
  /// too much to tell.
  package static func holds(
    _ id: SchemaID, keywords: [any Keyword], scope: [Int], for value: JSONNode, in graph: SchemaGraph
  ) -> Bool? {
    var evaluation = Evaluation(graph, keepsAnnotations: false)
    evaluation.scope = scope
    let result = evaluation.evaluate(value, by: id, keywords: keywords, steps: 50_000)
    return evaluation.undecided == nil ? result.isValid : nil
  }

  /// Applies a subschema to the same value as its parent.
  mutating func apply(_ id: SchemaID, in place: Evaluated, by keyword: String...) -> Evaluated {
    apply(
      id, to: place.instance, path: place.path.appending(keyword), instancePath: place.instancePath)
  }

  /// Applies a subschema to a part of the value that its parent is applied to.
  mutating func apply(
    _ id: SchemaID, to instance: JSONNode, token: String, in place: Evaluated, by keyword: String...
  ) -> Evaluated {
    apply(
      id, to: instance, path: place.path.appending(keyword), instancePath: place.instancePath.appending([token]))
  }

  private mutating func apply(
    _ id: SchemaID, to instance: JSONNode, path: EvaluationPath, instancePath: EvaluationPath,
    keywords: [any Keyword]? = nil
  ) -> Evaluated {
    var result = Evaluated(
      schema: id, instance: instance, path: path, instancePath: instancePath,
      keepsAnnotations: keepsAnnotations)
    let node = graph[id]
    if let boolean = node.boolean {
      if !boolean { result.fail("", "nothing is allowed here") }
      return result
    }
    if plansAccept(instance, by: id) { return result }
    guard undecided == nil, depth < Limits.evaluationDepth, steps > 0 else {
      undecided = undecided ?? (steps > 0 ? .tooDeep : .tooManySteps)
      result.fail("", "the schema takes too much to be evaluated")
      return result
    }
    steps -= 1
    depth += 1
    scope.append(node.resource)
    for keyword in keywords ?? node.keywords where undecided == nil { keyword.evaluate(&result, in: &self) }
    scope.removeLast()
    depth -= 1
    return result
  }

  /// Whether the plans find a value valid, as long as they have steps left.
  private mutating func plansAccept(_ instance: JSONNode, by id: SchemaID) -> Bool {
    guard undecided == nil, let shortcut else { return false }
    do {
      return try shortcut.isValid(instance, against: id, depth: depth, steps: &shortcutSteps, searches: &searches)
    } catch {
      // Steps the evaluation has of its own, but it would not get past the other limits either.
      if error.kind != .steps { undecided = error }
      return false
    }
  }

  /// The value of an object's member. Keywords ask many times for members of one object.
  mutating func member(_ name: String, of object: JSONNode) -> JSONNode? {
    if members?.isOf(object) != true { members = MemberIndex(object) }
    return members?[name]
  }

  /// The schema that a dynamic anchor means here: that of the outermost resource which has it.
  func dynamicTarget(_ name: ScalarText, default target: SchemaID) -> SchemaID {
    for resource in scope {
      if let found = graph.dynamicAnchors[resource][name] { return found }
    }
    return target
  }

  /// The schema that a recursive reference means here: the outermost root that is open to recursion.
  func recursiveTarget(default target: SchemaID) -> SchemaID {
    for resource in scope {
      if let found = graph.recursiveAnchors[resource] { return found }
    }
    return target
  }
}
