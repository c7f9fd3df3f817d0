import TypecastJSON
import TypecastSchema

/// What the schemas of a conjunction say about members, by their names: of a thousand schemas that apply together most
/// have nothing to say about one name.
struct MemberIndex {
  /// A schema that says something about members.
  private struct Source {
    let scope: [Int]
    let patterns: PatternProperties?
    let additional: SchemaID?
  }

  private let graph: SchemaGraph
  private var sources: [Source] = []

  /// The sources that name a member, each with its schema.
  private var named: [ScalarText: [(source: Int, schema: SchemaID)]] = [:]

  /// The sources that say something about members whatever their names.
  private var unnamed: [Int] = []

  init(_ conjunction: Conjunction, in graph: SchemaGraph) {
    self.graph = graph
    for element in conjunction.elements {
      let properties = element.keyword(Properties.self, in: graph)?.properties ?? []
      let patterns = element.keyword(PatternProperties.self, in: graph)
      let additional = element.keyword(AdditionalProperties.self, in: graph)?.schema
      let scope = graph.scope(element.scope, entering: graph[element.schema].resource)
      let number = sources.count
      sources.append(Source(scope: scope, patterns: patterns, additional: additional))
      if patterns != nil || additional != nil { unnamed.append(number) }
      for (name, schema) in properties {
        let known = named[ScalarText(name), default: []]
        // Of a name that is there twice the first counts.
        if known.last?.source != number { named[ScalarText(name)] = known + [(number, schema)] }
      }
    }
  }

  /// The schemas of a member by its name, and those that describe it.
  func member(_ name: ScalarText) -> (conjunction: Conjunction, describing: [SchemaID]) {
    let naming = named[name] ?? []
    var merged = Conjunction()
    var waiting = naming[...]
    for number in unnamed {
      while let next = waiting.first, next.source < number {
        waiting.removeFirst()
        merged.add(next.schema, scope: sources[next.source].scope, in: graph)
      }
      let source = sources[number]
      var isNamed = false
      if let next = waiting.first, next.source == number {
        waiting.removeFirst()
        isNamed = true
        merged.add(next.schema, scope: source.scope, in: graph)
      }
      for (pattern, schema) in source.patterns?.properties ?? [] {
        // A pattern that can't tell is left to the interpreter, which has the last word anyway.
        guard pattern.search(name.string) == .match else { continue }
        isNamed = true
        merged.add(schema, scope: source.scope, in: graph)
      }
      if !isNamed, let additional = source.additional { merged.add(additional, scope: source.scope, in: graph) }
    }
    for next in waiting { merged.add(next.schema, scope: sources[next.source].scope, in: graph) }
    return (merged, naming.map(\.schema))
  }
}

extension ShapeBuilder {
  /// What a conjunction says about members.
  func members(of conjunction: Conjunction) -> MemberIndex { MemberIndex(conjunction, in: graph) }
}
