import TypecastJSON
import TypecastSchema

/// Translates a choice into an enum with payloads.
struct UnionTranslator {
  private let file: FileTranslator
  private let type: NamedType
  private let reading: ShapeReading

  init(_ file: FileTranslator, _ type: NamedType) {
    self.file = file
    self.type = type
    reading = ShapeReading(file)
  }

  func translate(_ union: UnionShape) -> SwiftDeclaration {
    let chosen = union.cases.map { $0.schema.flatMap { SwiftName.chosen(by: file.graph[$0].json) } }
    let caseNames = CaseNames(hints: union.cases.map(\.hint), chosen: chosen).names
    for (index, entry) in union.cases.enumerated() {
      guard let name = chosen[index], let schema = entry.schema else { continue }
      file.expect(caseNames[index], toBe: SwiftName.member(chosen: name), "the case", of: schema)
    }
    let names = caseNames.map { SwiftExpression.name($0) }
    var members = zip(names, union.cases).map { name, entry in
      SwiftDeclaration(
        entry.shape == .null ? "case \(name)" : "case \(name)(\(reading.type(of: entry.shape)))",
        documentation: file.documentation(of: entry.schema))
    }
    let read = file.reading(file.check(union.parts) + select(union, names))
    members += reading.ruleDeclarations
    members += tables(of: union)
    members += [read, file.writing(write(union, names))]
    members += equality(union, names)
    members.append(file.definition(of: type))
    if let partial = file.partial(union, names: names, of: type.id) { members.append(partial) }
    let isIndirect = file.model.indirectUnions.contains(type.id)
    return SwiftDeclaration(
      file.head(isIndirect ? "indirect enum" : "enum", type), documentation: file.documentation(of: type.origin),
      .members(members))
  }

  private func tables(of union: UnionShape) -> [SwiftDeclaration] {
    guard case .dispatch(_, let tag?) = union.selection else { return [] }
    let texts = tag.texts.map { SwiftExpression.string($0.text.string) }
    return [
      SwiftDeclaration("private static let tagKey = Typecast::JSONKeys([\(.string(tag.key))])"),
      SwiftDeclaration("private static let tags = Typecast::JSONKeys(\(.array(texts)))"),
    ]
  }

  private func take(_ union: UnionShape, _ names: [SwiftExpression], _ number: Int) -> [SwiftStatement] {
    let shape = union.cases[number].shape
    if shape == .null { return [.line("_ = try reader.onlyNull()"), .line("self = .\(names[number])")] }
    if case .optional = shape { return [.line("self = .\(names[number])(try \(reading.read(shape)))")] }
    return [.line("self = try .\(names[number])(\(reading.read(shape)))")]
  }

  private func select(_ union: UnionShape, _ names: [SwiftExpression]) -> [SwiftStatement] {
    let refuse: [SwiftStatement] = [.line("throw reader.violation()")]
    switch union.selection {
    case .trial(let parts, let isExclusive):
      var cases = union.cases.indices.map { number -> (head: SwiftExpression, body: [SwiftStatement]) in
        ("case \(.int(number))", take(union, names, number))
      }
      cases.append(("default", refuse))
      return [
        .cases(
          "try reader.choose(\(file.checker), among: \(file.numbers(of: parts)), exclusively: "
            + (isExclusive ? "true" : "false") + ")", cases)
      ]
    case .dispatch(let byKind, let tag):
      let kinds: [JSONType] = [.object, .array, .string, .number, .boolean, .null]
      var heads: [Int: [SwiftExpression]] = [:]
      for kind in kinds {
        if let number = byKind[kind.number] { heads[number, default: []].append(".\(.name(kind.swiftName))") }
      }
      var cases: [(head: SwiftExpression, body: [SwiftStatement])] = []
      if let tag {
        var byBranch: [Int: [SwiftExpression]] = [:]
        for (index, entry) in tag.texts.enumerated() { byBranch[entry.branch, default: []].append(.int(index)) }
        var inner = byBranch.keys.sorted().map { branch -> (head: SwiftExpression, body: [SwiftStatement]) in
          ("case \(.joined(byBranch[branch] ?? [], by: ", "))", take(union, names, branch))
        }
        inner.append(("default", refuse))
        cases.append(("case .object", [.cases("try reader.tag(Self.tagKey, among: Self.tags)", inner)]))
      }
      for number in union.cases.indices {
        guard let head = heads[number] else { continue }
        cases.append(("case \(.joined(head, by: ", "))", take(union, names, number)))
      }
      let covered = byKind.count + (tag == nil ? 0 : 1)
      if covered < kinds.count { cases.append(("default", refuse)) }
      return [.cases("try reader.peek()", cases)]
    }
  }

  private func write(_ union: UnionShape, _ names: [SwiftExpression]) -> [SwiftStatement] {
    [
      .cases(
        "self",
        union.cases.enumerated().map { index, entry in
          reading.isAlwaysNull(entry.shape)
            ? (head: "case .\(names[index])", body: [.line("output.null()")])
            : (head: "case .\(names[index])(let value)", body: reading.write(entry.shape, "value"))
        })
    ]
  }

  private func equality(_ union: UnionShape, _ names: [SwiftExpression]) -> [SwiftDeclaration] {
    guard union.cases.contains(where: { reading.holdsText($0.shape) }) else { return [] }
    var cases = union.cases.enumerated().map { index, entry -> (head: SwiftExpression, body: [SwiftStatement]) in
      entry.shape == .null
        ? ("case (.\(names[index]), .\(names[index]))", [.line("return true")])
        : (
          "case (.\(names[index])(let left), .\(names[index])(let right))",
          [.line("return \(reading.comparison(entry.shape, "left", "right"))")]
        )
    }
    if cases.count > 1 { cases.append(("default", [.line("return false")])) }
    return [
      SwiftDeclaration(
        file.access + "static func == (left: Self, right: Self) -> Swift::Bool",
        documentation: ["Whether both are the same, their strings scalar by scalar."],
        .statements([.cases("(left, right)", cases)]))
    ]
  }
}

extension JSONType {
  /// The name of the case.
  var swiftName: String {
    switch self {
    case .null: "null"
    case .boolean: "boolean"
    case .object: "object"
    case .array: "array"
    case .number: "number"
    case .string: "string"
    }
  }
}
