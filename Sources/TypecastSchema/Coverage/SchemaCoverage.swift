public import TypecastJSON

/// What values have done with a schema: which of its goals they met.
///
/// What a schema allows is met by values that are valid as a whole, what it forbids by those that are not. Each value is
/// looked at by the evaluator that keeps every result, so that validation itself knows nothing of it. A schema that is
/// reached by `$ref` counts where it stands, from wherever it was reached. What is inside of `not` and `if` only asks
/// something, and has no goals.
public struct SchemaCoverage: Sendable {
  /// Everything that there is to do, in the order of the places.
  public let goals: [SchemaGoal]

  /// How many values met each goal.
  public private(set) var hits: [Int]

  private let schema: CompiledSchema
  private let tests: [GoalTest]

  /// The numbers of the goals that each schema has.
  private let numbers: [SchemaID: [Int]]

  /// Lists what there is to do with a schema, of which nothing is done yet.
  public init(_ schema: CompiledSchema) {
    self.schema = schema
    let graph = schema.graph
    var places: [(document: Int, node: SchemaNode, goals: [KeywordGoals.Goal])] = []
    var seen: Set<SchemaID> = [graph.root]
    var open = [graph.root]
    while let id = open.popLast() {
      let node = graph[id]
      let document = graph.resources[node.resource].document
      // The schemas of schemas are not the user's.
      if MetaSchemas.document(at: graph.documents[document].uri) != nil { continue }
      var goals: [KeywordGoals.Goal] = []
      if node.boolean == false {
        goals.append(KeywordGoals.Goal(sort: .failure, path: [], wanted: "rejects a value", test: .failure("")))
      }
      for keyword in node.keywords {
        let own = KeywordGoals(of: keyword, in: node, of: graph)
        goals += own.goals
        for schema in own.schemas where seen.insert(schema).inserted { open.append(schema) }
      }
      for (range, wanted) in node.arraySizes {
        goals.append(KeywordGoals.Goal(sort: .arraySize, path: [], wanted: wanted, test: .size(range)))
      }
      if !goals.isEmpty { places.append((document, node, goals)) }
    }
    places.sort { ($0.document, $0.node.json.offset) < ($1.document, $1.node.json.offset) }
    var goals: [SchemaGoal] = []
    var tests: [GoalTest] = []
    var numbers: [SchemaID: [Int]] = [:]
    let pointers = SchemaPlaces(graph)
    for place in places {
      let pointer = pointers.place(of: place.node.id).pointer
      for goal in place.goals {
        numbers[place.node.id, default: []].append(goals.count)
        goals.append(
          SchemaGoal(
            sort: goal.sort, document: graph.documents[place.document].name,
            pointer: goal.path.reduce(pointer) { $0.appending($1) }, wanted: goal.wanted))
        tests.append(goal.test)
      }
    }
    self.goals = goals
    self.tests = tests
    self.numbers = numbers
    hits = Array(repeating: 0, count: goals.count)
  }

  /// The goals that no value has met.
  public var missing: [SchemaGoal] { zip(goals, hits).filter { $0.1 == 0 }.map(\.0) }

  /// Notes what a value does.
  ///
  /// - Returns: Whether it is valid.
  @discardableResult
  public mutating func observe(_ document: JSONDocument) throws(UndecidedError) -> Bool {
    let result = try schema.evaluate(document, keepsAnnotations: true)
    var met: Set<Int> = []
    if result.isValid { noteValid(result, &met) } else { noteInvalid(result, &met) }
    for number in met { hits[number] += 1 }
    return result.isValid
  }

  private func noteValid(_ result: Evaluated, _ met: inout Set<Int>) {
    for number in numbers[result.schema] ?? [] where !met.contains(number) {
      if tests[number].isMet(by: result) { met.insert(number) }
    }
    for child in result.children where child.result.isValid && child.keyword != "not" && child.keyword != "if" {
      noteValid(child.result, &met)
    }
  }

  /// Notes the errors that make a value invalid: not those of alternatives and conditions that need not hold.
  private func noteInvalid(_ result: Evaluated, _ met: inout Set<Int>) {
    var failed: Set<String> = []
    for note in result.notes {
      guard case .error = note.content else { continue }
      failed.insert(note.keyword)
    }
    for number in numbers[result.schema] ?? [] {
      if case .failure(let keyword) = tests[number], failed.contains(keyword) { met.insert(number) }
    }
    let fits = result.children.contains { $0.keyword == "oneOf" && $0.result.isValid }
    for child in result.children where !child.result.isValid {
      switch child.keyword {
      case "anyOf": if failed.contains("anyOf") { noteInvalid(child.result, &met) }
      case "oneOf": if failed.contains("oneOf"), !fits { noteInvalid(child.result, &met) }
      case "contains":
        if failed.contains("contains") || failed.contains("minContains") { noteInvalid(child.result, &met) }
      default: if child.isRequired { noteInvalid(child.result, &met) }
      }
    }
  }
}
