import TypecastJSON

extension SketchBuilder {
  /// Adds all that a schema says to the facets of one value.
  mutating func add(_ schema: SchemaID, to facets: inout SketchFacets, depth: Int, called label: String? = nil) {
    let node = graph[schema]
    if let boolean = node.boolean {
      if !boolean { facets.types = [] }
      return
    }
    if schema != undescribed { facets.describe(node.json, called: label) }
    var inPlace: [SchemaID] = []
    for keyword in node.keywords {
      switch keyword {
      case let keyword as Reference: inPlace.append(keyword.target)
      case let keyword as DynamicReference: inPlace.append(uses.target(of: keyword))
      case let keyword as RecursiveReference: inPlace.append(uses.target(of: keyword))
      case let keyword as AllOf: inPlace += keyword.schemas
      case let keyword as AnyOf where keyword.schemas.count == 1: inPlace += keyword.schemas
      case let keyword as OneOf where keyword.schemas.count == 1: inPlace += keyword.schemas
      case let keyword as AnyOf:
        facets.choices.append(SketchFacets.Choice(schemas: keyword.schemas, isExclusive: false))
      case let keyword as OneOf:
        facets.choices.append(SketchFacets.Choice(schemas: keyword.schemas, isExclusive: true))
      default: add(keyword, to: &facets, depth: depth)
      }
    }
    // What others add comes after what the schema says itself.
    for child in inPlace {
      let child = uses.target(of: child)
      if !uses.isShared(child), depth < Self.depthLimit, canMerge(child, into: facets) {
        add(child, to: &facets, depth: depth + 1, called: label)
      } else {
        facets.others.append(child)
      }
    }
  }

  private mutating func add(_ keyword: any Keyword, to facets: inout SketchFacets, depth: Int) {
    switch keyword {
    case let keyword as TypeKeyword: facets.types.formIntersection(keyword.types)
    case let keyword as Enumeration: facets.constants.append(keyword.values)
    case let keyword as Constant: facets.constants.append([keyword.value])
    case let keyword as Minimum where !keyword.isExclusive:
      facets.minimums.append(SketchText.literal(keyword.limit.value))
    case let keyword as Maximum where !keyword.isExclusive:
      facets.maximums.append(SketchText.literal(keyword.limit.value))
    case let keyword as MinLength: facets.lengths.raise(to: keyword.limit)
    case let keyword as MaxLength: facets.lengths.lower(to: keyword.limit)
    case let keyword as MinItems: facets.itemCounts.raise(to: keyword.limit)
    case let keyword as MaxItems: facets.itemCounts.lower(to: keyword.limit)
    case let keyword as MinProperties: facets.memberCounts.raise(to: keyword.limit)
    case let keyword as MaxProperties: facets.memberCounts.lower(to: keyword.limit)
    case let keyword as Required: facets.require(keyword.names)
    case let keyword as Properties:
      for (name, schema) in keyword.properties { facets.addMember(name, schema) }
    case let keyword as PatternProperties:
      facets.patterns += keyword.properties.map { ($0.pattern.source, $0.schema) }
    case let keyword as AdditionalProperties: facets.extras = keyword.schema
    case let keyword as UnevaluatedProperties: facets.uncoveredMembers = keyword.schema
    case let keyword as PrefixItems: facets.prefix = keyword.schemas
    case let keyword as ArrayItems: facets.prefix = keyword.schemas
    case let keyword as Items: facets.items = keyword.schema
    case let keyword as AdditionalItems: facets.items = keyword.schema
    case let keyword as UnevaluatedItems: facets.uncoveredItems = keyword.schema
    default: facets.notes += notes(for: keyword, among: facets.types, depth: depth)
    }
  }

  /// Whether a schema can be shown as one with what is there already.
  ///
  /// A schema that closes an object or an array closes it for itself alone.
  private func canMerge(_ schema: SchemaID, into facets: SketchFacets) -> Bool {
    let keywords = graph[schema].keywords
    func has(_ isWanted: (any Keyword) -> Bool) -> Bool { keywords.contains(where: isWanted) }
    let closesObject = has { $0 is AdditionalProperties || $0 is UnevaluatedProperties || $0 is PatternProperties }
    let closesArray = has {
      $0 is PrefixItems || $0 is ArrayItems || $0 is Items || $0 is AdditionalItems || $0 is UnevaluatedItems
    }
    let isClosed = facets.extras != nil || !facets.patterns.isEmpty
    if closesObject, facets.hasObject || !facets.others.isEmpty { return false }
    if isClosed, has({ $0 is Properties || $0 is Reference || $0 is AllOf }) { return false }
    return !(closesArray && facets.hasArray)
  }
}
