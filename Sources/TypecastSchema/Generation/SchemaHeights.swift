import TypecastJSON

/// How deep the smallest value of each schema nests at least: the way out of recursion.
struct SchemaHeights: Sendable {
  private var heights: [Int]

  /// The height of a schema that no value fits.
  static let endless = 1_000

  init(_ graph: SchemaGraph) {
    heights = [Int](repeating: Self.endless, count: graph.nodes.count)
    // A round settles all schemas of one height at least.
    for _ in 0..<Self.endless {
      var isSettled = true
      for node in graph.nodes {
        let height = height(of: node)
        if height < heights[node.id.index] {
          heights[node.id.index] = height
          isSettled = false
        }
      }
      if isSettled { return }
    }
  }

  subscript(schema: SchemaID) -> Int { heights[schema.index] }

  private func height(of node: SchemaNode) -> Int {
    if let boolean = node.boolean { return boolean ? 0 : Self.endless }
    var here = 0
    var types = TypeSet.all
    var hasConstants = false
    var required: [String] = []
    var minItems = 0
    for keyword in node.keywords {
      switch keyword {
      case let keyword as TypeKeyword: types.formIntersection(keyword.types)
      case is Enumeration, is Constant: hasConstants = true
      case let keyword as Required: required = keyword.names
      case let keyword as MinItems: minItems = keyword.limit
      case let keyword as Reference: here = max(here, self[keyword.target])
      case let keyword as AllOf: here = max(here, keyword.schemas.map { self[$0] }.max() ?? 0)
      case let keyword as AnyOf: here = max(here, keyword.schemas.map { self[$0] }.min() ?? 0)
      case let keyword as OneOf: here = max(here, keyword.schemas.map { self[$0] }.min() ?? 0)
      default: break
      }
    }
    if hasConstants { return min(here, 1) }
    if !types.isDisjoint(with: [.null, .boolean, .number, .string]) { return here }
    let objectHeight = objectHeight(of: node, required)
    let arrayHeight = arrayHeight(of: node, minItems)
    let isEither = types.contains(.object) && types.contains(.array)
    let below =
      isEither ? min(objectHeight, arrayHeight) : types.contains(.object) ? objectHeight : arrayHeight
    return min(max(here, below + 1), Self.endless)
  }

  private func objectHeight(of node: SchemaNode, _ required: [String]) -> Int {
    guard !required.isEmpty, let properties = node.keyword(Properties.self) else { return 0 }
    let wanted = Set(required.map(ScalarText.init))
    return properties.properties.filter { wanted.contains(ScalarText($0.name)) }.map { self[$0.schema] }.max() ?? 0
  }

  private func arrayHeight(of node: SchemaNode, _ count: Int) -> Int {
    let prefix = node.keyword(PrefixItems.self)?.schemas ?? node.keyword(ArrayItems.self)?.schemas ?? []
    var schemas = Array(prefix.prefix(count))
    if let items = node.keyword(Items.self), items.skipped < count { schemas.append(items.schema) }
    if let items = node.keyword(AdditionalItems.self), items.skipped < count { schemas.append(items.schema) }
    return schemas.map { self[$0] }.max() ?? 0
  }
}
