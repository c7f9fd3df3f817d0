import TypecastJSON

/// What there is to do with one keyword of a schema.
struct KeywordGoals {
  /// A goal before it is known where its schema stands.
  struct Goal {
    let sort: SchemaGoal.Sort
    /// The way from the schema to the place that the goal is about.
    let path: [String]
    let wanted: String
    let test: GoalTest
  }

  var goals: [Goal] = []

  /// The schemas that the keyword applies and whose goals are goals of the whole.
  var schemas: [SchemaID] = []

  private let graph: SchemaGraph

  init(of keyword: any Keyword, in node: SchemaNode, of graph: SchemaGraph) {
    self.graph = graph
    switch keyword {
    case let keyword as Properties:
      for property in keyword.properties {
        add(.property, ["properties", property.name], "is there", "properties", property.schema)
      }
    case let keyword as PatternProperties:
      for property in keyword.properties {
        let path = ["patternProperties", property.pattern.source]
        add(.property, path, "a property of such a name", "patternProperties", property.schema)
      }
    case let keyword as AdditionalProperties: addRest("additionalProperties", "property", keyword.schema)
    case let keyword as UnevaluatedProperties: addRest("unevaluatedProperties", "property", keyword.schema)
    case let keyword as UnevaluatedItems: addRest("unevaluatedItems", "element", keyword.schema)
    case let keyword as AdditionalItems: addRest("additionalItems", "element", keyword.schema)
    case let keyword as Items where keyword.skipped > 0: addRest("items", "element", keyword.schema)
    case let keyword as Items: if graph[keyword.schema].boolean != false { schemas.append(keyword.schema) }
    case let keyword as PrefixItems: addElements("prefixItems", keyword.schemas)
    case let keyword as ArrayItems: addElements("items", keyword.schemas)
    case let keyword as Contains: schemas.append(keyword.schema)
    case let keyword as PropertyNames: schemas.append(keyword.schema)
    case let keyword as AllOf: schemas += keyword.schemas
    case let keyword as AnyOf: addAlternatives("anyOf", keyword.schemas)
    case let keyword as OneOf: addAlternatives("oneOf", keyword.schemas)
    case let keyword as Conditional: addSides(of: keyword)
    case let keyword as DependentSchemas: addDependencies("dependentSchemas", keyword.dependencies)
    case let keyword as Dependencies: addDependencies("dependencies", keyword.schemas)
    case let keyword as Enumeration:
      for (index, value) in keyword.values.enumerated() {
        let wanted = "the value \(Preview.list([value]))"
        goals.append(Goal(sort: .enumValue, path: ["enum", "\(index)"], wanted: wanted, test: .constant(value)))
      }
    case is TypeKeyword: addTypes(of: node)
    default: schemas += keyword.referenceTargets(in: graph)
    }
    for name in keyword.ownErrors(in: graph) where keyword.canReport(name) {
      goals.append(Goal(sort: .failure, path: [name], wanted: "rejects a value", test: .failure(name)))
    }
  }

  /// A goal that a part of the value fits a schema, and the goals of that schema. What nothing fits has no such goal.
  private mutating func add(
    _ sort: SchemaGoal.Sort, _ path: [String], _ wanted: String, _ keyword: String, _ schema: SchemaID
  ) {
    if graph[schema].boolean != false {
      goals.append(Goal(sort: sort, path: path, wanted: wanted, test: .child(keyword, schema)))
    }
    schemas.append(schema)
  }

  /// What is left over by other keywords. Where nothing may be left, the keyword rejects it by itself.
  private mutating func addRest(_ keyword: String, _ noun: String, _ schema: SchemaID) {
    if graph[schema].boolean == false { return }
    let article = noun == "element" ? "an" : "a"
    add(.property, [keyword], "\(article) \(noun) that has no place of its own", keyword, schema)
  }

  private mutating func addElements(_ keyword: String, _ elements: [SchemaID]) {
    for (index, schema) in elements.enumerated() {
      add(.property, [keyword, "\(index)"], "is there", keyword, schema)
    }
  }

