import TypecastJSON

extension FileTranslator {
  /// The type that shows an object while it grows.
  func partial(_ members: [(name: String, property: ObjectShape.Property)]) -> SwiftDeclaration {
    var declarations = [
      SwiftDeclaration(
        access + "let json: Typecast::PartialJSON", documentation: ["What is known of the object."]),
      SwiftDeclaration(
        access + "init(_ json: Typecast::PartialJSON)", documentation: ["Looks at an object."],
        .statements([.line("self.json = json")])),
    ]
    declarations += members.map { member in
      SwiftDeclaration(
        access + "var \(.name(member.name)): \(partialType(of: member.property.shape))?",
        documentation: documentation(of: member.property.schema),
        .statements([.line("member(\(.string(member.property.key)))")]))
    }
    return SwiftDeclaration(
      access + "struct Partial: Typecast::PartialObject",
      documentation: ["The value as far as it is known while it grows in a stream."], .members(declarations))
  }

  /// The type that shows a choice while it grows, where what has come tells the alternative; nil for any other.
  func partial(_ union: UnionShape, names: [SwiftExpression], of id: TypeID) -> SwiftDeclaration? {
    guard case .dispatch(let byKind, let tag) = union.selection else { return nil }
    // What no case is called.
    var open: SwiftExpression = "undetermined"
    while names.contains(open) { open = open + "Yet" }
    var isNested = false
    var declarations = zip(names, union.cases).map { name, entry in
      if case .named(let id) = entry.shape, hasPartialUnion(id) { isNested = true }
      return SwiftDeclaration(
        entry.shape == .null ? "case \(name)" : "case \(name)(\(partialType(of: entry.shape)))",
        documentation: documentation(of: entry.schema))
    }
    func take(_ number: Int) -> [SwiftStatement] {
      let shape = union.cases[number].shape
      if shape == .null { return [.line("self = .\(names[number])")] }
      return [
        .line(
          "self = \(partialType(of: shape))(partial: json).map { Self.\(names[number])($0) } ?? .\(open)(json)")
      ]
    }
    let unknown: (head: SwiftExpression, body: [SwiftStatement]) = ("default", [.line("self = .\(open)(json)")])
    var cases: [(head: SwiftExpression, body: [SwiftStatement])] = []
    if let tag {
      var byBranch: [Int: [SwiftExpression]] = [:]
      for (index, entry) in tag.texts.enumerated() { byBranch[entry.branch, default: []].append(.int(index)) }
      let inner = byBranch.keys.sorted().map { branch -> (head: SwiftExpression, body: [SwiftStatement]) in
        ("case \(.joined(byBranch[branch] ?? [], by: ", "))", take(branch))
      }
      cases.append(
        ("case .object", [.cases("json.tag(\(.string(tag.key)), among: \(path(of: id)).tags)", inner + [unknown])]))
    }
    let kinds: [JSONType] = [.object, .array, .string, .number, .boolean, .null]
    for number in union.cases.indices {
      let heads = kinds.filter { byKind[$0.number] == number }.map { kind -> SwiftExpression in
        ".\(.name(kind.swiftName))"
      }
      if !heads.isEmpty { cases.append(("case \(.joined(heads, by: ", "))", take(number))) }
    }
    if byKind.count + (tag == nil ? 0 : 1) < kinds.count { cases.append(unknown) }
    declarations += [
      SwiftDeclaration(
        "case \(open)(Typecast::PartialJSON)",
        documentation: ["What has come does not tell the case, or not yet."]),
      SwiftDeclaration(
        access + "init(_ json: Typecast::PartialJSON)", documentation: ["Looks at what is known so far."],
        .statements([.cases("json.type", cases)])),
    ]
    return SwiftDeclaration(
      access + (isNested ? "indirect enum" : "enum") + " Partial: Typecast::PartialUnion",
      documentation: ["The value as far as it is known while it grows in a stream."], .members(declarations))
  }

  /// Whether a type is a choice that has a partial of its own.
  func hasPartialUnion(_ id: TypeID) -> Bool {
    guard case .union(let union) = model.types[id.index].definition, case .dispatch = union.selection else {
      return false
    }
    return true
  }

  /// The type that stands for the document's type while a value grows, where that has none of its own.
  var partialAlias: SwiftDeclaration {
    SwiftDeclaration(
      access + "typealias Partial = Typecast::PartialJSON",
      documentation: ["The value as far as it is known while it grows in a stream."])
  }

  private func partialType(of shape: Shape) -> SwiftExpression {
    switch shape {
    case .any, .kinds, .never, .map(.any, _): return "Typecast::PartialJSON"
    case .null: return "Typecast::JSONNull"
    case .bool: return "Swift::Bool"
    case .integer(let integer):
      switch integer.width {
      case .int: return "Swift::Int"
      case .unsigned: return "Swift::UInt64"
      case .exact: return "Typecast::JSONNumber"
      }
    case .number(let number): return number.isExact ? "Typecast::JSONNumber" : "Swift::Double"
    case .string: return "Typecast::GrowingText"
    case .array(let element, _): return "Typecast::PartialArray<\(partialType(of: element))>"
    case .map(let value, _): return "Typecast::PartialMap<\(partialType(of: value))>"
    case .optional(let inner), .checked(let inner, _): return partialType(of: inner)
    case .named(let id):
      switch model.types[id.index].definition {
      case .object: return path(of: id) + ".Partial"
      case .texts: return path(of: id)
      case .union: return hasPartialUnion(id) ? path(of: id) + ".Partial" : "Typecast::PartialJSON"
      case .constants, .tuple, .wrapper: return "Typecast::PartialJSON"
      }
    }
  }
}
