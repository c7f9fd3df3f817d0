/// Finds the places where types would contain themselves.
struct Containment {
  private(set) var indirectUnions: Set<TypeID> = []
  private(set) var boxed: Set<ShapeModel.BoxedProperty> = []

  init(_ types: [NamedType]) {
    var components = Self.components(types.map { Self.edges(of: $0).map(\.target) })
    for type in types {
      guard case .union = type.definition else { continue }
      let isOwn = Self.edges(of: type).contains { components[$0.target] == components[type.id.index] }
      if isOwn { indirectUnions.insert(type.id) }
    }
    let unions = indirectUnions
    components = Self.components(
      types.map { type in unions.contains(type.id) ? [] : Self.edges(of: type).map(\.target) })
    for type in types where !unions.contains(type.id) {
      // What only wraps another type is inside of a circle with one that can be cut.
      if case .wrapper = type.definition { continue }
      for edge in Self.edges(of: type) where components[edge.target] == components[type.id.index] {
        boxed.insert(.init(type: type.id, index: edge.property))
      }
    }
  }

  /// The types that a value of a type holds in itself, not behind an array, each with the property that does.
  private static func edges(of type: NamedType) -> [(property: Int, target: Int)] {
    let shapes: [(Int, Shape)] =
      switch type.definition {
      case .object(let object): object.properties.enumerated().map { ($0.offset, $0.element.shape) }
      case .union(let union): union.cases.enumerated().map { ($0.offset, $0.element.shape) }
      case .tuple(let tuple): tuple.elements.enumerated().map { ($0.offset, $0.element) }
      case .wrapper(let shape): [(0, shape)]
      case .texts, .constants: []
      }
    return shapes.compactMap { index, shape in target(of: shape).map { (index, $0.index) } }
  }

  private static func target(of shape: Shape) -> TypeID? {
    switch shape {
    case .named(let id): id
    case .optional(let inner), .checked(let inner, _): target(of: inner)
    default: nil
    }
  }

  /// For each type the number of the circle that it is part of; a type that is part of none has a number of its own.
  private static func components(_ edges: [[Int]]) -> [Int] {
    var component = [Int](repeating: -1, count: edges.count)
    var order = [Int](repeating: -1, count: edges.count)
    var low = order
    var stack: [Int] = []
    var isOnStack = [Bool](repeating: false, count: edges.count)
    var counter = 0
    var found = 0
    for start in edges.indices where order[start] < 0 {
      var calls: [(node: Int, next: Int)] = [(start, 0)]
      while let (node, next) = calls.last {
        if next == 0 {
          order[node] = counter
          low[node] = counter
          counter += 1
          stack.append(node)
          isOnStack[node] = true
        }
        if next < edges[node].count {
          calls[calls.count - 1].next += 1
          let target = edges[node][next]
          if order[target] < 0 {
            calls.append((target, 0))
          } else if isOnStack[target] {
            low[node] = min(low[node], order[target])
          }
          continue
        }
        calls.removeLast()
        if let parent = calls.last { low[parent.node] = min(low[parent.node], low[node]) }
        guard low[node] == order[node] else { continue }
        var members: [Int] = []
        repeat {
          members.append(stack.removeLast())
          isOnStack[members[members.count - 1]] = false
        } while members.last != node
        // One that does not contain itself is no circle, but has its number all the same.
        let isCircle = members.count > 1 || edges[node].contains(node)
        for member in members { component[member] = isCircle ? found : -2 - member }
        found += 1
      }
    }
    return component
  }
}