  private mutating func addAlternatives(_ keyword: String, _ alternatives: [SchemaID]) {
    for (index, schema) in alternatives.enumerated() {
      add(.branch, [keyword, "\(index)"], "a value that fits", keyword, schema)
    }
  }

  private mutating func addDependencies(_ keyword: String, _ dependencies: [(name: String, schema: SchemaID)]) {
    for (name, schema) in dependencies {
      let wanted = "an object with \(JSONValue.string(name))"
      add(.branch, [keyword, name], wanted, keyword, schema)
    }
  }

  /// The condition itself is a question, not a demand: what is in it has no goals.
  private mutating func addSides(of keyword: Conditional) {
    guard keyword.consequence != nil || keyword.alternative != nil else { return }
    for holds in [true, false] {
      goals.append(
        Goal(
          sort: .branch, path: ["if"], wanted: holds ? "holds" : "does not hold",
          test: .condition(keyword.condition, holds: holds)))
    }
    schemas += [keyword.consequence, keyword.alternative].compactMap(\.self)
  }

  /// The types of a list are alternatives.
  private mutating func addTypes(of node: SchemaNode) {
    guard let names = node.json["type"], names.type == .array, names.count > 1 else { return }
    for (index, name) in names.elements.enumerated() {
      guard let name = name.string, let types = TypeSet(name: name, draft: node.draft) else { continue }
      goals.append(
        Goal(sort: .branch, path: ["type", "\(index)"], wanted: types.phrase, test: .type(types)))
    }
  }
}

extension Keyword {
  /// The schemas that a reference may lead to.
  fileprivate func referenceTargets(in graph: SchemaGraph) -> [SchemaID] {
    switch self {
    case let reference as DynamicReference:
      [reference.target] + (reference.anchor.map { name in graph.dynamicAnchors.compactMap { $0[name] } } ?? [])
    case let reference as RecursiveReference: [reference.target] + graph.recursiveAnchors.compactMap(\.self)
    default: referenceTarget.map { [$0] } ?? []
    }
  }

  /// Whether there are values that a keyword rejects by this name.
  fileprivate func canReport(_ name: String) -> Bool {
    switch self {
    // The schema of the names reports what is wrong with them.
    case is PropertyNames: false
    case let keyword as Contains:
      switch name {
      case "contains": keyword.minimum == 1
      case "minContains": keyword.minimum > 1
      default: keyword.maximum != nil
      }
    case let keyword as MinLength: keyword.limit > 0
    case let keyword as MinItems: keyword.limit > 0
    case let keyword as MinProperties: keyword.limit > 0
    case let keyword as Required: !keyword.names.isEmpty
    case let keyword as TypeKeyword: keyword.types != .all
    default: true
    }
  }
}

extension SchemaNode {
  /// The numbers of elements that an array may have here, as far as it makes a difference.
  var arraySizes: [(range: ClosedRange<Int>, wanted: String)] {
    guard keyword(Enumeration.self) == nil, keyword(Constant.self) == nil else { return [] }
    if let types = keyword(TypeKeyword.self) {
      guard types.types.contains(.array) else { return [] }
    } else {
      let isAboutArrays = keywords.contains { keyword in
        keyword is Items || keyword is ArrayItems || keyword is PrefixItems || keyword is MinItems
          || keyword is MaxItems || keyword is UniqueItems || keyword is Contains
      }
      guard isAboutArrays else { return [] }
    }
    let minItems = keyword(MinItems.self)?.limit ?? 0
    let least = max(minItems, keyword(Contains.self)?.minimum ?? 0)
    let most = keyword(MaxItems.self)?.limit ?? Int.max
    var sizes: [(range: ClosedRange<Int>, wanted: String)] = []
    if least == 0 { sizes.append((0...0, "an empty array")) }
    if least <= 1, most >= 1 { sizes.append((1...1, "an array with one element")) }
    if most >= 2 { sizes.append((2...Int.max, "an array with many elements")) }
    if minItems >= 2, minItems <= most { sizes.append((minItems...minItems, "an array with its least, \(minItems)")) }
    if most >= 2, most >= least, most < Int.max { sizes.append((most...most, "an array with its most, \(most)")) }
    return sizes
  }
}
