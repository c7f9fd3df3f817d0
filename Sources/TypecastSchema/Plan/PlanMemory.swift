import TypecastJSON

/// Owns everything that the plans of one schema point to.
final class PlanMemory: @unchecked Sendable {
  private var blocks: [UnsafeMutableRawPointer] = []

  // Plans point into these without counting.
  private var patterns: [Pattern] = []
  private var documents: [JSONDocument] = []

  /// The plans of all schemas, by their numbers.
  private let plans: UnsafePointer<Plan>

  /// The plan of the schema to start with.
  private(set) var root: UnsafePointer<Plan>

  /// For each resource, the plans that the numbers of its anchors lead to.
  private(set) var dynamicTargets: [[Int: UnsafePointer<Plan>]] = []

  /// For each resource that is open to recursion, the plan of its root.
  private(set) var recursiveTargets: [UnsafePointer<Plan>?] = []

  init(_ graph: SchemaGraph) {
    let plans = UnsafeMutablePointer<Plan>.allocate(capacity: graph.nodes.count)
    plans.initialize(repeating: Plan(), count: graph.nodes.count)
    blocks.append(UnsafeMutableRawPointer(plans))
    self.plans = UnsafePointer(plans)
    root = UnsafePointer(plans + graph.root.index)
    var builder = PlanBuilder(graph: graph, plans: plans, memory: self)
    builder.build()
    root = builder.pointer(graph.root)
    dynamicTargets = builder.dynamicTargets()
    recursiveTargets = graph.recursiveAnchors.map { $0.map(builder.pointer) }
  }

  deinit {
    for block in blocks { block.deallocate() }
  }

  /// Whether a schema holds for a value, in a graph without dynamic scope; what it costs is taken off what it may.
  func isValid(
    _ instance: JSONNode, against id: SchemaID, depth: Int, steps: inout Int, searches: inout PatternBudget
  ) throws(UndecidedError) -> Bool {
    var run = PlanRun(TapeView(instance.document), self, depth: depth, steps: steps, searches: searches)
    let isValid = run.check(plans + id.index, instance.index)
    withExtendedLifetime(instance.document) {}
    steps = run.steps
    searches = run.searches
    if let undecided = run.undecided { throw undecided }
    return isValid
  }

  /// Whether a schema holds for a value on its own.
  ///
  /// - Parameter scope: The resources on the way to the schema.
  func isValid(
    _ instance: JSONNode, against id: SchemaID, scope: [Int32]
  ) throws(UndecidedError) -> Bool {
    let view = TapeView(instance.document)
    var run = PlanRun(view, self, steps: Limits.steps(forNodes: view.after(instance.index) - instance.index))
    run.scope = scope
    let isValid = run.check(plans + id.index, instance.index)
    withExtendedLifetime(instance.document) {}
    if let undecided = run.undecided { throw undecided }
    return isValid
  }

  /// Copies plain values into memory that lives as long as this.
  func keep<Element: BitwiseCopyable>(_ elements: [Element]) -> UnsafePointer<Element> {
    let block = UnsafeMutablePointer<Element>.allocate(capacity: max(elements.count, 1))
    block.initialize(from: elements, count: elements.count)
    blocks.append(UnsafeMutableRawPointer(block))
    return UnsafePointer(block)
  }

  func keep<Element: BitwiseCopyable>(_ element: Element) -> UnsafePointer<Element> {
    keep([element])
  }

  func keep(_ pattern: Pattern) -> Unmanaged<Pattern> {
    patterns.append(pattern)
    return .passUnretained(pattern)
  }

  func keep(_ document: JSONDocument) -> TapeView {
    if !documents.contains(where: { $0 === document }) { documents.append(document) }
    return TapeView(document)
  }
}
