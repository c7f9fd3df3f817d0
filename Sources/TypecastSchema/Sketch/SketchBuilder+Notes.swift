import TypecastJSON

extension SketchBuilder {
  /// What a keyword without a notation says, in words.
  mutating func notes(for keyword: any Keyword, among types: TypeSet, depth: Int) -> [SketchFacets.Note] {
    func note(_ types: TypeSet, _ text: String) -> [SketchFacets.Note] {
      [SketchFacets.Note(types: types, text: text)]
    }
    switch keyword {
    case let keyword as Minimum: return note(.number, "> \(SketchText.literal(keyword.limit.value))")
    case let keyword as Maximum: return note(.number, "< \(SketchText.literal(keyword.limit.value))")
    case let keyword as ExclusiveMinimum: return note(.number, "> \(SketchText.literal(keyword.limit.value))")
    case let keyword as ExclusiveMaximum: return note(.number, "< \(SketchText.literal(keyword.limit.value))")
    case let keyword as MultipleOf:
      return note(.number, "multiple of \(SketchText.literal(keyword.divisor.value))")
    case let keyword as PatternKeyword: return note(.string, "matches \(SketchText.pattern(keyword.pattern.source))")
    case let keyword as FormatKeyword:
      let name = SketchText.flat(keyword.name)
      return keyword.format == nil ? note(.all, "format \(name)") : note(.string, name)
    case is UniqueItems: return note(.array, "no two items equal")
    case let keyword as Contains:
      let range = SketchFacets.Range(minimum: keyword.minimum, maximum: keyword.maximum ?? Int.max)
      let count = SketchFacets.phrase(range, "item", atLeast: "at least", atMost: "at most")
      guard !count.isEmpty else { return [] }
      let verb = keyword.minimum == 1 || keyword.maximum == 1 ? "fits" : "fit"
      return note(.array, "\(count) \(verb) \(phrase(keyword.schema, among: .all, depth: depth))")
    case let keyword as PropertyNames:
      return note(.object, "each name is \(phrase(keyword.schema, among: .string, depth: depth))")
    case let keyword as Not:
      return note(.all, "not \(phrase(keyword.schema, among: types, depth: depth))")
    case let keyword as Conditional: return note(.all, conditional(keyword, among: types, depth: depth))
    case let keyword as DependentRequired: return needs(keyword.dependencies)
    case let keyword as DependentSchemas: return consequences(keyword.dependencies, depth: depth)
    case let keyword as Dependencies:
      return needs(keyword.names) + consequences(keyword.schemas, depth: depth)
    case let keyword as Annotation: return annotation(keyword)
    default: return []
    }
  }

  private mutating func conditional(_ keyword: Conditional, among types: TypeSet, depth: Int) -> String {
    let branches = [("then", keyword.consequence), ("else", keyword.alternative)]
    guard branches.contains(where: { $0.1 != nil }) else { return "" }
    var sentence = "if \(phrase(keyword.condition, among: types, depth: depth))"
    for case (let word, let schema?) in branches {
      sentence += " \(word) \(phrase(schema, among: types, depth: depth))"
    }
    return sentence
  }

  private func needs(_ dependencies: [(trigger: String, names: [String])]) -> [SketchFacets.Note] {
    dependencies.filter { !$0.names.isEmpty }.map { trigger, names in
      SketchFacets.Note(types: .object, text: "\(SketchText.name(trigger)) needs \(SketchText.names(names))")
    }
  }

  private mutating func consequences(
    _ dependencies: [(name: String, schema: SchemaID)], depth: Int
  ) -> [SketchFacets.Note] {
    dependencies.map { name, schema in
      let consequence = phrase(schema, among: .object, depth: depth)
      return SketchFacets.Note(types: .object, text: "\(SketchText.name(name)) needs \(consequence)")
    }
  }

  private func annotation(_ keyword: Annotation) -> [SketchFacets.Note] {
    func note(_ types: TypeSet, _ text: String) -> [SketchFacets.Note] {
      [SketchFacets.Note(types: types, text: SketchText.flat(text))]
    }
    switch (keyword.name, keyword.value) {
    case ("deprecated", .bool(true)): return note(.all, "deprecated")
    case ("contentEncoding", .string(let name)): return note(.string, "encoding \(name)")
    case ("contentMediaType", .string(let name)): return note(.string, "media type \(name)")
    default: return []
    }
  }

  /// A schema inside of a sentence.
  private mutating func phrase(_ schema: SchemaID, among types: TypeSet, depth: Int) -> String {
    if let names = namesThatAreAllOf(schema) { return "has \(SketchText.names(names))" }
    return SketchWriter.operand(type(of: schema, depth: depth + 1, among: types, isCondition: true))
  }

  /// The names that a schema requires, if it demands nothing else.
  func namesThatAreAllOf(_ schema: SchemaID) -> [String]? {
    var names: [String] = []
    for keyword in graph[uses.target(of: schema)].keywords {
      switch keyword {
      case let keyword as Required: names = keyword.names
      case let keyword as TypeKeyword where keyword.types == .object: break
      case is Annotation, is UnknownKeyword: break
      default: return nil
      }
    }
    return names.isEmpty ? nil : names
  }
}
