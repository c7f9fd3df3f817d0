import TypecastJSON

/// What a shape is made of; equal keys give one shape.
enum ShapeKey: Hashable {
  /// Schemas that all hold, apart from choices that were made already.
  case all([SchemaID], settled: [Choice])
  /// Shapes of which one holds.
  case any([ShapeID])
}

/// A keyword that leaves a choice between schemas.
struct Choice: Hashable {
  let schema: SchemaID
  let keyword: String
  let options: [SchemaID]

  static func == (left: Choice, right: Choice) -> Bool {
    left.schema == right.schema && left.keyword.utf8.elementsEqual(right.keyword.utf8)
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(schema)
  }
}

extension SchemaGraph {
  /// The schemas that hold wherever a schema does, itself first, and whether a reference led to any of them.
  func together(with seeds: [SchemaID]) -> (schemas: [SchemaID], isReferred: Bool) {
    var seen: Set<SchemaID> = []
    var result: [SchemaID] = []
    var isReferred = false
    var stack = Array(seeds.reversed())
    while let id = stack.popLast() {
      guard seen.insert(id).inserted else { continue }
      result.append(id)
      var next: [SchemaID] = []
      for keyword in self[id].keywords {
        if let allOf = keyword as? AllOf { next += allOf.schemas }
        let targets = referred(by: keyword)
        if targets.count == 1 {
          next += targets
          isReferred = true
        }
      }
      stack += next.reversed()
    }
    return (result, isReferred)
  }

  /// Where a schema leads that is nothing but a reference, behind further ones; nil for any other schema.
  func target(ofReference id: SchemaID) -> SchemaID? {
    var target: SchemaID?
    var next = id
    for _ in 0..<nodes.count {
      let leading = self[next].keywords.filter { !($0 is UnknownKeyword) }
      guard leading.count == 1, let keyword = leading.first else { return target }
      if let allOf = keyword as? AllOf, allOf.schemas.count == 1 {
        next = allOf.schemas[0]
        continue
      }
      let targets = referred(by: keyword)
      guard targets.count == 1 else { return target }
      next = targets[0]
      target = next
    }
    return target
  }

  /// Where a reference may lead; empty for any other keyword.
  private func referred(by keyword: any Keyword) -> [SchemaID] {
    switch keyword {
    case let reference as Reference: [reference.target]
    case let reference as DynamicReference: targets(of: reference)
    case let reference as RecursiveReference: targets(of: reference)
    default: []
    }
  }

  /// The schemas that a dynamic reference may mean, whatever the path: one, if the root's resource decides.
  private func targets(of reference: DynamicReference) -> [SchemaID] {
    guard let anchor = reference.anchor else { return [reference.target] }
    if let decided = dynamicAnchors[self[root].resource][anchor] { return [decided] }
    return unique([reference.target] + dynamicAnchors.compactMap { $0[anchor] })
  }

  private func targets(of reference: RecursiveReference) -> [SchemaID] {
    if let decided = recursiveAnchors[self[root].resource] { return [decided] }
    return unique([reference.target] + recursiveAnchors.compactMap(\.self))
  }

  private func unique(_ schemas: [SchemaID]) -> [SchemaID] {
    var seen: Set<SchemaID> = []
    return schemas.filter { seen.insert($0).inserted }
  }

  /// The choices that a schema leaves, in the order of its keywords.
  func choices(of id: SchemaID) -> [Choice] {
    self[id].keywords.compactMap { keyword in
      switch keyword {
      case let anyOf as AnyOf: return Choice(schema: id, keyword: "anyOf", options: anyOf.schemas)
      case let oneOf as OneOf: return Choice(schema: id, keyword: "oneOf", options: oneOf.schemas)
      default:
        let targets = referred(by: keyword)
        guard targets.count > 1 else { return nil }
        let name = keyword is DynamicReference ? "$dynamicRef" : "$recursiveRef"
        return Choice(schema: id, keyword: name, options: targets)
      }
    }
  }

  /// Whether a schema demands nothing but what others do that hold with it, and choices that were made.
  func isSilent(_ id: SchemaID, settled: [Choice]) -> Bool {
    if let boolean = self[id].boolean { return boolean }
    let made = settled.filter { $0.schema == id }
    return self[id].keywords.allSatisfy { keyword in
      switch keyword {
      case is AllOf, is Annotation, is UnknownKeyword, is Reference: return true
      case is AnyOf: return made.contains { $0.keyword == "anyOf" }
      case is OneOf: return made.contains { $0.keyword == "oneOf" }
      case is DynamicReference:
        return referred(by: keyword).count == 1 || made.contains { $0.keyword == "$dynamicRef" }
      case is RecursiveReference:
        return referred(by: keyword).count == 1 || made.contains { $0.keyword == "$recursiveRef" }
      default: return false
      }
    }
  }

  /// The title and the description of a schema.
  func notes(of id: SchemaID) -> Shape.Notes {
    var notes = Shape.Notes()
    for case let annotation as Annotation in self[id].keywords {
      if annotation.name == "title" { notes.title = annotation.value.string }
      if annotation.name == "description" { notes.description = annotation.value.string }
    }
    return notes
  }
}
