import TypecastJSON

/// The parts of a value and the schemas that apply to each.
struct InstancePlaces {
  struct Place {
    let pointer: JSONPointer

    /// The claims on the part that come from what contains it.
    var claims: [Claim]

    /// The keywords of all schemas applied to the part that report errors of their own.
    var keywords: [(schema: SchemaID, index: Int, scope: [Int])] = []
  }

  /// In the order in which they were met, the whole value first.
  private(set) var places: [Place] = []

  private let graph: SchemaGraph
  private var numbers: [Int: Int] = [:]
  private var seen: Set<Seen> = []

  private struct Seen: Hashable {
    let schema: SchemaID
    let place: Int
  }

  /// Nil if there is no verdict on the value.
  init?(of document: JSONDocument, in graph: SchemaGraph) {
    self.graph = graph
    var evaluation = Evaluation(graph, keepsAnnotations: true)
    let result = evaluation.evaluate(document.root)
    guard evaluation.undecided == nil else { return nil }
    walk(result, isOutermost: true, scope: [])
  }

  func place(at pointer: JSONPointer) -> Place? {
    places.first { $0.pointer == pointer }
  }

  private mutating func walk(_ result: Evaluated, isOutermost: Bool, scope: [Int]) {
    let number: Int
    if let known = numbers[result.instance.index] {
      number = known
    } else {
      number = places.count
      numbers[result.instance.index] = number
      places.append(Place(pointer: result.instancePath.pointer, claims: []))
    }
    if isOutermost { places[number].claims.append(.holds(result.schema, in: scope)) }
    guard seen.insert(Seen(schema: result.schema, place: number)).inserted else { return }
    let node = graph[result.schema]
    let inner = graph.usesDynamicScope && scope.last != node.resource ? scope + [node.resource] : scope
    for index in node.keywords.indices where !node.keywords[index].ownErrors(in: graph).isEmpty {
      places[number].keywords.append((node.id, index, scope))
    }
    for child in result.children where child.keyword != "propertyNames" && child.keyword != "not" {
      guard child.isRequired || child.result.isValid else { continue }
      walk(child.result, isOutermost: child.result.instance.index != result.instance.index, scope: inner)
    }
  }
}
